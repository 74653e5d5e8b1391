import {z} from "zod";

/**
 * The fields that a schema allows at a path of a file. Where the kind of an entry decides, the kind that stands in the
 * file does; none where the schema has no fields there.
 */
export function fieldsAt(schema: z.core.$ZodType, raw: unknown, path: readonly PropertyKey[]): readonly string[] {
  const {def} = (schema as z.core.$ZodTypes)._zod;
  const [key, ...rest] = path;
  const next = key === undefined ? undefined : (raw as Readonly<Record<PropertyKey, unknown>>)[key];
  switch (def.type) {
    case "optional":
    case "default":
    case "nullable":
      return fieldsAt(def.innerType, raw, path);
    case "lazy":
      return fieldsAt(def.getter(), raw, path);
    case "union": {
      const option = def.options.find((one) => isKind(one, def, raw));
      return option === undefined ? [] : fieldsAt(option, raw, path);
    }
    case "array":
      return key === undefined ? [] : fieldsAt(def.element, next, rest);
    case "record":
      return key === undefined ? [] : fieldsAt(def.valueType, next, rest);
    case "object": {
      if (key === undefined) return Object.keys(def.shape);
      const field = def.shape[String(key)];
      return field === undefined ? [] : fieldsAt(field, next, rest);
    }
    default:
      return [];
  }
}

/** Is the entry of this kind, by the one field that tells the kinds of a union apart? */
function isKind(option: z.core.$ZodType, union: z.core.$ZodUnionDef, raw: unknown): boolean {
  const {def} = (option as z.core.$ZodTypes)._zod;
  const discriminator = "discriminator" in union ? String(union.discriminator) : undefined;
  if (def.type !== "object" || discriminator === undefined) return false;
  const field = def.shape[discriminator];
  return field !== undefined && z.safeParse(field, (raw as Readonly<Record<string, unknown>>)[discriminator]).success;
}

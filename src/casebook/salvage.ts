import type {z} from "zod";
import {at} from "./explainIssue.ts";
import type {Path} from "./yamlFile.ts";

/** What reads of a file, and the path in the file of each path in it. */
export type Salvaged<T> = {readonly value: T; readonly pathInFile: (path: Path) => Path};

/**
 * Reads a file without the fields that the schema does not know and the entries of lists that do not fit it, each
 * taken out of the outermost list that holds it. Null when something else does not fit, or too little is left.
 *
 * @param raw a tree without shared parts but those of aliases; not modified
 */
export function salvage<T>(
  raw: unknown,
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType<T>
): Salvaged<T> | null {
  let rest = raw;
  const lists = new Map<string, {readonly path: Path; readonly lost: Set<number>}>();
  for (const issue of issues) {
    const {path} = issue;
    const depth = path.findIndex((key) => typeof key === "number");
    if (depth < 0) {
      if (issue.code !== "unrecognized_keys") return null;
      rest = replace(rest, path, without(at(rest, path), issue.keys));
      continue;
    }
    const list = path.slice(0, depth);
    const entry = lists.get(list.join("\0")) ?? {path: list, lost: new Set<number>()};
    entry.lost.add(path[depth] as number);
    lists.set(list.join("\0"), entry);
  }
  const keptOf = new Map<string, readonly number[]>();
  for (const [key, {path, lost}] of lists) {
    const list = at(raw, path) as readonly unknown[];
    const kept = [...list.keys()].filter((i) => !lost.has(i));
    keptOf.set(key, kept);
    rest = replace(
      rest,
      path,
      kept.map((i) => list[i])
    );
  }
  const result = schema.safeParse(rest);
  if (!result.success) return null;
  const pathInFile = (path: Path): Path => {
    const depth = path.findIndex((key) => typeof key === "number");
    const kept = depth < 0 ? undefined : keptOf.get(path.slice(0, depth).join("\0"));
    return kept === undefined ? path : path.with(depth, kept[path[depth] as number]!);
  };
  return {value: result.data, pathInFile};
}

const without = (fields: unknown, names: readonly string[]): unknown =>
  Object.fromEntries(Object.entries(fields as object).filter(([name]) => !names.includes(name)));

/** The tree with another value at a path; what is not on the path is shared. */
function replace(tree: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const fields = tree as Readonly<Record<PropertyKey, unknown>>;
  return {...fields, [key]: replace(fields[key], rest, value)};
}

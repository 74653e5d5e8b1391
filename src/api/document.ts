import {z} from "zod";
import {BASE} from "./base.ts";
import {conventions} from "./conventions.ts";
import {problemKinds} from "./problem.ts";
import {JSON_MEDIA_TYPE, NDJSON_MEDIA_TYPE} from "./render.ts";
import type {Route} from "./route.ts";
import {routes} from "./routes.ts";
import {answerSchema} from "./shapes.ts";

/** A JSON Schema, as far as we write one ourselves. */
type Schema = Readonly<Record<string, unknown>>;

export type Parameter = {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example?: string;
};

export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, object>>;
  readonly "x-order"?: string;
  readonly "x-examples": readonly string[];
};

/** An OpenAPI 3.1 document of this API. */
export type Document = {
  readonly openapi: "3.1.0";
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary: string;
    readonly description: string;
    readonly license: object;
    readonly "x-conventions": typeof conventions;
  };
  readonly servers: readonly object[];
  readonly paths: Readonly<Record<string, {readonly get: Operation}>>;
  readonly components: {readonly schemas: Readonly<Record<string, Schema>>; readonly responses: object};
};

/** The document, made from the routes and their schemas. */
export function document(version: string, cases: readonly string[]): Document {
  const schemas: Record<string, Schema> = {Problem: problemSchema};
  return {
    openapi: "3.1.0",
    info: {
      title: "Thaw",
      version,
      summary: "The whole life of economic sanctions, as of any day",
      description:
        "Reads only. Every answer names the day it is about, the case with version and checksum, and totals with the rule that counted them. Research aid, not legal advice; no measure found is not a clearance.",
      license: {name: "MIT; data CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/"},
      "x-conventions": conventions
    },
    servers: [{url: BASE}],
    paths: Object.fromEntries(routes.map((route) => [route.path, {get: operation(route, cases, schemas)}])),
    components: {schemas, responses: {Problem: problemAnswer}}
  };
}

function operation(route: Route, cases: readonly string[], schemas: Record<string, Schema>): Operation {
  const {name, summary, about, order, examples, files = {}, item} = route;
  const isCase = route.path.includes("{case}");
  const json = hasJson(route) ? {[JSON_MEDIA_TYPE]: {schema: hoisted(answerSchema(isCase, route), schemas)}} : {};
  const lines =
    item === null ? {} : {[NDJSON_MEDIA_TYPE]: {schema: {description: "one row a line", ...hoisted(item, schemas)}}};
  const other = Object.fromEntries(
    Object.entries(files).map(([media, description]) => [media, {schema: {description, ...fileSchema(media)}}])
  );
  const problem = {$ref: "#/components/responses/Problem"};
  return {
    operationId: name,
    summary,
    description: about,
    parameters: parametersOf(route, cases),
    responses: {
      200: {
        description: "the answer",
        headers: {ETag: {description: "names the answer; for If-None-Match", schema: {type: "string"}}},
        content: {...json, ...lines, ...other}
      },
      304: {description: "what If-None-Match names is still the answer"},
      "4XX": problem,
      "5XX": problem
    },
    ...(order !== null && {"x-order": order}),
    "x-examples": examples
  };
}

/** A route without a body of its own answers files alone. */
const hasJson = ({item, body}: Route): boolean => item !== null || Object.keys(body.shape).length > 0;

const fileSchema = (media: string): Schema =>
  media.endsWith("json") ? {} : media.startsWith("text/") ? {type: "string"} : {type: "string", format: "binary"};

export function parametersOf({path, names = {}, query}: Route, cases: readonly string[]): Parameter[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]): Parameter => {
    const one = names[name] ?? {about: "id of a case", example: cases[0] ?? "us-china"};
    return {name, in: "path", required: true, description: one.about, schema: {type: "string"}, example: one.example};
  });
  const {properties = {}, required = []} = schemaOf(query) as {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
  };
  const inQuery = Object.entries(properties).map(([name, {description, example, ...schema}]): Parameter => {
    return {
      name,
      in: "query",
      required: required.includes(name),
      description: String(description),
      schema,
      ...(example !== undefined && {example: String(example)})
    };
  });
  return [...inPath, ...inQuery];
}

/** The schema with those that have an id moved to the components and referred to. */
function hoisted(schema: z.ZodType, schemas: Record<string, Schema>): Schema {
  const {$defs = {}, ...own} = schemaOf(schema) as Schema & {readonly $defs?: Readonly<Record<string, Schema>>};
  for (const [id, one] of Object.entries($defs)) {
    const {id: _, ...rest} = one;
    schemas[id] = referred(rest);
  }
  return referred(own);
}

/** A Zod schema as JSON Schema 2020-12, as a caller has to write it; `schema` in its notes stands for the whole of it. */
function schemaOf(schema: z.ZodType): Schema {
  const {$schema: _, ...json} = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override({zodSchema, jsonSchema}) {
      const notes = (zodSchema as unknown as z.ZodType).meta() as {readonly schema?: Schema} | undefined;
      if (notes?.schema === undefined) return;
      const {description, example} = jsonSchema as {description?: string; example?: string};
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, notes.schema, description && {description}, example && {example});
    }
  });
  return json;
}

/** `#/$defs/X` as `#/components/schemas/X`. */
const referred = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Schema;

const problemSchema: Schema = {
  type: "object",
  description: "RFC 9457: what is wrong, and what would be right",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: {type: "string", format: "uri-reference", description: "where the kind of problem is explained"},
    title: {type: "string", enum: problemKinds.map(({title}) => title)},
    status: {type: "integer"},
    detail: {type: "string", description: "for people"},
    code: {type: "string", description: "for programs; never renamed"},
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["parameter", "message"],
        properties: {parameter: {type: "string"}, message: {type: "string"}}
      }
    }
  }
};

const problemAnswer = {
  description: "a problem",
  content: {"application/problem+json": {schema: {$ref: "#/components/schemas/Problem"}}}
};

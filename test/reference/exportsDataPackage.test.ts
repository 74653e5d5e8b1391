import {Ajv} from "ajv";
import addFormats from "ajv-formats";
import {expect, test} from "vitest";
import {dataPackage} from "../../src/exports/dataPackage.ts";
import {withDuck} from "../unit/exports/duck.ts";
import {smallCase} from "../unit/exports/smallCase.ts";

/**
 * The rules of the Data Package v2.0 and Table Schema v2.0 profiles that the descriptor rests on, in our own words, and
 * stricter: no property that we do not mean to write. https://datapackage.org/profiles/2.0/datapackage.json
 */
const path = {type: "string", pattern: "^((?=[^./~])(?!file:)((?!/\\.\\./)(?!\\\\)(?!://).)*|(http|ftp)s?://.*)$"};
const text = {type: "string", minLength: 1};
const names = {type: "array", minItems: 1, uniqueItems: true, items: text};
const closed = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false
});

const field = closed(
  {
    name: {type: "string", pattern: "^[a-z][a-z0-9_]*$"},
    type: {enum: ["string", "integer", "number", "boolean", "date"]},
    description: text,
    constraints: closed({required: {const: true}, enum: names}, [])
  },
  ["name", "type", "description"]
);

const schema = closed(
  {
    fields: {type: "array", minItems: 1, items: field},
    missingValues: {const: [""]},
    primaryKey: names,
    foreignKeys: {
      type: "array",
      minItems: 1,
      items: closed({fields: names, reference: closed({resource: text, fields: names}, ["fields"])})
    }
  },
  ["fields", "missingValues", "primaryKey"]
);

const resource = closed(
  {
    name: {type: "string", pattern: "^[a-z0-9._-]+$"},
    type: {const: "table"},
    title: text,
    description: text,
    path,
    format: {enum: ["csv", "parquet", "json"]},
    mediatype: {type: "string", pattern: "^(.+)/(.+)$"},
    encoding: {const: "utf-8"},
    bytes: {type: "integer", minimum: 1},
    hash: {type: "string", pattern: "^sha256:[0-9a-f]{64}$"},
    dialect: closed({
      delimiter: {const: ","},
      lineTerminator: {const: "\r\n"},
      quoteChar: {const: '"'},
      doubleQuote: {const: true},
      header: {const: true}
    }),
    schema
  },
  ["name", "title", "path", "format", "mediatype", "bytes", "hash"]
);

const profile = closed({
  $schema: {const: "https://datapackage.org/profiles/2.0/datapackage.json"},
  name: {type: "string", pattern: "^[a-z0-9._-]+$"},
  title: text,
  description: text,
  version: text,
  created: {type: "string", format: "date-time"},
  licenses: {
    type: "array",
    minItems: 1,
    items: closed({name: {type: "string", pattern: "^([-a-zA-Z0-9._])+$"}, path, title: text}, ["name"])
  },
  sources: {type: "array", items: closed({title: text, path}, ["title"])},
  coverage: closed({from: {type: "string", format: "date"}, to: {type: "string", format: "date"}}),
  checksum: {type: "string"},
  resources: {type: "array", minItems: 1, items: resource}
});

const files = await dataPackage(smallCase);
const bytesOf = (path: string) => files.find((file) => file.path === path)!.bytes;
const descriptor = JSON.parse(new TextDecoder().decode(bytesOf("datapackage.json")));

type Field = {name: string; type: string; constraints?: {required?: boolean; enum?: string[]}};
type Resource = {
  name: string;
  path: string;
  format: string;
  schema: {
    fields: Field[];
    primaryKey: string[];
    foreignKeys?: {fields: string[]; reference: {resource?: string; fields: string[]}}[];
  };
};
const resources: Resource[] = descriptor.resources;

test("the descriptor keeps the rules of the Data Package v2 profile", () => {
  const validate = addFormats.default(new Ajv({allErrors: true})).compile(profile);
  validate(descriptor);
  expect(validate.errors ?? []).toEqual([]);
});

test("a licence that is not an Open Definition id still gives a licence of the profile's form", async () => {
  const [file] = (await dataPackage({...smallCase, licence: "all rights, see README"})).slice(-1);
  const {licenses} = JSON.parse(new TextDecoder().decode(file!.bytes));
  expect(licenses).toEqual([{name: "all-rights-see-README", title: "all rights, see README"}]);
});

test("names are unique, keys name fields, and references name resources of the same format and their keys", () => {
  expect(new Set(resources.map(({name}) => name)).size).toBe(resources.length);
  for (const {name, format, schema} of resources.filter((one) => one.schema)) {
    const fields = schema.fields.map((one) => one.name);
    expect(fields).toEqual(expect.arrayContaining(schema.primaryKey));
    for (const key of schema.foreignKeys ?? []) {
      expect(fields).toEqual(expect.arrayContaining(key.fields));
      const to = resources.find((one) => one.name === (key.reference.resource ?? name))!;
      expect(to.format).toBe(format);
      expect(to.schema.primaryKey).toEqual(key.reference.fields);
      expect(key.reference.fields).toHaveLength(key.fields.length);
    }
  }
});

const duckTypes: Record<string, string> = {
  string: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE"
};

test.each(resources.filter(({format}) => format === "csv").map((one) => [one.name, one] as const))(
  "DuckDB loads %s under its Table Schema: types, required cells, enumerations and primary key hold",
  async (name, {path, schema}) => {
    const columns = schema.fields.map(({name, type, constraints}) => {
      const list = constraints?.enum?.map((value) => `'${value}'`).join(", ");
      const check = list ? ` check ("${name}" in (${list}))` : "";
      return `"${name}" ${duckTypes[type]}${constraints?.required ? " not null" : ""}${check}`;
    });
    await withDuck({"t.csv": bytesOf(path)}, async (query) => {
      await query(`create table t (${columns.join(", ")}, primary key (${schema.primaryKey.map((f) => `"${f}"`)}))`);
      await query("insert into t select * from read_csv('$folder/t.csv', header = true, all_varchar = true)");
      const [[csvRows]] = (await query("select count(*)::integer from t")) as [[number]];
      const parquet = resources.find((one) => one.name === `${name}-parquet`)!;
      await withDuck({"t.parquet": bytesOf(parquet.path)}, async (other) => {
        const [[rows]] = (await other("select count(*)::integer from read_parquet('$folder/t.parquet')")) as [[number]];
        expect(csvRows).toBe(rows);
      });
    });
  }
);

test("the README names every table with its rows, the version and the checksum", () => {
  const readme = new TextDecoder().decode(bytesOf("README.md"));
  for (const {name} of resources.filter(({format}) => format === "csv"))
    expect(readme).toMatch(new RegExp(`^\\| ${name} \\| \\d+ \\|`, "m"));
  expect(readme).toContain(smallCase.version);
  expect(readme).toContain(smallCase.checksum);
});

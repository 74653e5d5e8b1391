import {Validator} from "@seriousme/openapi-schema-validator";
import {Ajv2020} from "ajv/dist/2020.js";
import formats from "ajv-formats";
import {expect, test} from "vitest";
import type {Document, Operation} from "../../src/api/document.ts";
import {problemKinds} from "../../src/api/problem.ts";
import {routes} from "../../src/api/routes.ts";
import {api, CASE, json} from "./api.ts";
import {client, exampleValues} from "./client.ts";

const web = api();
const document = await json<Document>(web, "/api/v1/openapi.json");
const operations = Object.values(document.paths).map(({get}) => get);
const calls = client(document);

test("the document is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  const {valid, errors} = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe("3.1");
});

test("the validator finds a document with a fault", async () => {
  const broken = {...structuredClone(document), paths: {"/cases": {get: {responses: {200: {}}}}}};
  expect((await new Validator().validate(broken as unknown as Record<string, unknown>)).valid).toBe(false);
});

test("every route stands in the document, with a description of every parameter", () => {
  const names = operations.map(({operationId}) => operationId);
  expect(names).toEqual(routes.map(({name}) => name));
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(() => new Function(name, "")).not.toThrow(); // a client may call a function so
  for (const {operationId, parameters, summary, description} of operations) {
    expect([operationId, summary, description]).not.toContain("");
    for (const {name, description: about} of parameters) expect([operationId, name, about]).not.toContain("undefined");
  }
});

const ajv = new Ajv2020({strict: false, allErrors: true});
formats.default(ajv);
ajv.addSchema({...(closed(document) as Document), $id: "thaw"});

/** Schemas with every object that lists its properties closed: here a field that the document does not have is a fault. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== "object") return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  const isOpen = "properties" in schema && !("additionalProperties" in schema);
  return Object.fromEntries(isOpen ? [...entries, ["additionalProperties", false]] : entries);
}

type Content = Readonly<Record<string, {readonly schema: object}>>;
const contentOf = ({responses}: Operation): Content => (responses["200"] as {readonly content: Content}).content;

/** What is wrong with a value by the schema of a medium of an operation. */
function faults(operation: Operation, media: string, value: unknown): string[] {
  const schema = JSON.parse(
    JSON.stringify(closed(contentOf(operation)[media]!.schema)).replaceAll('"#/components', '"thaw#/components')
  ) as object;
  const check = ajv.compile(schema);
  return check(value) ? [] : check.errors!.map(({instancePath, message}) => `${instancePath} ${message}`);
}

const examples = operations.flatMap((operation) =>
  exampleValues(operation).map((values) => [calls[operation.operationId]!(values), operation] as const)
);

test.each(examples)("%s answers what the document says", async (address, operation) => {
  const response = await web.request(address);
  const media = response.headers.get("content-type")!.split(";")[0]!;
  expect([address, response.status]).toEqual([address, 200]);
  expect(Object.keys(contentOf(operation))).toContain(media);
  if (!media.endsWith("json") || media.includes("ndjson")) return;
  expect(faults(operation, media, await response.json())).toEqual([]);
});

test.each(operations.filter((operation) => "application/x-ndjson" in contentOf(operation) && operation["x-order"]))(
  "each line of $operationId is what the document says",
  async (operation) => {
    const address = calls[operation.operationId]!(exampleValues(operation)[0]!);
    const text = await (await web.request(address, {headers: {accept: "application/x-ndjson"}})).text();
    const rows = text.split("\n").slice(0, -1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(faults(operation, "application/x-ndjson", JSON.parse(row))).toEqual([]);
  }
);

test("an answer without its facts is at fault, and so is one with a field that the document does not have", async () => {
  const operation = operations.find(({operationId}) => operationId === "oneCase")!;
  const {totals, ...rest} = await json(web, CASE);
  expect(faults(operation, "application/json", {...rest, totals})).toEqual([]);
  expect(faults(operation, "application/json", rest)).not.toEqual([]);
  expect(faults(operation, "application/json", {...rest, totals, more: 1})).not.toEqual([]);
});

test("the page has every route, parameter and kind of problem, and its examples work", async () => {
  const page = await (await web.request("/api/v1/docs")).text();
  for (const {operationId, parameters} of operations) {
    expect(page).toContain(`<section id="${operationId}">`);
    for (const {name} of parameters) expect(page).toContain(`<code>${name}</code>`);
  }
  for (const {status, title} of problemKinds) expect(page).toContain(`<td>${status}</td><td>${title}</td>`);
  const links = [...page.matchAll(/href="([^"#]+)"/g)].map(([, link]) => link!.replaceAll("&amp;", "&"));
  expect(links.length).toBeGreaterThan(routes.length);
  for (const link of links) {
    expect(link).toMatch(/^\//);
    expect([link, (await web.request(link)).status]).toEqual([link, 200]);
  }
  expect(page).not.toMatch(/<script|src=|https?:/);
});

test("a problem leads to its place on the page", async () => {
  const page = await (await web.request("/api/v1/docs")).text();
  const said = (await (await web.request(`${CASE}/measures?limit=0`)).json()) as {type: string};
  expect(page).toContain(`id="${said.type.split("#")[1]}"`);
});

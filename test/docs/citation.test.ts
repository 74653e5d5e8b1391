import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {parse} from "yaml";
import {z} from "zod";

// The rules of the Citation File Format 1.2.0 (https://citation-file-format.github.io/1.2.0/schema) for the keys that a
// release of ours can have. A key outside them is refused, as the standard refuses unknown ones.
const text = z.string().min(1);
const date = z.iso.date();
const url = z.url({protocol: /^(https?|s?ftp)$/});
const distinct = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1)
    .refine((items) => new Set(items.map((i) => JSON.stringify(i))).size === items.length, "write each only once");
const contact = {
  alias: text.optional(),
  email: z
    .string()
    .regex(/^[\S]+@[\S]+\.[\S]{2,}$/)
    .optional(),
  orcid: z
    .string()
    .regex(/^https:\/\/orcid\.org\/[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$/)
    .optional(),
  website: url.optional()
};
const entity = z.strictObject({name: text, ...contact, "date-start": date.optional(), "date-end": date.optional()});
const person = z.strictObject({
  "family-names": text.optional(),
  "given-names": text.optional(),
  "name-particle": text.optional(),
  "name-suffix": text.optional(),
  affiliation: text.optional(),
  ...contact
});
const authors = distinct(z.union([entity, person]));
const spdx = z.enum(["MIT", "CC-BY-4.0"]); // of the SPDX list, those that we license under
const citation = z.strictObject({
  "cff-version": z.literal("1.2.0"),
  message: text,
  title: text,
  authors,
  type: z.enum(["software", "dataset"]).optional(),
  abstract: text.optional(),
  contact: authors.optional(),
  version: z.union([text, z.number()]).optional(),
  "date-released": date.optional(),
  license: z.union([spdx, distinct(spdx)]).optional(),
  keywords: distinct(text).optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}(\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/)
    .optional(),
  url: url.optional(),
  "repository-code": url.optional()
});

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const ours: Record<string, unknown> = parse(read("CITATION.cff"));

test("CITATION.cff follows the Citation File Format 1.2.0", () => {
  expect(citation.safeParse(ours).error?.issues ?? []).toEqual([]);
});

test("CITATION.cff names the version and the licence of package.json", () => {
  const {version, license} = JSON.parse(read("package.json"));
  expect(ours).toMatchObject({version, license});
});

test.each([
  ["no authors", {authors: undefined}],
  ["an entity whose name is empty", {authors: [{name: ""}]}],
  ["an author given twice", {authors: [{name: "A"}, {name: "A"}]}],
  ["a day that does not exist", {"date-released": "2026-02-30"}],
  ["a licence by another name", {license: "MIT License"}],
  ["an unknown key", {licence: "MIT"}]
])("the rules refuse %s", (_, change) => {
  expect(citation.safeParse({...ours, ...change}).success).toBe(false);
});

import {closest, distance} from "fastest-levenshtein";
import type {z} from "zod";
import {caseSchema, partiesSchema, sourcesSchema} from "./caseSchema.ts";
import {eventSchema, measureSchema, motiveSchema} from "./measureSchema.ts";

type Explained = {readonly path: readonly PropertyKey[]; readonly code: string; readonly message: string};

/** Says in plain words what a schema issue means for the person who wrote the file. */
export function explain(issue: z.core.$ZodIssue, raw: unknown): Explained[] {
  const name = nameOf(issue.path);
  const value = at(raw, issue.path);
  const one = (code: string, message: string): Explained[] => [{path: issue.path, code: `casebook/${code}`, message}];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const like = suggest(key, knownFields);
      const advice = like === undefined ? "remove it" : `did you mean ${like}?`;
      return {path: [...issue.path, key], code: "casebook/unknown-field", message: `unknown field ${key}; ${advice}`};
    });
  }
  if (value === undefined && issue.path.length > 0) return one("missing-field", `missing field ${name}; add it`);
  if (issue.code === "invalid_value") {
    const options = issue.values.map(String);
    const like = suggest(String(value), options);
    const advice = like === undefined ? `write one of ${options.join(", ")}` : `did you mean ${like}?`;
    return one("invalid-value", `invalid ${name}: ${show(value)}; ${advice}`);
  }
  if (issue.code === "invalid_type") {
    return one("invalid-type", `invalid ${name}: ${show(value)}; write ${article(issue.expected)}`);
  }
  if (issue.code === "invalid_union") {
    // A discriminated union knows the kinds; a plain one holds the issues of each branch, of which the first will do.
    const options = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    if (options.length > 0)
      return one("invalid-value", `invalid ${name}: ${show(value)}; write one of ${options.join(", ")}`);
    return one("invalid-type", `invalid ${name}: ${show(value)}; write text or a whole number`);
  }
  if (issue.code === "invalid_format" && issue.format === "url") {
    return one(
      "invalid-value",
      `invalid ${name}: ${show(value)}; write a full address such as https://example.org/page`
    );
  }
  return one(
    "invalid-value",
    `invalid ${name}: ${show(value)}; ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`
  );
}

const knownFields = [
  ...Object.keys(measureSchema.shape),
  ...Object.keys(eventSchema.shape),
  ...Object.keys(motiveSchema.shape),
  ...Object.keys(caseSchema.shape),
  ...Object.keys(partiesSchema.element.shape),
  ...Object.keys(sourcesSchema.element.shape)
];

/** The nearest of some words, when it is near enough to be what was meant. */
export function suggest(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0 || word === "") return undefined;
  const like = closest(word.toLowerCase(), words);
  return distance(word.toLowerCase(), like.toLowerCase()) <= Math.max(2, Math.floor(word.length / 3))
    ? like
    : undefined;
}

/** The field as a person would name it: `verb` of life[2] is "verb". */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return "file";
  return typeof last === "number" ? `${nameOf(path.slice(0, -1))}[${last}]` : String(last);
}

function at(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function show(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text === "" ? "an empty text" : text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function article(expected: string): string {
  const words: Record<string, string> = {
    string: "a text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "fields (name: value)",
    record: "fields (name: value)"
  };
  return words[expected] ?? `a ${expected}`;
}

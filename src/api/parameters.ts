import {z} from "zod";
import {suggest} from "../casebook/suggest.ts";
import {incorrect, ThawError} from "../errors.ts";
import {parseDay} from "../time/day.ts";
import type {ParameterError} from "./problem.ts";

/** A day as YYYY-MM-DD; inside, a `Day`. */
export const day = (about: string, example?: string) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return parseDay(text);
      } catch (error) {
        if (!(error instanceof ThawError)) throw error;
        context.addIssue({code: "custom", message: "write a day that exists as YYYY-MM-DD", input: text});
        return z.NEVER;
      }
    })
    .meta({schema: {type: "string", format: "date"}, description: about, ...(example && {example})});

export const choice = <const T extends readonly string[]>(values: T, about: string) =>
  z.enum(values).meta({description: about});

/** A whole number, written in digits alone. */
export const whole = (least: number, most: number, about: string) =>
  z
    .string()
    .transform((text, context) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= least && value <= most) return value;
      context.addIssue({code: "custom", message: `write a whole number from ${least} to ${most}`, input: text});
      return z.NEVER;
    })
    .meta({schema: {type: "integer", minimum: least, maximum: most}, description: about});

/** A share as 0.5. */
export const share = (about: string, most = 1) =>
  z
    .string()
    .transform((text, context) => {
      const value = /^\d{1,6}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
      if (value >= 0 && value <= most) return value;
      context.addIssue({code: "custom", message: `write a number from 0 to ${most}, as 0.5`, input: text});
      return z.NEVER;
    })
    .meta({schema: {type: "number", minimum: 0, maximum: most}, description: about});

export const flag = (about: string) =>
  z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .meta({schema: {type: "boolean"}, description: about});

/** Names with commas between them. */
export const names = (about: string, example?: string) =>
  z
    .string()
    .transform((text) => text.split(",").map((name) => name.trim()))
    .meta({schema: {type: "string"}, description: about, ...(example && {example})});

export const name = (about: string, example?: string) =>
  z.string().meta({description: about, ...(example && {example})});

/** The page of a list. */
export const LIMIT = {usual: 100, most: 500} as const;
export const paging = {
  limit: whole(1, LIMIT.most, `how many rows at most (${LIMIT.usual} when left out; as NDJSON, all)`).optional(),
  cursor: name(
    "the `next` of the page before; it holds for the same question and the same version of the case"
  ).optional()
};

/**
 * The parameters of an address, as the schema wants them.
 * @throws incorrect `api/unknown-parameter`, `api/repeated-parameter`, `api/invalid-parameter`, each with `details.errors`
 */
export function readParameters<S extends z.ZodObject>(schema: S, given: URLSearchParams): z.output<S> {
  const known = Object.keys(schema.shape);
  const typed = [...new Set(given.keys())];
  refuse(
    "unknown-parameter",
    typed.filter((key) => !known.includes(key)).map((key) => unknown(key, known))
  );
  refuse(
    "repeated-parameter",
    typed
      .filter((key) => given.getAll(key).length > 1)
      .map((key) => ({parameter: key, message: `repeated parameter ${key}; write it once`}))
  );
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  refuse(
    "invalid-parameter",
    result.error.issues.map((issue) => invalid(issue, given))
  );
  throw result.error;
}

function refuse(problem: string, errors: readonly ParameterError[]): void {
  if (errors.length === 0) return;
  throw incorrect(`api/${problem}`, errors.map(({message}) => message).join(". "), {errors});
}

function unknown(key: string, known: readonly string[]): ParameterError {
  const like = suggest(key, known);
  const advice = known.length === 0 ? "there are none here" : `the parameters are ${known.join(", ")}`;
  const parameter = shown(key);
  return {
    parameter,
    message: `unknown parameter ${parameter}; ${like === undefined ? advice : `did you mean ${like}?`}`
  };
}

function invalid(issue: z.core.$ZodIssue, given: URLSearchParams): ParameterError {
  const parameter = String(issue.path[0]);
  const value = given.get(parameter);
  if (value === null) return {parameter, message: `missing parameter ${parameter}; write it`};
  return {parameter, message: `invalid ${parameter}: ${shown(value)}; ${adviceOn(issue, value)}`};
}

function adviceOn(issue: z.core.$ZodIssue, value: string): string {
  if (issue.code !== "invalid_value") return issue.message;
  const values = issue.values.map(String);
  const like = suggest(value, values);
  return like === undefined ? `write one of ${values.join(", ")}` : `did you mean ${like}?`;
}

const SHOWN = 60; // characters of what was typed that a message repeats

/** What was typed, without control characters and not longer than a message bears. */
export function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\ufffd");
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
}

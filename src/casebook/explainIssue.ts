import type {z} from "zod";
import type {IssueParams} from "./daySchema.ts";
import {fieldsAt} from "./fieldsAt.ts";
import {suggest} from "./suggest.ts";

type Explained = {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
  /** For a misspelt field: the path it would have. */
  readonly meant?: readonly PropertyKey[];
  /** For what is not there: the paths it could have. */
  readonly lacks?: readonly (readonly PropertyKey[])[];
};

const WRONG_TYPE = "casebook/invalid-type";

/** So many fields or fewer are told to a person who used another one. */
const FEW_FIELDS = 8;

/**
 * Says in plain words what the issues of `schema` with the values `raw` mean for the person who wrote the file. A
 * field that is missing only because its name is misspelt is one problem, not two, and so is a value of a wrong type
 * that is also too short.
 */
export function explain(issues: readonly z.core.$ZodIssue[], raw: unknown, schema: z.core.$ZodType): Explained[] {
  const explained = issues.flatMap((issue) => explainOne(issue, raw, schema));
  const keyOf = (path: readonly PropertyKey[]) => path.map(String).join("\0");
  const meant = new Set(explained.flatMap(({meant}) => (meant === undefined ? [] : [keyOf(meant)])));
  const wrongType = new Set(explained.filter(({code}) => code === WRONG_TYPE).map(({path}) => keyOf(path)));
  return explained.filter(
    ({code, path, lacks = []}) =>
      !lacks.some((one) => meant.has(keyOf(one))) && (code !== "casebook/invalid-value" || !wrongType.has(keyOf(path)))
  );
}

function explainOne(issue: z.core.$ZodIssue, raw: unknown, schema: z.core.$ZodType): Explained[] {
  const name = nameOf(issue.path);
  const value = at(raw, issue.path);
  const one = (code: string, message: string): Explained[] => [{path: issue.path, code: `casebook/${code}`, message}];
  const invalid = (advice: string) => one("invalid-value", `invalid ${name}: ${show(value)}; ${advice}`);
  const wrongType = (advice: string) => one("invalid-type", `invalid ${name}: ${show(value)}; ${advice}`);
  if (issue.code === "unrecognized_keys") {
    const fields = fieldsAt(schema, raw, issue.path);
    const other = fields.length > 0 && fields.length <= FEW_FIELDS ? `write one of ${fields.join(", ")}` : "remove it";
    return issue.keys.map((key) => {
      const like = suggest(key, fields);
      return {
        path: [...issue.path, key],
        code: "casebook/unknown-field",
        message: `unknown field ${show(key)}; ${like === undefined ? other : `did you mean ${like}?`}`,
        ...(like === undefined ? {} : {meant: [...issue.path, like]})
      };
    });
  }
  if (issue.code === "custom" && issue.params !== undefined) {
    const {code, lacks = []} = issue.params as IssueParams;
    return [{path: issue.path, code, message: issue.message, lacks: lacks.map((field) => [...issue.path, field])}];
  }
  if (value === undefined && issue.path.length > 0) {
    const message = `missing field ${name}; add it`;
    return [{path: issue.path, code: "casebook/missing-field", message, lacks: [issue.path]}];
  }
  if (issue.code === "invalid_value") return invalid(oneOf(value, issue.values));
  if (issue.code === "invalid_type") return wrongType(`write ${article(issue.expected)}`);
  if (issue.code === "invalid_union") {
    // A union with kinds knows them; of the unions without, each says what it takes.
    return "options" in issue && Array.isArray(issue.options)
      ? invalid(oneOf(value, issue.options))
      : wrongType(issue.message);
  }
  if (issue.code === "invalid_format" && issue.format === "url") {
    return invalid("write a full address such as https://example.org/page");
  }
  if ((issue.code === "too_small" || issue.code === "too_big") && issue.message.startsWith("Too ")) {
    return invalid(sizeAdvice(issue));
  }
  return invalid(`${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`);
}

function oneOf(value: unknown, options: readonly unknown[]): string {
  const words = options.map(String);
  const like = typeof value === "string" ? suggest(value, words) : undefined;
  return like === undefined ? `write one of ${words.join(", ")}` : `did you mean ${like}?`;
}

/** For a limit of which the schema does not itself say what would be right. */
function sizeAdvice(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const limit = Number(issue.code === "too_small" ? issue.minimum : issue.maximum);
  const how = issue.exact === true ? "exactly" : issue.code === "too_small" ? "at least" : "at most";
  const what = issue.origin === "array" ? (limit === 1 ? " item" : " items") : "";
  return `write ${how} ${limit}${what}`;
}

/** The field as a person would name it: `verb` of life[2] is "verb". */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return "file";
  return typeof last === "number" ? `${nameOf(path.slice(0, -1))}[${last}]` : String(last);
}

/** The value at a path of a file; undefined where there is none. */
export function at(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** A value in a message: on one line, whatever it holds, and cut after 60 characters. */
export function show(value: unknown): string {
  if (value === null) return "nothing";
  if (value === "") return "an empty text";
  const isPlain = typeof value === "number" || (typeof value === "string" && !/[\p{Cc}\u2028\u2029]/u.test(value));
  const text = isPlain ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
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

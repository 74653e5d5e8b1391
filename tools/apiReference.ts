import {examplesOf} from "../src/api/docsPage.ts";
import {type Document, document, type Operation, type Parameter} from "../src/api/document.ts";
import {kebab, problemKinds} from "../src/api/problem.ts";
import {bundledCases} from "../src/casebook/node.ts";
import {table} from "./markdown.ts";

/** The HTTP API as a page, from the document that the server gives. */
export function apiReference(version: string): string {
  const {info, paths}: Document = document(version, bundledCases());
  const operations = Object.entries(paths).map(([path, {get}]) => [path, get] as const);
  return `${[
    "<!-- Made by `npm run docs` from src/api; change the routes there. -->",
    "# The HTTP API",
    "`thaw serve` answers under `/api/v1`. `/api/v1/openapi.json` is this page for programs (OpenAPI 3.1), `/api/v1/docs` the same in a browser, and `/health` says whether the server is there.",
    info.description,
    table(
      ["GET /api/v1…", "answers"],
      operations.map(([path, {operationId, summary}]) => [`[\`${path}\`](#${operationId.toLowerCase()})`, summary])
    ),
    ...info["x-conventions"].flatMap(({title, text}) => [`## ${title}`, sentences(text)]),
    "## Problems",
    "What goes wrong is `application/problem+json` (RFC 9457), with a `code` that is never renamed and, where parameters are wrong, each of them in `errors`.",
    table(
      ["status", "kind", "when"],
      problemKinds.map(({kind, status, title}) => [String(status), `\`${kebab(kind)}\``, title])
    ),
    "A request that is not HTTP at all, or that does not arrive within 15 s, is answered with 400, 408 or 431 and cut off.",
    "## Routes",
    ...operations.flatMap(([path, operation]) => section(path, operation))
  ].join("\n\n")}\n`;
}

function section(path: string, operation: Operation): string[] {
  const {operationId, description, parameters, responses} = operation;
  const order = operation["x-order"];
  const {content} = responses["200"] as {readonly content: Readonly<Record<string, object>>};
  return [
    `### ${operationId}`,
    `\`GET /api/v1${path}\``,
    sentences(order === undefined ? description : `${description} A list, ${order}.`),
    table(
      ["parameter", "what it is"],
      parameters.map((one) => [`\`${one.name}\`${one.required ? ", required" : ""}`, aboutOf(one)])
    ),
    `Answers as ${Object.keys(content)
      .map((media) => `\`${media}\``)
      .join(", ")}.`,
    `\`\`\`text\n${examplesOf(path, operation).join("\n")}\n\`\`\``
  ];
}

function aboutOf({description, schema}: Parameter): string {
  const values = schema["enum"] as readonly string[] | undefined;
  const [least, most] = [schema["minimum"], schema["maximum"]];
  return [
    description,
    ...(values === undefined ? [] : [`: ${values.map((value) => `\`${value}\``).join(", ")}`]),
    ...(most === undefined ? [] : [`, from ${least} to ${most}`]),
    ...(schema["default"] === undefined ? [] : [` (default: \`${schema["default"]}\`)`])
  ].join("");
}

/** One sentence a line, as in all prose of the project. */
const sentences = (text: string): string => text.replace(/\. (?=[A-Z])/g, ".\n");

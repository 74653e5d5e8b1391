import {escapedHtml} from "../brief/escape.ts";
import {BASE} from "./base.ts";
import {docsCss} from "./docsCss.ts";
import type {Document, Operation, Parameter} from "./document.ts";
import {kebab, problemKinds} from "./problem.ts";

/** The document as a page to read: no script, nothing loaded. */
export function docsPage(document: Document): string {
  const operations = Object.entries(document.paths).map(([path, {get}]) => [path, get] as const);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Thaw: HTTP API</title>
<style>${docsCss}</style>
</head>
<body>
<main>
<h1>HTTP API</h1>
<p>${escapedHtml(document.info.description)}</p>
<p>Version ${escapedHtml(document.info.version)}. For programs: <a href="${BASE}/openapi.json">the OpenAPI document</a>.</p>
<nav aria-labelledby="routes">
<h2 id="routes">Routes</h2>
<table><thead><tr><th scope="col">GET</th><th scope="col">answers</th></tr></thead><tbody>
${operations.map(([path, {operationId, summary}]) => row(`<a href="#${operationId}"><code>${escapedHtml(path)}</code></a>`, escapedHtml(summary))).join("\n")}
</tbody></table>
</nav>
${document.info["x-conventions"].map(({title, text}) => `<h2>${escapedHtml(title)}</h2>\n<p>${escapedHtml(text)}</p>`).join("\n")}
<h2>Problems</h2>
<table><thead><tr><th scope="col">status</th><th scope="col">when</th></tr></thead><tbody>
${problemKinds.map(({kind, status, title}) => `<tr id="problem-${kebab(kind)}"><td>${status}</td><td>${escapedHtml(title)}</td></tr>`).join("\n")}
</tbody></table>
${operations.map(([path, operation]) => section(path, operation)).join("\n")}
</main>
</body>
</html>
`;
}

const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

function section(path: string, operation: Operation): string {
  const {operationId, description, parameters} = operation;
  const order = operation["x-order"];
  return `<section id="${operationId}">
<h2><code>${escapedHtml(path)}</code></h2>
<p>${escapedHtml(description)}${order === undefined ? "" : ` A list, ${escapedHtml(order)}.`}</p>
<table><thead><tr><th scope="col">parameter</th><th scope="col">what it is</th></tr></thead><tbody>
${parameters.map((one) => row(`<code>${escapedHtml(one.name)}</code>${one.required ? " *" : ""}`, aboutOf(one))).join("\n")}
</tbody></table>
<ul>
${examplesOf(path, operation)
  .map((example) => `<li><a href="${escapedHtml(example)}"><code>${escapedHtml(example)}</code></a></li>`)
  .join("\n")}
</ul>
</section>`;
}

function aboutOf({description, schema}: Parameter): string {
  const values = schema["enum"] as readonly string[] | undefined;
  const usual = schema["default"];
  return [
    escapedHtml(description),
    ...(values === undefined ? [] : [`: ${values.map((value) => `<code>${escapedHtml(value)}</code>`).join(" ")}`]),
    ...(usual === undefined ? [] : [`; <code>${escapedHtml(String(usual))}</code> when left out`])
  ].join("");
}

/** Addresses that work, from the server's root. */
export function examplesOf(path: string, operation: Operation): string[] {
  const filled = operation.parameters
    .filter((one) => one.in === "path")
    .reduce((at, {name, example = ""}) => at.replace(`{${name}}`, encodeURIComponent(example)), path);
  return operation["x-examples"].map((query) => `${BASE}${filled}${query === "" ? "" : `?${query}`}`);
}

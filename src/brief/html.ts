import {createHash} from "node:crypto";
import type {Chart, TableTwin} from "../charts/chart.ts";
import {briefCss} from "./briefCss.ts";
import type {Block, Brief, BriefTable, Note, Section, Text} from "./document.ts";
import {escapedHtml} from "./escape.ts";
import {cellText, type FormatNumber, numberIn} from "./numbers.ts";
import {renderSvg} from "./renderSvg.ts";

/** What a part of the page needs to know of the whole. */
type Page = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly number: FormatNumber;
  readonly labels: Brief["labels"];
  /** Notes that have been cited so far: a note leads back to its first citation. */
  readonly cited: Set<string>;
};

/**
 * A brief as one HTML file: no script, nothing loaded, charts as SVG in a wide and a narrow drawing with their numbers
 * as a table below. The content security policy allows its own style sheet and nothing else.
 */
export function briefHtml(brief: Brief): string {
  const page: Page = {
    numbers: new Map(brief.notes.map(({source, number}) => [source, number])),
    number: numberIn(brief.language),
    labels: brief.labels,
    cited: new Set()
  };
  const css = briefCss();
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(css).digest("base64")}'`,
    "style-src-attr 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  return `<!doctype html>
<html lang="${brief.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapedHtml(brief.title)}</title>
<style>${css}</style>
</head>
<body>
<a class="skip" href="#${brief.sections[0]!.id}">${escapedHtml(brief.sections[0]!.title)}</a>
<div class="page ${brief.form}">
<header>
<h1>${escapedHtml(brief.title)}</h1>
<p class="subtitle">${escapedHtml(brief.subtitle)}</p>
<p class="disclaimer">${escapedHtml(brief.disclaimer)}</p>
</header>
<main>
${figures(brief)}
<div class="lead">
${brief.lead.map((text) => `<p>${inline(text, page)}</p>`).join("\n")}
</div>
${brief.opening.map((one) => block(one, page, "h2")).join("\n")}
${brief.form === "full" ? contents(brief) : ""}
${brief.sections.map((one) => section(one, page)).join("\n")}
<section id="notes" aria-labelledby="notes-title">
<h2 id="notes-title">${escapedHtml(brief.labels.notes)}</h2>
<ol class="notes">
${brief.notes.map(note).join("\n")}
</ol>
</section>
</main>
<footer>
<p>${escapedHtml(brief.colophon)}</p>
<p>${escapedHtml(brief.disclaimer)}</p>
</footer>
</div>
</body>
</html>
`;
}

function figures({figures: list}: Brief): string {
  const items = list.map(
    ({value, label, rule}) =>
      `<div><dt>${escapedHtml(label)}</dt><dd class="value">${escapedHtml(value)}</dd><dd class="rule">${escapedHtml(rule)}</dd></div>`
  );
  return `<dl class="figures">\n${items.join("\n")}\n</dl>`;
}

function contents({sections, labels}: Brief): string {
  const entries = [...sections, {id: "notes", title: labels.notes}].map(
    ({id, title}) => `<li><a href="#${id}">${escapedHtml(title)}</a></li>`
  );
  return `<nav aria-labelledby="contents"><h2 id="contents">${escapedHtml(labels.contents)}</h2>\n<ol>\n${entries.join("\n")}\n</ol></nav>`;
}

function section({id, title, blocks}: Section, page: Page): string {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escapedHtml(title)}</h2>
${blocks.map((one) => block(one, page)).join("\n")}
</section>`;
}

/** @param level of the headings, one below that of the heading they stand under */
function block(one: Block, page: Page, level: "h2" | "h3" = "h3"): string {
  switch (one.kind) {
    case "paragraph":
      return `<p>${inline(one.text, page)}</p>`;
    case "list":
      return `<ul>${one.items.map((item) => `<li>${inline(item, page)}</li>`).join("")}</ul>`;
    case "heading":
      return `<${level}>${escapedHtml(one.text)}</${level}>`;
    case "chart":
      return chart(one.wide, one.narrow, page, level);
    case "table":
      return table(one, page);
  }
}

function chart(wide: Chart, narrow: Chart, page: Page, level: "h2" | "h3"): string {
  const id = `chart-${wide.id}`;
  return `<figure aria-labelledby="${id}-caption">
<figcaption id="${id}-caption"><${level}>${escapedHtml(wide.title)}</${level}><p>${escapedHtml(wide.caption)}</p></figcaption>
<div class="chart-wide">${renderSvg(wide, id)}</div>
<div class="chart-narrow">${renderSvg(narrow, `${id}-narrow`)}</div>
${wide.empty ? "" : folded(page.labels.numbers, twin(wide.table, page))}
</figure>`;
}

const folded = (label: string, content: string): string =>
  `<details><summary>${escapedHtml(label)}</summary>\n${content}</details>`;

function twin({caption, columns, rows}: TableTwin, {number}: Page): string {
  const head = columns.map((column) => `<th scope="col"${classOf(column)}>${escapedHtml(column.label)}</th>`).join("");
  const body = rows.map(
    (row) =>
      `<tr>${columns.map((column) => `<td${classOf(column)}>${escapedHtml(cellText(row, column, number))}</td>`).join("")}</tr>`
  );
  return scrolling(
    caption,
    `<table><caption>${escapedHtml(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody></table>`
  );
}

/** A wide table scrolls inside its own box, which the keyboard can reach. */
const scrolling = (name: string, content: string): string =>
  `<div class="scroll" role="region" aria-label="${escapedHtml(name)}" tabindex="0">${content}</div>`;

/** Stacked on a phone, where CSS takes the roles of a table away; so they are written out. */
function table({id, caption, columns, rows, folded: isFolded}: BriefTable, page: Page): string {
  const head = columns
    .map((column) => `<th role="columnheader" scope="col"${classOf(column)}>${escapedHtml(column.label)}</th>`)
    .join("");
  const body = rows.map((row) => {
    const cells = row.map((text, i) => {
      const column = columns[i]!;
      return `<td role="cell" data-label="${escapedHtml(column.label)}"${classOf(column)}>${inline(text, page)}</td>`;
    });
    return `<tr role="row">${cells.join("")}</tr>`;
  });
  const content = `<table role="table" class="stack" id="${id}"><caption>${escapedHtml(caption)}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body.join("\n")}
</tbody></table>`;
  return isFolded ? folded(caption, content) : content;
}

const classOf = ({numeric, days}: {readonly numeric?: true; readonly days?: true}): string =>
  numeric ? ' class="number"' : days ? ' class="days"' : "";

function inline(text: Text, page: Page): string {
  return text
    .map((piece) => {
      if (typeof piece === "string") return escapedHtml(piece);
      if ("strong" in piece) return `<strong>${escapedHtml(piece.strong)}</strong>`;
      if ("minor" in piece)
        return `<span class="minor">${escapedHtml(piece.minor)}${citations(piece.cite, page)}</span>`;
      return citations(piece.cite, page);
    })
    .join("");
}

const citations = (ids: readonly string[] = [], page: Page): string =>
  ids.length === 0 ? "" : `<sup class="cite">${ids.map((id) => citation(id, page)).join(" ")}</sup>`;

function citation(source: string, {numbers, cited}: Page): string {
  const number = numbers.get(source)!;
  const id = cited.has(source) ? "" : ` id="cite-${number}"`;
  cited.add(source);
  return `<a href="#note-${number}"${id}>${number}</a>`;
}

function note({number, text, url}: Note): string {
  const link = url === null ? "" : ` <a href="${escapedHtml(url)}">${escapedHtml(url)}</a>`;
  return `<li id="note-${number}" value="${number}">${escapedHtml(text)}${link} <a class="back" href="#cite-${number}" aria-label="↩ ${number}">↩</a></li>`;
}

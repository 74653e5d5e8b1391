import type {TableTwin} from "../charts/chart.ts";
import type {Block, Brief, BriefTable, Text} from "./document.ts";
import {escapedHtml, escapedMarkdown} from "./escape.ts";
import {cellText, type FormatNumber, numberIn} from "./numbers.ts";

type Page = {readonly numbers: ReadonlyMap<string, number>; readonly number: FormatNumber; readonly brief: Brief};

/** A brief as GitHub-flavoured Markdown with footnotes. A chart is its description and its numbers, folded. */
export function briefMarkdown(brief: Brief): string {
  const {title, subtitle, disclaimer, figures, lead, opening, sections, notes, labels, colophon, language} = brief;
  const page: Page = {
    numbers: new Map(notes.map(({source, number}) => [source, number])),
    number: numberIn(language),
    brief
  };
  const parts = [
    `# ${escapedMarkdown(title)}`,
    escapedMarkdown(subtitle),
    `*${escapedMarkdown(disclaimer)}*`,
    figures
      .map(
        ({value, label, rule}) => `- **${escapedMarkdown(value)} ${escapedMarkdown(label)}** (${escapedMarkdown(rule)})`
      )
      .join("\n"),
    ...lead.map((text) => inline(text, page)),
    ...opening.map((one) => block(one, page)),
    ...sections.flatMap((section) => [
      `## ${escapedMarkdown(section.title)}`,
      ...section.blocks.map((one) => block(one, page))
    ]),
    `## ${escapedMarkdown(labels.notes)}`,
    notes
      .map(({number, text, url}) => `[^${number}]: ${escapedMarkdown(text)}${url === null ? "" : ` <${url}>`}`)
      .join("\n"),
    escapedMarkdown(colophon)
  ];
  return `${parts.join("\n\n")}\n`;
}

function block(one: Block, page: Page): string {
  switch (one.kind) {
    case "paragraph":
      return inline(one.text, page);
    case "list":
      return one.items.map((item) => `- ${inline(item, page)}`).join("\n");
    case "heading":
      return `### ${escapedMarkdown(one.text)}`;
    case "table":
      return one.folded
        ? folded(one.caption, briefTable(one, page))
        : `**${escapedMarkdown(one.caption)}**\n\n${briefTable(one, page)}`;
    case "chart": {
      const {title, caption, description, table, empty} = one.wide;
      const texts = `### ${escapedMarkdown(title)}\n\n${escapedMarkdown(caption)}\n\n${escapedMarkdown(description)}`;
      return empty ? texts : `${texts}\n\n${folded(page.brief.labels.numbers, twin(table, page))}`;
    }
  }
}

const folded = (label: string, content: string): string =>
  `<details><summary>${escapedHtml(label)}</summary>\n\n${content}\n\n</details>`;

const briefTable = ({columns, rows}: BriefTable, page: Page): string =>
  table(
    columns,
    rows.map((row) => row.map((text) => inline(text, page)))
  );

const twin = ({columns, rows}: TableTwin, {number}: Page): string =>
  table(
    columns,
    rows.map((row) => columns.map((column) => escapedMarkdown(cellText(row, column, number))))
  );

function table(
  columns: readonly {readonly label: string; readonly numeric?: true}[],
  rows: readonly string[][]
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({label}) => escapedMarkdown(label))),
    line(columns.map(({numeric}) => (numeric ? "--:" : "---"))),
    ...rows.map(line)
  ].join("\n");
}

function inline(text: Text, {numbers}: Page): string {
  return text
    .map((piece) => {
      if (typeof piece === "string") return escapedMarkdown(piece);
      if ("strong" in piece) return `**${escapedMarkdown(piece.strong)}**`;
      const notes = (piece.cite ?? []).map((id) => `[^${numbers.get(id)}]`).join("");
      return "minor" in piece ? `<br>${escapedMarkdown(piece.minor)}${notes}` : notes;
    })
    .join("");
}

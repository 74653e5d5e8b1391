import type {Case} from "../casebook/case.ts";
import {formatDay} from "../time/day.ts";
import {caseCitation} from "./citations.ts";
import {LIST_SEPARATOR, type Table} from "./table.ts";

/** What a reader of the package needs before the first table, in Markdown. */
export function packageReadme(record: Case, tables: readonly Table[]): string {
  const {title, about, version, licence, coverage, checksum} = record;
  const citation = caseCitation(record);
  return `# ${title}

${about}

Version ${version}. The record is complete from ${formatDay(coverage.from)} to ${formatDay(coverage.to)}. Licence: ${licence}.
SHA-256 of the files it was read from: \`${checksum}\`.

Research aid, not legal advice; no measure found is not a clearance.

## Tables

Each table is in \`data/\` as CSV and as Parquet; \`datapackage.json\` (Data Package v2) describes every column.
\`data/case.json\` holds the whole case, with the texts in other languages and the tests of claims.

| table | rows | what a row is |
| --- | ---: | --- |
${tables.map(({name, rows, description}) => `| ${name} | ${rows.length} | ${description} |`).join("\n")}

## Reading them

- **Days** that are known only roughly are in three columns: the EDTF text, and the first and the last day it can be.
  An empty bound is a bound that nobody knows. Take no bound for the day.
- **Empty cells** are missing values; the description of the column says what an empty cell means.
- **Lists** of ids and keywords are in one cell, separated by \`${LIST_SEPARATOR}\`.
- **CSV texts** that a spreadsheet would run as a formula have an apostrophe before them.
  Parquet and JSON hold the texts as they stand in the record.
- CSV files are UTF-8 without a byte order mark; in a spreadsheet, import them as text in UTF-8.

## Citation

${citation.author?.map(({literal}) => literal).join(", ")}. *${citation.title}*. ${citation.note}.
`;
}

import type {Case} from "../casebook/case.ts";
import {formatDay} from "../time/day.ts";
import {CSV_MEDIA_TYPE, csv} from "./csv.ts";
import {caseJson} from "./json.ts";
import {packageReadme} from "./packageReadme.ts";
import {PARQUET_MEDIA_TYPE, parquet} from "./parquet.ts";
import type {Column, Table} from "./table.ts";
import {tables} from "./tables.ts";

/** A file of the package: its path, with `/`, from the package's folder. */
export type PackageFile = {readonly path: string; readonly bytes: Uint8Array};

export const DATA_PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

/**
 * A case as a Data Package v2: each table as CSV and as Parquet, the whole case as JSON, a README, and the descriptor
 * `datapackage.json` last. `created` is the last day that the record covers, not a clock, so the same case gives the same
 * bytes. CSV texts are guarded against spreadsheets (csv.ts); Parquet and JSON hold them as they stand in the record.
 *
 * @see https://datapackage.org/standard/data-package/ (v2.0), checked in test/reference/exportsDataPackage.test.ts
 */
export async function dataPackage(record: Case): Promise<PackageFile[]> {
  const encoder = new TextEncoder();
  const all = tables(record);
  const json = {path: "data/case.json", bytes: encoder.encode(caseJson(record))};
  const files = all.map((table) => ({
    table,
    csv: {path: `data/${table.name}.csv`, bytes: encoder.encode(csv(table))},
    parquet: {path: `data/${table.name}.parquet`, bytes: parquet(table)}
  }));
  const resources = [
    ...(await Promise.all(files.map((file) => csvResource(file.table, file.csv)))),
    ...(await Promise.all(files.map((file) => parquetResource(file.table, file.parquet)))),
    {
      name: "case",
      title: "The whole case",
      format: "json",
      mediatype: "application/json",
      encoding: "utf-8",
      ...(await fixity(json))
    }
  ];
  const descriptor = `${JSON.stringify({...about(record), resources}, null, 2)}\n`;
  return [
    ...files.flatMap((file) => [file.csv, file.parquet]),
    json,
    {path: "README.md", bytes: encoder.encode(packageReadme(record, all))},
    {path: "datapackage.json", bytes: encoder.encode(descriptor)}
  ];
}

function about({id, title, version, licence, about: description, coverage, checksum, sources}: Case): object {
  return {
    $schema: DATA_PACKAGE_PROFILE,
    name: `thaw-${id}`,
    title,
    description,
    version,
    created: `${formatDay(coverage.to)}T00:00:00Z`,
    licenses: [licenceOf(licence)],
    sources: sources.map(({title, URL}) => ({title, ...(URL !== undefined && /^https?:/.test(URL) && {path: URL})})),
    coverage: {from: formatDay(coverage.from), to: formatDay(coverage.to)},
    checksum: `sha256:${checksum}`
  };
}

const licenceOf = (licence: string): object =>
  licence === "CC-BY-4.0"
    ? {
        name: licence,
        path: "https://creativecommons.org/licenses/by/4.0/",
        title: "Creative Commons Attribution 4.0 International"
      }
    : {name: licence.replace(/[^-a-zA-Z0-9._]+/g, "-"), title: licence};

async function csvResource(table: Table, file: PackageFile): Promise<object> {
  return {
    name: table.name,
    type: "table",
    title: table.title,
    description: `${table.description} Texts that a spreadsheet would run as a formula have an apostrophe before them.`,
    format: "csv",
    mediatype: CSV_MEDIA_TYPE,
    encoding: "utf-8",
    ...(await fixity(file)),
    dialect: {delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true},
    schema: schemaOf(table, (name) => name)
  };
}

async function parquetResource(table: Table, file: PackageFile): Promise<object> {
  return {
    name: `${table.name}-parquet`,
    type: "table",
    title: table.title,
    description: `${table.description} Texts stand as they are in the record.`,
    format: "parquet",
    mediatype: PARQUET_MEDIA_TYPE,
    ...(await fixity(file)),
    schema: schemaOf(table, (name) => `${name}-parquet`)
  };
}

/** Table Schema v2. A reference to the table itself names no resource, as the standard asks. */
function schemaOf(table: Table, resource: (table: string) => string): object {
  return {
    fields: table.columns.map(fieldOf),
    missingValues: [""],
    primaryKey: table.primaryKey,
    ...(table.foreignKeys.length > 0 && {
      foreignKeys: table.foreignKeys.map(({fields, table: to, key}) => ({
        fields,
        reference: {...(to !== table.name && {resource: resource(to)}), fields: key}
      }))
    })
  };
}

function fieldOf({name, type, description, unit, missing, oneOf}: Column): object {
  const says = [description, ...(unit ? [`Unit: ${unit}`] : []), ...(missing === null ? [] : [`Empty: ${missing}`])];
  const constraints = {...(missing === null && {required: true}), ...(oneOf && {enum: oneOf})};
  return {
    name,
    type,
    description: `${says.join(". ")}.`,
    ...(Object.keys(constraints).length > 0 && {constraints})
  };
}

async function fixity({path, bytes}: PackageFile): Promise<object> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  return {
    path,
    bytes: bytes.length,
    hash: `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`
  };
}

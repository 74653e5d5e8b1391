import {writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import type {Case} from "../../casebook/case.ts";
import {incorrect} from "../../errors.ts";
import {atPath} from "../atPath.ts";
import {type CommandSpec, caseArgument, type Given, text} from "../command.ts";
import type {Effects} from "../effects.ts";
import {notFound, openRecord} from "../openRecord.ts";
import {count} from "../style.ts";

const formats = ["package", "csv", "parquet", "json", "ftm"] as const;
type Format = (typeof formats)[number];

export const exportCommand: CommandSpec = {
  name: "export",
  summary: "write a case as a Data Package (CSV and Parquet with schemas), or one table, JSON or FollowTheMoney",
  about:
    "Writes a case. package: a folder with datapackage.json, CSV and Parquet files and case.json. csv and parquet: one table (--table). json: the whole case. ftm: the parties and sanctions as FollowTheMoney entities, one JSON object a line. csv, json and ftm go to stdout when --out is left out. What is there is not written over without --force.",
  args: [caseArgument],
  options: [
    {flags: "--format <format>", about: "what to write", choices: formats, default: "package"},
    {flags: "--table <table>", about: "for csv and parquet: measures (the default), events, steps, motives, sources …"},
    {flags: "--out <path>", about: "folder (package; default: <case>-data) or file"},
    {flags: "--force", about: "write over what is there"}
  ],
  examples: ["thaw export us-china --out us-china-data", "thaw export us-china --format csv --table steps > steps.csv"],
  async run({args: [name = ""], options}, effects) {
    const {one} = openRecord(name, effects);
    const format = text(options["format"]) as Format;
    if (options["table"] !== undefined && format !== "csv" && format !== "parquet") {
      throw incorrect("cli/no-such-table", `no table in format ${format}; add --format csv or --format parquet`);
    }
    if (format === "package") await writeFolder(one, options, effects);
    else await writeOne(one, format, options, effects);
  }
};

async function writeFolder(one: Case, options: Given["options"], effects: Effects): Promise<void> {
  const folder = text(options["out"]) ?? `${one.id}-data`;
  const {writePackage} = await import("../../exports/node.ts");
  const force = options["force"] === true;
  const files = await atPath(folder, () => writePackage(one, resolve(effects.cwd, folder), {force}));
  effects.out(`wrote ${count(files.length, "file")} to ${folder}`);
  for (const file of files) effects.note(join(folder, file));
}

async function writeOne(
  one: Case,
  format: Exclude<Format, "package">,
  options: Given["options"],
  effects: Effects
): Promise<void> {
  const path = text(options["out"]);
  const data = await contents(one, format, text(options["table"]) ?? "measures");
  if (path !== undefined) {
    const flag = options["force"] === true ? "w" : "wx";
    await atPath(path, () => writeFileSync(resolve(effects.cwd, path), data, {flag}));
    effects.out(`wrote ${path}`);
  } else if (typeof data === "string") effects.write(data);
  else throw incorrect("cli/no-out", "no file to write Parquet to; name it with --out");
}

async function contents(one: Case, format: Exclude<Format, "package">, wanted: string): Promise<string | Uint8Array> {
  if (format === "json") return (await import("../../exports/json.ts")).caseJson(one);
  if (format === "ftm") return (await import("../../exports/followTheMoney.ts")).followTheMoney(one);
  const all = (await import("../../exports/tables.ts")).tables(one);
  const found = all.find((table) => table.name === wanted);
  if (found === undefined) {
    const names = all.map((table) => table.name);
    throw notFound("cli/no-table", `no table ${wanted}`, wanted, names, `write one of ${names.join(", ")}`);
  }
  if (format === "csv") return (await import("../../exports/csv.ts")).csv(found);
  return (await import("../../exports/parquet.ts")).parquet(found);
}

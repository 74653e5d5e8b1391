import {writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {suggest} from "../../casebook/explainIssue.ts";
import {ThawError} from "../../errors.ts";
import {csv} from "../../exports/csv.ts";
import {followTheMoney} from "../../exports/followTheMoney.ts";
import {caseJson} from "../../exports/json.ts";
import {writePackage} from "../../exports/node.ts";
import {tables} from "../../exports/tables.ts";
import {type CommandSpec, text} from "../command.ts";
import {openRecord} from "../openRecord.ts";

const formats = ["package", "csv", "parquet", "json", "ftm"] as const;

export const exportCommand: CommandSpec = {
  name: "export",
  summary: "write a case as a Data Package (CSV and Parquet with schemas), or one table, JSON or FollowTheMoney",
  about:
    "Writes a case. package: a folder with datapackage.json, CSV and Parquet files and case.json. csv and parquet: one table (--table). json: the whole case. ftm: the parties and sanctions as FollowTheMoney entities, one JSON object a line. csv, json and ftm go to stdout when --out is left out.",
  args: [{name: "<case>", about: "a bundled case, or a folder with a case.yaml"}],
  options: [
    {flags: "--format <format>", about: "what to write", choices: formats, default: "package"},
    {flags: "--table <table>", about: "measures, events, steps, motives, sources, claims, trade …"},
    {flags: "--out <path>", about: "folder (package) or file"},
    {flags: "--force", about: "write over the files of a package folder that is not empty"}
  ],
  examples: ["thaw export us-china --out us-china-data", "thaw export us-china --format csv --table steps > steps.csv"],
  async run({args: [name = ""], options}, effects) {
    const {one} = openRecord(name, effects);
    const format = text(options["format"]) ?? "package";
    const path = text(options["out"]);
    if (format === "package") {
      const folder = path ?? `${one.id}-data`;
      const files = await writePackage(one, resolve(effects.cwd, folder), {force: options["force"] === true});
      effects.out(`wrote ${files.length} files to ${folder}`);
      for (const file of files) effects.note(join(folder, file));
      return;
    }
    const write = (data: string | Uint8Array) => {
      if (path !== undefined) writeFileSync(resolve(effects.cwd, path), data);
      else if (typeof data === "string") effects.out(data.replace(/\r?\n$/, ""));
      else throw new ThawError("incorrect", "cli/no-out", "no file to write Parquet to; name it with --out");
      if (path !== undefined) effects.out(`wrote ${path}`);
    };
    if (format === "json") write(caseJson(one));
    else if (format === "ftm") write(followTheMoney(one));
    else {
      const wanted = text(options["table"]) ?? "measures";
      const all = tables(one);
      const found = all.find((table) => table.name === wanted);
      if (found === undefined) {
        const names = all.map((table) => table.name);
        const like = suggest(wanted, names);
        const advice = like === undefined ? `write one of ${names.join(", ")}` : `did you mean ${like}?`;
        throw new ThawError("notFound", "cli/no-table", `no table ${wanted}; ${advice}`);
      }
      write(format === "csv" ? csv(found) : await (await import("../../exports/parquet.ts")).parquet(found));
    }
  }
};

import type {Case} from "../../casebook/case.ts";
import {type CslItem, citedItems, cslJson} from "../../exports/citations.ts";
import {type CommandSpec, caseArgument, text} from "../command.ts";
import {notFound, openRecord} from "../openRecord.ts";

const formats = ["bibtex", "ris", "csl"] as const;

export const citeCommand: CommandSpec = {
  name: "cite",
  summary: "print the citation of a case, or of its sources, as BibTeX, RIS or CSL-JSON",
  args: [
    caseArgument,
    {name: "[what]", about: "a source key, a measure id (its sources), or all; the case itself when left out"}
  ],
  options: [{flags: "--format <format>", about: "citation format", choices: formats, default: "bibtex"}],
  examples: ["thaw cite us-china", "thaw cite us-china zte-denial-order-2018 --format ris"],
  async run({args: [name = "", what], options}, effects) {
    const items = itemsOf(openRecord(name, effects).one, what);
    const format = text(options["format"]);
    if (format === "csl") effects.write(cslJson(items));
    else if (format === "ris") effects.write(await (await import("../../exports/ris.ts")).ris(items));
    else effects.write(await (await import("../../exports/bibtex.ts")).bibtex(items));
  }
};

function itemsOf(one: Case, what: string | undefined): CslItem[] {
  if (what === undefined) return citedItems(one, []);
  if (what === "all") return citedItems(one);
  const measure = one.measures.find(({id}) => id === what);
  const cited = measure?.life.flatMap(({sources}) => sources.map(({source}) => source));
  const [, ...sources] = citedItems(one, cited ?? [what]);
  if (sources.length > 0) return sources;
  if (measure !== undefined) throw notFound("cli/no-source", `no source of ${what}`, "", [], "none is on record");
  const names = [...one.sources, ...one.measures].map(({id}) => id);
  throw notFound(
    "cli/no-source",
    `no source or measure ${what}`,
    what,
    names,
    "name a source key, a measure id or all"
  );
}

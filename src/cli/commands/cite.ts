import {suggest} from "../../casebook/explainIssue.ts";
import {ThawError} from "../../errors.ts";
import {citedItems, cslJson} from "../../exports/citations.ts";
import {type CommandSpec, text} from "../command.ts";
import {openRecord} from "../openRecord.ts";

const formats = ["bibtex", "ris", "csl"] as const;

export const citeCommand: CommandSpec = {
  name: "cite",
  summary: "print the citation of a case, or of its sources, as BibTeX, RIS or CSL-JSON",
  args: [
    {name: "<case>", about: "a bundled case, or a folder with a case.yaml"},
    {name: "[what]", about: "a source key, a measure id (its sources), or all; the case itself when left out"}
  ],
  options: [{flags: "--format <format>", about: "citation format", choices: formats, default: "bibtex"}],
  examples: ["thaw cite us-china", "thaw cite us-china zte-denial-order-2018 --format ris"],
  async run({args: [name = "", what], options}, effects) {
    const {one} = openRecord(name, effects);
    const measure = one.measures.find(({id}) => id === what);
    const keys =
      what === undefined
        ? []
        : what === "all"
          ? undefined
          : measure !== undefined
            ? measure.life.flatMap(({sources}) => sources.map(({source}) => source))
            : one.sources.some(({id}) => id === what)
              ? [what]
              : unknown(what, [...one.sources.map(({id}) => id), ...one.measures.map(({id}) => id)]);
    const all = citedItems(one, keys);
    const items = what === undefined || what === "all" ? all : all.slice(1);
    const format = text(options["format"]);
    if (format === "csl") effects.out(cslJson(items).trimEnd());
    else if (format === "ris") effects.out((await (await import("../../exports/ris.ts")).ris(items)).trimEnd());
    else effects.out((await (await import("../../exports/bibtex.ts")).bibtex(items)).trimEnd());
  }
};

function unknown(what: string, names: readonly string[]): never {
  const like = suggest(what, names);
  const advice = like === undefined ? "name a source key, a measure id or all" : `did you mean ${like}?`;
  throw new ThawError("notFound", "cli/no-source", `no source or measure ${what}; ${advice}`);
}

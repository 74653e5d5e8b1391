import {caseSummary} from "../../answers/caseSummary.ts";
import {bundledCases, openCase} from "../../casebook/node.ts";
import {type CommandSpec, json, jsonOption} from "../command.ts";
import {table} from "../table.ts";

export const casesCommand: CommandSpec = {
  name: "cases",
  summary: "list the bundled cases with counts, coverage and how far they are verified",
  about:
    "Lists the bundled cases, or the one that is named: measures, events, the share of events that are verified against a source, and the first and last day to which the record is complete.",
  args: [{name: "[case]", about: "only this one: a bundled case, or a folder with a case.yaml"}],
  options: [jsonOption],
  examples: ["thaw cases", "thaw cases us-china"],
  run({args: [named], options}, effects) {
    const names = named === undefined ? bundledCases() : [named];
    const rows = names.map((name) => caseSummary(openCase(name, effects.cwd)));
    if (options["json"] === true) {
      effects.out(json(rows));
      return;
    }
    effects.out(
      table(
        [
          {label: "Case"},
          {label: "Title", wraps: true},
          {label: "Measures", align: "right"},
          {label: "Events", align: "right"},
          {label: "Verified", align: "right"},
          {label: "Complete from", wraps: true},
          {label: "to"},
          {label: "Languages", wraps: true}
        ],
        rows.map((row) => [
          row.id,
          row.title,
          String(row.measures),
          String(row.events),
          `${Math.round((100 * row.verified) / row.events)}%`,
          row.from,
          row.to,
          row.languages.join(", ")
        ]),
        effects.width
      )
    );
  }
};

import {type ChangeKind, diff} from "../../sanctions/diff.ts";
import {changeInWords} from "../../sanctions/diffWords.ts";
import {standingWord} from "../../sanctions/standing.ts";
import {formatDay} from "../../time/day.ts";
import {type CommandSpec, jsonOption} from "../command.ts";
import {DISCLAIMER, dayOrToday, noteCoverage, openRecord, provenance} from "../openRecord.ts";
import {bold, dim, paragraph} from "../style.ts";

const headings: Readonly<Record<ChangeKind, string>> = {
  new: "New",
  heavier: "Heavier",
  lighter: "Lighter",
  ended: "Ended",
  cameAndWent: "Came and went in between",
  unchanged: "Steps, but the same standing"
};

export const diffCommand: CommandSpec = {
  name: "diff",
  summary: "say in plain words what changed between two days",
  args: [
    {name: "<case>", about: "a bundled case, or a folder with a case.yaml"},
    {name: "<from>", about: "YYYY-MM-DD"},
    {name: "<to>", about: "YYYY-MM-DD, or today"}
  ],
  options: [jsonOption],
  examples: ["thaw diff us-china 1968-12-31 2002-01-02"],
  run({args: [name = "", typedFrom, typedTo], options}, effects) {
    const record = openRecord(name, effects);
    const from = dayOrToday(typedFrom, "from", effects);
    const to = dayOrToday(typedTo, "to", effects);
    noteCoverage(record, to, effects);
    const [first, last] = from <= to ? [from, to] : [to, from];
    if (from > to) effects.note("note: the days were given in reverse; read from the earlier to the later");
    const changes = diff(record.lives, first, last);
    if (options["json"] === true) {
      const rows = changes.map((change) => ({
        id: change.life.measure.id,
        title: change.life.measure.title,
        kind: change.kind,
        before: change.before.standings,
        after: change.after.standings,
        words: changeInWords(change),
        events: change.steps.map(({cause}) => cause.event.id)
      }));
      effects.out(
        JSON.stringify({...provenance(record), from: formatDay(first), to: formatDay(last), changes: rows}, null, 2)
      );
      return;
    }
    effects.out(bold(`${record.one.title}: what changed from ${formatDay(first)} to ${formatDay(last)}`, effects));
    for (const kind of Object.keys(headings) as ChangeKind[]) {
      const own = changes.filter((change) => change.kind === kind);
      if (own.length === 0) continue;
      effects.out("");
      effects.out(bold(`${headings[kind]} (${own.length})`, effects));
      for (const change of own) {
        effects.out(paragraph(`${change.life.measure.title} [${change.life.measure.id}]`, effects.width, "  "));
        const after = change.after.standings.map(standingWord).join(" or ");
        effects.out(paragraph(`${changeInWords(change)}. Stands at: ${after}.`, effects.width, "    "));
      }
    }
    effects.out("");
    effects.out(dim(`${changes.length} measures with a step in between. ${DISCLAIMER}`, effects));
  }
};

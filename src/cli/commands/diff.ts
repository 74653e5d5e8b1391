import {changeAnswer} from "../../answers/steps.ts";
import {type Change, type ChangeKind, diff} from "../../sanctions/diff.ts";
import {changeInWords} from "../../sanctions/diffWords.ts";
import {standingWord} from "../../sanctions/standing.ts";
import {formatDay} from "../../time/day.ts";
import {type CommandSpec, caseArgument, json, jsonOption} from "../command.ts";
import type {Effects} from "../effects.ts";
import {coverageNote, DISCLAIMER, dayOf, openRecord, provenance} from "../openRecord.ts";
import {aside, count, heading, paragraph} from "../style.ts";

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
  about:
    "Says in plain words what changed after the first day, up to and on the second: new, heavier, lighter and ended measures, and those that came and went in between. Where dates are imprecise the newest standing that is possible on each day is compared. A measure whose steps may just as well lie before the first day as after the second is counted and left out, unless --all is given.",
  args: [
    caseArgument,
    {name: "<from>", about: "YYYY-MM-DD, or today"},
    {name: "<to>", about: "YYYY-MM-DD, or today; not before <from>"}
  ],
  options: [{flags: "--all", about: "with measures whose steps are not known to lie in between"}, jsonOption],
  examples: ["thaw diff us-china 1968-12-31 2002-01-02", "thaw diff us-china 2024-12-31 2025-12-31 --json"],
  run({args: [name = "", typedFrom = "", typedTo = ""], options}, effects) {
    const record = openRecord(name, effects);
    const from = dayOf(typedFrom, "from", effects);
    const to = dayOf(typedTo, "to", effects);
    const all = diff(record.lives, from, to);
    const changes = options["all"] === true ? all : all.filter(({placed}) => placed);
    const hidden = all.length - changes.length;
    const note = coverageNote(record, from, to);
    if (options["json"] === true) {
      const days = {from: formatDay(from), to: formatDay(to)};
      effects.out(json({...provenance(record), ...days, note, hidden, changes: changes.map(changeAnswer)}));
      return;
    }
    effects.out(heading(`${record.one.title}: what changed from ${formatDay(from)} to ${formatDay(to)}`, effects));
    if (note !== null) effects.out(paragraph(note, effects.width));
    print(changes, effects);
    effects.out("");
    const line = changes.length === 0 ? "No measure has a step in between." : totals(changes);
    effects.out(aside(`${line}${hiddenLine(hidden)} ${DISCLAIMER}`, effects));
  }
};

const kinds = Object.keys(headings) as readonly ChangeKind[];

function print(changes: readonly Change[], effects: Effects): void {
  for (const kind of kinds) {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) continue;
    effects.out("");
    effects.out(heading(`${headings[kind]} (${own.length})`, effects));
    for (const change of own) {
      const {title, id} = change.life.measure;
      const after = change.after.standings.map(standingWord).join(" or ");
      effects.out(paragraph(`${title} [${id}]`, effects.width, "  "));
      effects.out(aside(`${changeInWords(change)}. Stands at: ${after}.`, effects, "    "));
    }
  }
}

function totals(changes: readonly Change[]): string {
  const ended = changes.filter(({kind}) => kind === "ended").length;
  const started = changes.filter(({kind}) => kind === "new").length;
  return `${count(changes.length, "measure")} with a step in between: ${started} new, ${ended} ended.`;
}

const hiddenLine = (n: number): string =>
  n === 0
    ? ""
    : ` Left out: ${count(n, "measure")} whose steps may lie before, in between or after; --all lists them too.`;

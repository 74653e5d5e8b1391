import {type Change, type ChangeKind, diff} from "../../sanctions/diff.ts";
import {changeInWords} from "../../sanctions/diffWords.ts";
import {standingWord} from "../../sanctions/standing.ts";
import {formatDay} from "../../time/day.ts";
import {type CommandSpec, caseArgument, json, jsonOption} from "../command.ts";
import type {Effects} from "../effects.ts";
import {DISCLAIMER, dayOrToday, noteCoverage, openRecord, provenance} from "../openRecord.ts";
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
    "Says in plain words what changed after the first day, up to and on the second: new, heavier, lighter and ended measures, and those that came and went in between. Where dates are imprecise the newest standing that is possible on each day is compared.",
  args: [
    caseArgument,
    {name: "<from>", about: "YYYY-MM-DD, or today"},
    {name: "<to>", about: "YYYY-MM-DD, or today; not before <from>"}
  ],
  options: [jsonOption],
  examples: ["thaw diff us-china 1968-12-31 2002-01-02", "thaw diff us-china 2024-12-31 2025-12-31 --json"],
  run({args: [name = "", typedFrom, typedTo], options}, effects) {
    const record = openRecord(name, effects);
    const from = dayOrToday(typedFrom, "from", effects);
    const to = dayOrToday(typedTo, "to", effects);
    const changes = diff(record.lives, from, to);
    for (const day of new Set([from, to])) noteCoverage(record, day, effects);
    if (options["json"] === true) {
      const days = {from: formatDay(from), to: formatDay(to)};
      effects.out(json({...provenance(record), ...days, changes: changes.map(asJson)}));
      return;
    }
    effects.out(heading(`${record.one.title}: what changed from ${formatDay(from)} to ${formatDay(to)}`, effects));
    print(changes, effects);
    effects.out("");
    const line = changes.length === 0 ? "No measure has a step in between." : totals(changes);
    effects.out(aside(`${line} ${DISCLAIMER}`, effects));
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

const asJson = (change: Change) => ({
  id: change.life.measure.id,
  title: change.life.measure.title,
  kind: change.kind,
  before: change.before.standings,
  after: change.after.standings,
  words: changeInWords(change),
  events: change.steps.map(({cause}) => cause.event.id)
});

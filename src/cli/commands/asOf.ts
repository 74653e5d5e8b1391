import {certaintyOn, standingAnswer} from "../../answers/standing.ts";
import {asOf, madeStanding, type StandingAsOf} from "../../sanctions/asOf.ts";
import {groundsOn} from "../../sanctions/authorities.ts";
import {channelOf, channels} from "../../sanctions/channel.ts";
import {type Step, verbOf} from "../../sanctions/life.ts";
import {isLive, type State, standingWord} from "../../sanctions/standing.ts";
import {verbWord} from "../../sanctions/verb.ts";
import {weakestVerification} from "../../sanctions/verification.ts";
import {type Day, formatDay} from "../../time/day.ts";
import {type CommandSpec, caseArgument, type Given, json, jsonOption, text} from "../command.ts";
import type {Effects} from "../effects.ts";
import {coverageNote, DISCLAIMER, dayAsked, notFound, type OpenRecord, openRecord, provenance} from "../openRecord.ts";
import {aside, count, heading, paragraph} from "../style.ts";
import {table} from "../table.ts";

const states: readonly State[] = ["notYet", "threatened", "inForce", "suspended", "ended"];

export const asOfCommand: CommandSpec = {
  name: "as-of",
  summary: "list the measures that stand on a day, with how certain that is",
  about:
    "Lists the measures that are threatened, in force or suspended on a day, with state, certainty, the step that brought the state, authority and source. A step counts from its own day on. Where dates are imprecise every state that they allow is named. The authority is the first of those that held on the day, or else the instrument of the step; --json has them all. After the last day that the record covers nothing is certain: what stands there stands if nobody has acted since. The source says how far the weakest of the steps that count was verified.",
  args: [
    caseArgument,
    {name: "[day]", about: "YYYY-MM-DD or today; the last day that the record covers when left out"}
  ],
  options: [
    {flags: "--state <state>", about: "only measures that may be in this state", choices: states},
    {flags: "--channel <channel>", about: "only measures of this channel", choices: channels},
    {flags: "--sender <party>", about: "only measures with this sender, by id or name"},
    {flags: "--certain", about: "leave out what is only possible"},
    jsonOption
  ],
  examples: ["thaw as-of us-china 1989-06-15", "thaw as-of us-china 2024-10-01 --channel trade --json"],
  run({args: [name = "", typed], options}, effects) {
    const record = openRecord(name, effects);
    const day = dayAsked(typed, "day", record, effects);
    const measures = asOf(record.lives, day).filter(filterOf(options, record));
    if (options["json"] === true) {
      const note = coverageNote(record, day);
      effects.out(
        json({
          ...provenance(record),
          day: formatDay(day),
          note,
          measures: measures.map((at) => standingAnswer(at, day, record))
        })
      );
    } else print(measures, day, record, effects);
  }
};

function filterOf(options: Given["options"], {one}: OpenRecord): (at: StandingAsOf) => boolean {
  const state = text(options["state"]) as State | undefined;
  const typed = text(options["sender"]);
  const sender = typed === undefined ? undefined : senderOf(typed, one);
  return (at) =>
    (state === undefined ? at.standings.some(isLive) : at.states.includes(state)) &&
    (options["certain"] !== true || at.certainty === "certain") &&
    (options["channel"] === undefined || channelOf(at.life.measure) === options["channel"]) &&
    (sender === undefined || at.life.measure.senders.includes(sender));
}

/** The id of a sender by its id or name, in whatever case it is typed. @throws notFound `cli/no-sender` */
function senderOf(typed: string, {measures, parties}: OpenRecord["one"]): string {
  const ids = [...new Set(measures.flatMap(({senders}) => senders))].sort();
  const named = ids.map((id) => ({id, name: parties.find((party) => party.id === id)?.name ?? id}));
  const word = typed.toLowerCase();
  const found = named.find(({id, name}) => id.toLowerCase() === word || name.toLowerCase() === word);
  if (found !== undefined) return found.id;
  const list = named.map(({id, name}) => (id === name ? id : `${id} (${name})`)).join(", ");
  const names = named.flatMap(({id, name}) => [id, name]);
  throw notFound("cli/no-sender", `no sender ${typed}`, typed, names, `the senders are ${list}`);
}

function print(measures: readonly StandingAsOf[], day: Day, record: OpenRecord, effects: Effects): void {
  const {title, coverage} = record.one;
  const possible = measures.filter(({certainty}) => certainty === "possible").length;
  const doubt = possible === 0 ? "" : `, ${possible} of them only possibly`;
  effects.out(heading(`${title}, ${formatDay(day)}: ${count(measures.length, "measure")}${doubt}`, effects));
  const note = coverageNote(record, day) ?? (day === coverage.to ? "The last day that the record covers." : null);
  if (note !== null) effects.out(paragraph(note, effects.width));
  effects.out("");
  if (measures.length > 0) {
    const rows = measures.map((at) => [
      at.life.measure.id,
      wordOf(at),
      certaintyWords[certaintyOn(at, day, record)],
      stepCell(madeStanding(at)),
      groundsOn(at, day)[0] ?? "none on record",
      sourceCell(at)
    ]);
    effects.out(
      table(
        [
          {label: "Measure", wraps: true},
          {label: "State", wraps: true},
          {label: "Certainty"},
          {label: "Brought by", wraps: true},
          {label: "Authority", wraps: true},
          {label: "Source", wraps: true}
        ],
        rows,
        effects.width
      )
    );
    effects.out("");
    effects.out(aside(`${countLine(measures)}.`, effects));
  }
  effects.out(aside(DISCLAIMER, effects));
}

const wordOf = ({standings}: StandingAsOf): string => standings.map(standingWord).join(" or ");

const certaintyWords = {certain: "certain", possible: "possible", ifUnchanged: "if unchanged"} as const;

const stepCell = (step: Step | undefined): string =>
  step === undefined
    ? "none yet"
    : `${step.when.text} ${verbWord(verbOf(step.cause))}${step.ahead ? ", unless somebody acts first" : ""}`;

function sourceCell(at: StandingAsOf): string {
  const made = madeStanding(at);
  if (made === undefined) return "";
  return `${made.cause.event.sources[0]?.source ?? "none"}, ${weakestVerification([made, ...at.steps])}`;
}

/** How many measures stand at each state, the most first. */
function countLine(measures: readonly StandingAsOf[]): string {
  const groups = Map.groupBy(measures, wordOf);
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([word, {length}]) => `${length} ${word}`)
    .join("; ");
}

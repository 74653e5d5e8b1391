import {asOf, newestStep, type StandingAsOf} from "../../sanctions/asOf.ts";
import {channelOf, channels} from "../../sanctions/channel.ts";
import {type Step, verbOf} from "../../sanctions/life.ts";
import {isLive, type State, standingWord} from "../../sanctions/standing.ts";
import {verbWord} from "../../sanctions/verb.ts";
import {whoCanEnd} from "../../sanctions/whoCanEnd.ts";
import {type Day, FIRST_DAY, formatDay, LAST_DAY} from "../../time/day.ts";
import {type CommandSpec, caseArgument, type Given, json, jsonOption, text} from "../command.ts";
import type {Effects} from "../effects.ts";
import {
  DISCLAIMER,
  dayOrToday,
  noteCoverage,
  notFound,
  type OpenRecord,
  openRecord,
  provenance
} from "../openRecord.ts";
import {aside, count, heading} from "../style.ts";
import {table} from "../table.ts";

const states: readonly State[] = ["notYet", "threatened", "inForce", "suspended", "ended"];

export const asOfCommand: CommandSpec = {
  name: "as-of",
  summary: "list the measures that stand on a day, with how certain that is",
  about:
    "Lists the measures that are threatened, in force or suspended on a day, with state, certainty, last step, authority and source. A step counts from its own day on. Where dates are imprecise every state that they allow is named. The authority is the first that the measure rests on over its whole life; --json has them all, and the instrument of each step.",
  args: [caseArgument, {name: "[day]", about: "YYYY-MM-DD; today when left out"}],
  options: [
    {flags: "--state <state>", about: "only measures that may be in this state", choices: states},
    {flags: "--channel <channel>", about: "only measures of this channel", choices: channels},
    {flags: "--sender <party>", about: "only measures with this sender"},
    {flags: "--certain", about: "leave out what is only possible"},
    jsonOption
  ],
  examples: ["thaw as-of us-china 1989-06-15", "thaw as-of us-china 2024-10-01 --channel trade --json"],
  run({args: [name = "", typed], options}, effects) {
    const record = openRecord(name, effects);
    const day = dayOrToday(typed, "day", effects);
    const measures = asOf(record.lives, day).filter(filterOf(options, record));
    noteCoverage(record, day, effects);
    if (options["json"] === true) {
      effects.out(json({...provenance(record), day: formatDay(day), measures: measures.map(asJson)}));
    } else print(measures, day, record, effects);
  }
};

function filterOf(options: Given["options"], {one}: OpenRecord): (at: StandingAsOf) => boolean {
  const state = text(options["state"]) as State | undefined;
  const sender = text(options["sender"]);
  const senders = [...new Set(one.measures.flatMap((measure) => measure.senders))].sort();
  if (sender !== undefined && !senders.includes(sender)) {
    throw notFound("cli/no-sender", `no sender ${sender}`, sender, senders, `the senders are ${senders.join(", ")}`);
  }
  return (at) =>
    (state === undefined ? at.standings.some(isLive) : at.states.includes(state)) &&
    (options["certain"] !== true || at.certainty === "certain") &&
    (options["channel"] === undefined || channelOf(at.life.measure) === options["channel"]) &&
    (sender === undefined || at.life.measure.senders.includes(sender));
}

function print(measures: readonly StandingAsOf[], day: Day, {one}: OpenRecord, effects: Effects): void {
  const possible = measures.filter(({certainty}) => certainty === "possible").length;
  const doubt = possible === 0 ? "" : `, ${possible} of them only possibly`;
  effects.out(heading(`${one.title}, ${formatDay(day)}: ${count(measures.length, "measure")}${doubt}`, effects));
  effects.out("");
  if (measures.length > 0) {
    const rows = measures.map((at) => [
      at.life.measure.id,
      wordOf(at),
      at.certainty,
      stepCell(shownStep(at)),
      at.life.measure.authorities[0]?.cite ?? "none on record",
      sourceCell(shownStep(at))
    ]);
    effects.out(
      table(
        [
          {label: "Measure", wraps: true},
          {label: "State", wraps: true},
          {label: "Certainty"},
          {label: "Last step", wraps: true},
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

/** The newest step that leaves the measure live, or the newest of all where none does. */
const shownStep = (at: StandingAsOf) => at.steps.findLast(({standing}) => isLive(standing)) ?? newestStep(at);

const stepCell = (step: Step | undefined): string =>
  step === undefined ? "none yet" : `${step.when.text} ${verbWord(verbOf(step.cause))}`;

function sourceCell(step: Step | undefined): string {
  if (step === undefined) return "";
  const {sources, verification} = step.cause.event;
  return `${sources[0]?.source ?? "none"}, ${verification}`;
}

/** How many measures stand at each state, the most first. */
function countLine(measures: readonly StandingAsOf[]): string {
  const groups = Map.groupBy(measures, wordOf);
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([word, {length}]) => `${length} ${word}`)
    .join("; ");
}

function asJson(at: StandingAsOf) {
  const {measure} = at.life;
  return {
    id: measure.id,
    title: measure.title,
    type: measure.type,
    channel: channelOf(measure),
    senders: measure.senders,
    targets: measure.targets,
    states: at.states,
    standings: at.standings,
    certainty: at.certainty,
    ahead: at.ahead,
    authorities: measure.authorities,
    whoCanEnd: whoCanEnd(measure).ender,
    steps: at.steps.map(({cause, when, standing, ahead}) => ({
      event: cause.event.id,
      cause: cause.kind,
      verb: verbOf(cause),
      standing,
      ahead,
      date: when.text,
      earliest: when.earliest === FIRST_DAY ? null : formatDay(when.earliest),
      latest: when.latest === LAST_DAY ? null : formatDay(when.latest),
      instrument: cause.event.instrument,
      verification: cause.event.verification,
      sources: cause.event.sources
    }))
  };
}

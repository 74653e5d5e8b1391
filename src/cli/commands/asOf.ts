import {asOf, newestStep, type StandingAsOf} from "../../sanctions/asOf.ts";
import {channelOf, channels} from "../../sanctions/channel.ts";
import {isLive, type State, standingWord} from "../../sanctions/standing.ts";
import {whoCanEnd} from "../../sanctions/whoCanEnd.ts";
import {formatDay} from "../../time/day.ts";
import {type CommandSpec, jsonOption, text} from "../command.ts";
import {DISCLAIMER, dayOrToday, noteCoverage, openRecord, provenance} from "../openRecord.ts";
import {bold, dim} from "../style.ts";
import {table} from "../table.ts";

const states: readonly State[] = ["notYet", "threatened", "inForce", "suspended", "ended"];

export const asOfCommand: CommandSpec = {
  name: "as-of",
  summary: "list the measures that stand on a day, with how certain that is",
  about:
    "Lists the measures that are threatened, in force or suspended on a day, with state, certainty, authority and source. A step counts from its own day on. Where dates are imprecise every state that they allow is named.",
  args: [
    {name: "<case>", about: "a bundled case, or a folder with a case.yaml"},
    {name: "[day]", about: "YYYY-MM-DD; today when left out"}
  ],
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
    noteCoverage(record, day, effects);
    const state = text(options["state"]) as State | undefined;
    const rows = asOf(record.lives, day).filter(
      (at) =>
        (state === undefined ? at.standings.some(isLive) : at.states.includes(state)) &&
        (options["certain"] !== true || at.certainty === "certain") &&
        (options["channel"] === undefined || channelOf(at.life.measure) === options["channel"]) &&
        (options["sender"] === undefined || at.life.measure.senders.includes(String(options["sender"])))
    );
    if (options["json"] === true) {
      effects.out(JSON.stringify({...provenance(record), day: formatDay(day), measures: rows.map(asJson)}, null, 2));
      return;
    }
    const possible = rows.filter(({certainty}) => certainty === "possible").length;
    effects.out(
      bold(
        `${record.one.title}, ${formatDay(day)}: ${rows.length} measures, ${possible} of them only possibly`,
        effects
      )
    );
    effects.out("");
    effects.out(
      table(
        [
          {label: "Measure", shrink: 2},
          {label: "State", shrink: 1},
          {label: "Certain"},
          {label: "Since"},
          {label: "Authority", shrink: 3},
          {label: "Source", shrink: 2}
        ],
        rows.map((at) => [
          at.life.measure.id,
          at.standings.map(standingWord).join(" or "),
          at.certainty === "certain" ? "yes" : "possible",
          shownStep(at)?.when.text ?? "",
          at.life.measure.authorities[0]?.cite ?? "",
          sourceOf(at)
        ]),
        effects.width
      )
    );
    effects.out("");
    effects.out(dim(`${countLine(rows)}. ${DISCLAIMER}`, effects));
  }
};

/** The newest step that leaves the measure live, or the newest of all where none does. */
const shownStep = (at: StandingAsOf) => at.steps.findLast(({standing}) => isLive(standing)) ?? newestStep(at);

function sourceOf(at: StandingAsOf): string {
  const event = shownStep(at)?.cause.event;
  return event === undefined ? "" : [event.sources[0]?.source ?? "none", event.verification].join(", ");
}

function countLine(rows: readonly StandingAsOf[]): string {
  const counts = new Map<string, number>();
  for (const {standings} of rows) {
    const word = standings.map(standingWord).join(" or ");
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([word, n]) => `${n} ${word}`)
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
    steps: at.steps.map(({cause, when, standing}) => ({
      event: cause.event.id,
      cause: cause.kind,
      standing,
      date: when.text,
      earliest: formatDay(when.earliest),
      latest: formatDay(when.latest),
      instrument: cause.event.instrument,
      verification: cause.event.verification,
      sources: cause.event.sources
    }))
  };
}

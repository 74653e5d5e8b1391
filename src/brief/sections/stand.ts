import {answers, asOf, type StandingAsOf, shownStep} from "../../sanctions/asOf.ts";
import {groundsOn} from "../../sanctions/authorities.ts";
import {type Channel, channelOf, channels} from "../../sanctions/channel.ts";
import {type Step, verbOf} from "../../sanctions/life.ts";
import {type Since, standingSince} from "../../sanctions/since.ts";
import {isLive, type Standing} from "../../sanctions/standing.ts";
import {weakestVerification} from "../../sanctions/verification.ts";
import {whoCanEnd} from "../../sanctions/whoCanEnd.ts";
import {type Context, cited, sourcesOf} from "../context.ts";
import type {BriefTable, Section, Text} from "../document.ts";

/** How many measures stand on the day; `possible` are those of which the dates do not say whether they are in force, held or gone. */
export type StandCounts = {
  readonly inFull: number;
  readonly eased: number;
  readonly held: number;
  readonly threatened: number;
  readonly possible: number;
  /** At most in force, if every doubt falls that way. */
  readonly mostInForce: number;
};

/** Measures that stand on the day of the brief: threatened, in force, waived or suspended, certainly or possibly. */
export const standing = ({lives, on}: Context): StandingAsOf[] =>
  asOf(lives, on).filter(({standings}) => standings.some(isLive));

const isInForce = (one: Standing) => one === "inForce" || one === "eased";

export function countStanding(list: readonly StandingAsOf[]): StandCounts {
  const certain = list.filter(({certainty}) => certainty === "certain");
  const countAt = (...wanted: Standing[]): number =>
    certain.filter(({standings}) => standings.some((one) => wanted.includes(one))).length;
  const eased = countAt("eased");
  return {
    inFull: countAt("inForce", "eased") - eased,
    eased,
    held: countAt("waived", "suspended"),
    threatened: countAt("threatened"),
    possible: list.length - certain.length,
    mostInForce: list.filter((at) => answers(at, isInForce) !== "no").length
  };
}

export function standSection(context: Context): Section {
  const {say, day, on} = context;
  return {
    id: "in-force",
    title: say("stand.title"),
    blocks: [
      {kind: "paragraph", text: [say("stand.intro")]},
      countTable(context),
      {kind: "heading", text: say("stand.list", {day: day(on)})},
      ...byChannel(context).map(({channel, own}) => listTable(channel, own, context))
    ]
  };
}

/** The counts alone, for a short brief. */
export const countSection = (context: Context): Section => ({
  id: "in-force",
  title: context.say("stand.title"),
  blocks: [countTable(context)]
});

const byChannel = (context: Context): {readonly channel: Channel; readonly own: readonly StandingAsOf[]}[] => {
  const list = standing(context);
  return channels
    .map((channel) => ({channel, own: list.filter(({life}) => channelOf(life.measure) === channel)}))
    .filter(({own}) => own.length > 0);
};

function countTable(context: Context): BriefTable {
  const {say, day, on, number} = context;
  const row = (name: string, own: readonly StandingAsOf[]): Text[] => {
    const {inFull, eased, held, threatened, possible} = countStanding(own);
    return [[name], ...[inFull, eased, held, threatened, possible, own.length].map((n) => [number(n)])];
  };
  return {
    kind: "table",
    id: "in-force-by-channel",
    caption: say("stand.counts", {day: day(on)}),
    columns: [
      {label: say("channel")},
      ...(["inFull", "eased", "held", "threatened", "possible", "total"] as const).map((word) => ({
        label: say(word),
        numeric: true as const
      }))
    ],
    rows: [
      ...byChannel(context).map(({channel, own}) => row(context.channel(channel), own)),
      row(say("total"), standing(context))
    ]
  };
}

function listTable(channel: Channel, own: readonly StandingAsOf[], context: Context): BriefTable {
  const {say} = context;
  return {
    kind: "table",
    id: `in-force-${channel}`,
    caption: `${context.channel(channel)} (${own.length})`,
    columns: [
      {label: say("measure")},
      {label: say("state")},
      {label: say("since"), days: true},
      {label: say("authority")},
      {label: say("how")}
    ],
    rows: own
      .map((at) => ({at, since: standingSince(at)!}))
      .sort((a, b) => a.since.state.when.nominal - b.since.state.when.nominal)
      .map(({at, since}) => rowOf(at, since, context))
  };
}

function rowOf(at: StandingAsOf, since: Since, context: Context): Text[] {
  const {on, beyond, say, worded} = context;
  const {measure} = at.life;
  const {ender} = whoCanEnd(measure, on);
  const certainty = at.certainty === "certain" ? (beyond ? "if unchanged" : "certain") : "only possible";
  return [
    [{strong: worded.measure(measure)}, {minor: measure.id}],
    [at.standings.map((one) => say(`standing.${one}`)).join(` ${say("or")} `)],
    sinceText(shownStep(at)!, since, context),
    [groundsOn(at, on)[0]!, {minor: `${say("whoEnds")}: ${say(`ender.${ender}`)}`}],
    [say(certainty), {minor: say(`verification.${weakestVerification([since.state, since.standing, ...at.steps])}`)}]
  ];
}

/** Since when it has been in force, held or threatened; since when at its present standing; and the latest step. */
function sinceText(newest: Step, {state, standing}: Since, {say, when}: Context): Text {
  const minor = (text: string, {cause, when: day}: Step) => ({
    minor: `${text} ${when(day)}`,
    cite: sourcesOf(cause.event)
  });
  const since =
    standing.standing === "inForce"
      ? say("since.full")
      : say("since.standing", {standing: say(`standing.${standing.standing}`)});
  return [
    when(state.when),
    cited(state.cause.event),
    ...(standing === state ? [] : [minor(since, standing)]),
    ...(newest === standing ? [] : [minor(`${say("latest")}: ${say(`verb.${verbOf(newest.cause)}`)},`, newest)])
  ];
}

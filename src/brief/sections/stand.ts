import {answers, asOf, type StandingAsOf} from "../../sanctions/asOf.ts";
import {type Channel, channelOf, channels} from "../../sanctions/channel.ts";
import {type Step, verbOf} from "../../sanctions/life.ts";
import {standingSince} from "../../sanctions/since.ts";
import {isLive, type Standing} from "../../sanctions/standing.ts";
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
  const with_ = (...wanted: Standing[]) => certain.filter(({standings}) => standings.some((s) => wanted.includes(s)));
  const eased = with_("eased").length;
  return {
    inFull: with_("inForce", "eased").length - eased,
    eased,
    held: with_("waived", "suspended").length,
    threatened: with_("threatened").length,
    possible: list.length - certain.length,
    mostInForce: list.filter((at) => answers(at, isInForce) !== "no").length
  };
}

export function standSection(context: Context): Section {
  const {say, day, on} = context;
  const list = standing(context);
  const byChannel = channels
    .map((channel) => ({channel, own: list.filter(({life}) => channelOf(life.measure) === channel)}))
    .filter(({own}) => own.length > 0);
  return {
    id: "in-force",
    title: say("stand.title"),
    blocks: [
      {kind: "paragraph", text: [say("stand.intro")]},
      countTable(byChannel, list, context),
      {kind: "heading", text: say("stand.list", {day: day(on)})},
      ...byChannel.map(({channel, own}) => listTable(channel, own, context))
    ]
  };
}

function countTable(
  byChannel: readonly {readonly channel: Channel; readonly own: readonly StandingAsOf[]}[],
  list: readonly StandingAsOf[],
  context: Context
): BriefTable {
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
    rows: [...byChannel.map(({channel, own}) => row(context.channel(channel), own)), row(say("total"), list)]
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
      .sort((a, b) => a.since.when.nominal - b.since.when.nominal)
      .map(({at, since}) => rowOf(at, since, context))
  };
}

function rowOf(at: StandingAsOf, since: Step, {say, worded, when}: Context): Text[] {
  const {measure} = at.life;
  const newest = at.steps.findLast(({standing}) => isLive(standing))!;
  const {ender} = whoCanEnd(measure);
  const latest: Text =
    newest === since
      ? []
      : [
          {
            minor: `${say("latest")}: ${say(`verb.${verbOf(newest.cause)}`)}, ${when(newest.when)}`,
            cite: sourcesOf(newest.cause.event)
          }
        ];
  return [
    [{strong: worded.measure(measure)}, {minor: measure.id}],
    [at.standings.map((one) => say(`standing.${one}`)).join(` ${say("or")} `)],
    [when(since.when), cited(since.cause.event), ...latest],
    [measure.authorities[0]?.cite ?? "", {minor: `${say("whoEnds")}: ${say(`ender.${ender}`)}`}],
    [
      say(at.certainty === "certain" ? "certain" : "only possible"),
      {minor: say(`verification.${newest.cause.event.verification}`)}
    ]
  ];
}

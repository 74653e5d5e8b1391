import {z} from "zod";
import {coverageNote, type OpenRecord} from "../../answers/record.ts";
import {standingAnswer} from "../../answers/standing.ts";
import {asOf, type StandingAsOf} from "../../sanctions/asOf.ts";
import {channelOf, channels} from "../../sanctions/channel.ts";
import {isLive, type State} from "../../sanctions/standing.ts";
import {formatDay} from "../../time/day.ts";
import {choice, day, flag, name, paging} from "../parameters.ts";
import {listRoute, type Total} from "../route.ts";
import {
  authority,
  cause,
  channel,
  citation,
  dayText,
  edtfText,
  ender,
  standing,
  state,
  verb,
  verification
} from "../shapes.ts";
import {requireKnown} from "../studio.ts";

const states = ["notYet", "threatened", "inForce", "suspended", "ended"] as const satisfies readonly State[];

const query = z.object({
  asOf: day("the day (the last that the record covers when left out)", "1989-06-15").optional(),
  state: choice(states, "only measures that may be in this state").optional(),
  channel: choice(channels, "only measures of this channel").optional(),
  sender: name("only measures with this sender, by the id of a party", "US").optional(),
  certain: flag("leave out what is only possible").optional(),
  ...paging
});

/** The measures on a day. */
export const measures = listRoute({
  name: "measures",
  path: "/cases/{case}/measures",
  summary: "the measures that stand on a day",
  about:
    "Measures that are threatened, in force or suspended on a day, with state, certainty, the steps that may be the newest, authority and sources. A step counts from its own day on. Where dates are imprecise every standing that they allow is named. After the last day that the record covers nothing is certain.",
  query,
  examples: ["asOf=1989-06-15", "asOf=2024-10-01&channel=trade&certain=true&limit=5", "state=ended&sender=US"],
  order: "by id of the measure",
  item: z
    .object({
      id: z.string(),
      title: z.string(),
      type: z.string(),
      channel,
      senders: z.array(z.string()),
      targets: z.array(z.string()),
      states: z.array(state),
      standings: z.array(standing),
      certainty: z.enum(["certain", "possible", "ifUnchanged"]),
      ahead: z.boolean(),
      authorities: z.array(authority),
      grounds: z.array(z.string()),
      whoCanEnd: ender,
      broughtBy: z.string().nullable(),
      verification: verification.nullable(),
      steps: z.array(
        z.object({
          event: z.string(),
          cause,
          verb,
          standing,
          ahead: z.boolean(),
          date: edtfText,
          earliest: dayText.nullable(),
          latest: dayText.nullable(),
          instrument: z.string(),
          verification,
          sources: z.array(citation)
        })
      )
    })
    .meta({id: "MeasureOnDay"}),
  body: z.object({}),
  run({record, query: asked}) {
    const on = asked.asOf ?? record.one.coverage.to;
    const found = asOf(record.lives, on).filter(filterOf(asked, record));
    return {
      kind: "list",
      facts: {asOf: on, totals: totalsOf(found, formatDay(on), asked.state), note: coverageNote(record, on)},
      items: found.map((at) => standingAnswer(at, on, record)),
      more: {}
    };
  }
});

function filterOf(asked: z.output<typeof query>, {one}: OpenRecord): (at: StandingAsOf) => boolean {
  const senders = [...new Set(one.measures.flatMap((measure) => measure.senders))].sort();
  if (asked.sender !== undefined) requireKnown("sender", asked.sender, senders);
  return (at) =>
    (asked.state === undefined ? at.standings.some(isLive) : at.states.includes(asked.state)) &&
    (asked.certain !== true || at.certainty === "certain") &&
    (asked.channel === undefined || channelOf(at.life.measure) === asked.channel) &&
    (asked.sender === undefined || at.life.measure.senders.includes(asked.sender));
}

function totalsOf(found: readonly StandingAsOf[], on: string, asked: State | undefined): Total[] {
  const possible = found.filter(({certainty}) => certainty === "possible").length;
  const which = asked === undefined ? "threatened, in force or suspended" : `${asked}`;
  return [
    {name: "measures", value: found.length, rule: `measures that are or may be ${which} on ${on}, after the filters`},
    {name: "possible", value: possible, rule: "those of them whose state the dates leave open"}
  ];
}

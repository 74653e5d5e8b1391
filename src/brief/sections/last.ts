import {durabilityChart} from "../../charts/durabilityChart.ts";
import {durability, type Relief} from "../../sanctions/durability.ts";
import {type EscalationStop, escalationStops, STOP_WITHIN_DAYS} from "../../sanctions/escalationStops.ts";
import type {Step} from "../../sanctions/life.ts";
import {type Context, cited} from "../context.ts";
import type {Block, BriefTable, Section, Text} from "../document.ts";

/** Escalations that had stopped by the day of the brief, by who stopped them. */
export function stopsUpTo({lives, on}: Context): Readonly<Record<EscalationStop["cause"], readonly EscalationStop[]>> {
  const stops = escalationStops(lives).filter(({easing}) => easing.when.earliest <= on);
  return {relief: stops.filter(({cause}) => cause === "relief"), court: stops.filter(({cause}) => cause === "court")};
}

export function lastSection(context: Context): Section {
  const {lives, on, say, drawn, number} = context;
  const {reliefs, byVerb, acts} = durability(lives, on);
  const stops = stopsUpTo(context);
  const takenBack = reliefs
    .filter(({reversal}) => reversal !== null)
    .sort((a, b) => a.easing.when.nominal - b.easing.when.nominal);
  const medians: BriefTable = {
    kind: "table",
    id: "relief-by-verb",
    caption: say("last.table"),
    columns: [
      {label: say("verb")},
      ...(["last.grants", "last.reversed", "last.share", "last.median"] as const).map((word) => ({
        label: say(word),
        numeric: true as const
      }))
    ],
    rows: byVerb.map(({verb, n, reversed, share, medianDays}) => [
      [say(`verb.${verb}`)],
      [number(n)],
      [number(reversed)],
      [context.percent(share)],
      [Number.isNaN(medianDays) ? "–" : number(medianDays)]
    ])
  };
  const blocks: Block[] = [
    drawn((options) => durabilityChart({lives, until: on}, options)),
    medians,
    {kind: "paragraph", text: [say("last.note")]},
    ...(takenBack.length === 0
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: [
              say("last.acts", {
                k: number(takenBack.length),
                n: number(reliefs.length),
                acts: number(acts.reversals)
              })
            ]
          },
          reversalTable(takenBack, context)
        ]),
    ...stopTable("escalation-stops", "last.stops", stops.relief, context),
    ...stopTable("escalation-stops-court", "last.courts", stops.court, context)
  ];
  return {id: "durability", title: say("last.title"), blocks};
}

function reversalTable(list: readonly Relief[], context: Context): BriefTable {
  const {say, worded} = context;
  return {
    kind: "table",
    id: "relief-taken-back",
    caption: `${say("last.takenBack")} (${list.length})`,
    columns: [
      {label: say("measure")},
      {label: say("last.relief")},
      {label: say("last.back")},
      {label: say("last.days"), numeric: true}
    ],
    rows: list.map(({easing, reversal, days}) => [
      [worded.measure(easing.measure)],
      [`${context.when(easing.when)}, ${say(`verb.${easing.verb}`)}`, cited(easing.event)],
      stepText(reversal!, context),
      [range(days, context)]
    ])
  };
}

function stopTable(
  id: string,
  caption: "last.stops" | "last.courts",
  stops: readonly EscalationStop[],
  context: Context
): BriefTable[] {
  const {say, worded} = context;
  if (stops.length === 0) return [];
  return [
    {
      kind: "table",
      id,
      caption: `${say(caption, {n: STOP_WITHIN_DAYS})} (${stops.length})`,
      columns: [
        {label: say("measure")},
        {label: say("last.pressure")},
        {label: say("last.relief")},
        {label: say("last.days"), numeric: true},
        {label: say("how")}
      ],
      rows: stops.map(({life, pressure, easing, days, certainty}) => [
        [worded.measure(life.measure)],
        stepText(pressure, context),
        stepText(easing.step, context),
        [range(days, context)],
        [say(certainty === "certain" ? "certain" : "only possible")]
      ])
    }
  ];
}

function stepText({cause, when}: Step, context: Context): Text {
  const {say, worded} = context;
  const {event} = cause;
  if (cause.kind === "clock") return [`${context.when(when)}, ${say("by.clock")}`, cited(event)];
  return [`${context.when(when)}, ${say(`verb.${event.verb}`)}: ${worded.what(event)}`, cited(event)];
}

const range = ([low, high]: readonly [number, number], {number}: Context): string =>
  low === high ? number(low) : `${number(low)}–${number(high)}`;

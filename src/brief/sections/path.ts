import {instrumentMixChart} from "../../charts/instrumentMixChart.ts";
import {lifeLine} from "../../charts/lifeLine.ts";
import {pendulumByChannelChart} from "../../charts/pendulumByChannelChart.ts";
import {pendulumChart} from "../../charts/pendulumChart.ts";
import {yearEnds} from "../../charts/pendulumYears.ts";
import {BAND, type Comparison, compareDays, type PendulumPoint, pendulum} from "../../sanctions/pendulum.ts";
import {addDays, type Day, yearOf} from "../../time/day.ts";
import type {Context} from "../context.ts";
import type {Block, BriefForm, BriefTable, Section} from "../document.ts";

const middle = ({low, high}: PendulumPoint): number => (low + high) / 2;

/** The severity pendulum on days, as shares of the highest year end up to the day of the brief; NaN when that is 0. */
export function severityShares({one, lives, on}: Context, days: readonly Day[]) {
  const ends = yearEnds(yearOf(one.coverage.from), yearOf(on) - 1);
  const years = [...pendulum(lives, [...ends, on], "severity")].map((point) => ({
    day: point.day,
    value: middle(point)
  }));
  const highest = years.reduce((top, point) => (point.value > top.value ? point : top));
  return {highest, shares: pendulum(lives, days, "severity").map((point) => middle(point) / highest.value)};
}

export function pathSection(context: Context): Section {
  const {one, lives, eras, on, worded, drawn, say} = context;
  const from = one.coverage.from;
  const years = pendulumYears(context);
  return {
    id: "path",
    title: say("path.title"),
    blocks: [
      drawn((options) => lifeLine({lives: worded.lives(lives), eras, from, to: on}, options)),
      ...erasTable(context),
      drawn((options) => pendulumByChannelChart(years, options)),
      drawn((options) => instrumentMixChart({lives, eras, until: on}, options))
    ]
  };
}

/** The pendulum over the whole years that the record covers by the day of the brief; in a short brief drawn low. */
export const openingBlocks = (context: Context, form: BriefForm): Block[] => [
  context.drawn(({width = LOW.width, ...options}) =>
    form === "full"
      ? pendulumChart(pendulumYears(context), {...options, width})
      : pendulumChart({...pendulumYears(context), height: LOW.height}, {...options, width: Math.min(width, LOW.width)})
  )
];

/** As wide as A4 paper leaves it, px, so that its letters keep their size. */
const LOW = {width: 780, height: 125};

const pendulumYears = ({one, lives, eras, on}: Context) => ({
  lives,
  eras,
  from: yearOf(one.coverage.from),
  to: lastWholeYear(on)
});

/** A year is read on its 31 December, so a year that has not ended is not drawn. */
const lastWholeYear = (on: Day): number => (yearOf(addDays(on, 1)) > yearOf(on) ? yearOf(on) : yearOf(on) - 1);

function erasTable(context: Context): BriefTable[] {
  const {lives, eras, on, say, day, number, percent} = context;
  const ends = eras.flatMap((era) => (era.to === null || era.to > on ? [] : [{era, end: addDays(era.to, -1)}]));
  const [first, ...later] = [...ends, {era: eras.at(-1)!, end: on}];
  if (first === undefined || later.length === 0) return [];
  const {shares} = severityShares(
    context,
    later.map(({end}) => end)
  );
  return [
    {
      kind: "table",
      id: "era-ends",
      caption: say("path.eras", {first: day(first.end), draws: number(BAND.draws), seed: BAND.seed}),
      columns: [
        {label: say("era")},
        {label: say("day"), days: true},
        {label: say("path.severity"), numeric: true},
        {label: say("path.lower", {first: day(first.end)}), numeric: true},
        {label: say("path.always")}
      ],
      rows: later.map(({era, end}, i) => {
        const {shareLower, always, against} = compareDays(lives, end, first.end);
        return [
          [era.title],
          [day(end)],
          [number(100 * shares[i]!)],
          [percent(shareLower)],
          [always ? say("path.yes") : say("path.no", {types: typesText(against, context)})]
        ];
      })
    }
  ];
}

const TYPES_NAMED = 3;

function typesText(against: Comparison["against"], {say}: Context): string {
  const types = against
    .slice(0, TYPES_NAMED)
    .map(({type}) => type)
    .join(", ");
  const more = against.length - TYPES_NAMED;
  return more > 0 ? say("path.more", {types, n: more}) : types;
}

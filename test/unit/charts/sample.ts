import {parseHTML} from "linkedom";
import {renderSvg} from "../../../src/brief/renderSvg.ts";
import {livesOf} from "../../../src/casebook/livesOf.ts";
import {openCase} from "../../../src/casebook/node.ts";
import type {Chart, ChartOptions} from "../../../src/charts/chart.ts";
import {durabilityChart} from "../../../src/charts/durabilityChart.ts";
import {instrumentMixChart} from "../../../src/charts/instrumentMixChart.ts";
import {lifeLine} from "../../../src/charts/lifeLine.ts";
import {motivesByEraChart} from "../../../src/charts/motivesByEraChart.ts";
import {pendulumByChannelChart} from "../../../src/charts/pendulumByChannelChart.ts";
import {pendulumChart} from "../../../src/charts/pendulumChart.ts";
import {tradeChart} from "../../../src/charts/tradeChart.ts";

export const record = openCase("us-china", process.cwd());
export const lives = livesOf(record);

type Record = Pick<typeof record, "eras" | "coders" | "parties" | "trade"> & {readonly lives: typeof lives};

/** Every chart of a record, by name. */
export function charts(
  {lives: own, eras, coders, parties, trade}: Record,
  options: ChartOptions = {}
): {readonly [name: string]: Chart} {
  const {from, to} = record.coverage;
  return {
    lifeLine: lifeLine({lives: own, eras, from, to}, options),
    pendulum: pendulumChart({lives: own, eras, from: 1949, to: 2025, band: {draws: 50, seed: 1}}, options),
    pendulumByChannel: pendulumByChannelChart({lives: own, eras, from: 1949, to: 2025}, options),
    instrumentMix: instrumentMixChart({lives: own, eras, until: to}, options),
    motivesByEra: motivesByEraChart({lives: own, eras, coder: coders[0]!, until: to}, options),
    trade: tradeChart({series: trade, parties}, options),
    durability: durabilityChart({lives: own, until: to}, options)
  };
}

export const full: Record = {...record, lives};

/** What a drawing holds: the attributes of the elements that match, with those of the group they stand in. */
export function drawn(chart: Chart, selector: string): {readonly [attribute: string]: string}[] {
  const {document} = parseHTML(`<html><body>${renderSvg(chart)}</body></html>`);
  return [...document.querySelectorAll(selector)].map((element) =>
    Object.fromEntries(
      [...(element.parentElement?.attributes ?? []), ...element.attributes].map(({name, value}) => [name, value])
    )
  );
}

/** The largest distance of y from the line through the first and the last point, for points in any order of x. */
export function offLine(points: readonly (readonly [x: number, y: number])[]): number {
  const sorted = [...points].sort((a, b) => a[0] - b[0]);
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const slope = (last[1] - first[1]) / (last[0] - first[0]);
  return Math.max(...sorted.map(([x, y]) => Math.abs(y - first[1] - slope * (x - first[0]))));
}

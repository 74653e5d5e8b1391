import {LEVEL} from "../studies/price/bands.ts";
import {split} from "../studies/price/fromStep.ts";
import type {Line} from "../studies/price/line.ts";
import {type Cost, digitsOf, type Traced, traceOf, type WhatItCosts} from "../studies/whatItCosts.ts";
import type {Effects} from "./effects.ts";
import {DISCLAIMER} from "./openRecord.ts";
import {aside, count, heading, paragraph} from "./style.ts";
import {table} from "./table.ts";

/** What stands beside the figures. */
export type PriceAbout = {
  readonly title: string;
  /** `baselineNote`: source, year, licence, how aggregated, checksum. */
  readonly baseline: string;
  /** The baseline's year, whose dollars and whose trade the figures are of. */
  readonly year: number;
  /** What is consumed: all final spending, or that on goods. */
  readonly spending: string;
  readonly elasticities: string;
  readonly ruleTable: string;
  /** What a reader has to know of this answer. */
  readonly notes: readonly string[];
};

export function printPrice(study: WhatItCosts, about: PriceAbout, effects: Effects): void {
  const {task, draws, groups, rows} = study;
  effects.out(heading(about.title, effects));
  effects.out(
    paragraph(
      `Change of real consumption in per cent of ${about.spending}, against ${task.reference.title}${draws.made > 0 ? `; beside it the limits between which ${100 * LEVEL} % of ${count(draws.made, "draw")} lie (seed ${task.seed})` : ""}.`,
      effects.width
    )
  );
  effects.out("");
  effects.out(
    table(
      [{label: "Step", wraps: true}, ...groups.map(({title}) => ({label: title, align: "right" as const}))],
      rows.map(({step, groups: costs}) => [step.title, ...costs.map(costText)]),
      effects.width
    )
  );
  effects.out("");
  effects.out(`The same in billion US dollars of ${about.year} a year, central values; the world is the sum`);
  effects.out(
    table(
      [{label: "Step", wraps: true}, ...groups.map(({title}) => ({label: title, align: "right" as const}))],
      rows.map(({step, groups: costs}) => [step.title, ...costs.map(({millionUsd}) => signed(millionUsd / 1000, 1))]),
      effects.width
    )
  );
  effects.out("");
  printFailed(study, effects);
  printAbout(about, effects);
}

/** Steps without an answer, and solutions of draws that failed; the bands are without them. */
export function printFailed({rows, draws: {failed}}: WhatItCosts, effects: Effects): void {
  for (const {step, none} of rows) if (none !== null) effects.out(aside(`${step.title}: ${none}`, effects));
  if (failed.length === 0) return;
  const some = failed.slice(0, 3).map(({draw, step, message}) => `draw ${draw}, ${step}: ${message}`);
  effects.out(
    aside(`${count(failed.length, "solution")} of the draws failed and are left out: ${some.join("; ")}`, effects)
  );
}

/** What every answer rests on. */
export function printAbout(about: PriceAbout, effects: Effects): void {
  for (const note of about.notes) effects.out(aside(note, effects));
  effects.out(aside(`Elasticities: ${about.elasticities}`, effects));
  effects.out(aside(`Rules: ${about.ruleTable}`, effects));
  for (const line of about.baseline.split("\n")) effects.out(aside(line, effects));
  effects.out(aside(DISCLAIMER, effects));
}

/** `−0.40 (−0.67 to −0.30)` */
export function costText({change, band}: Pick<Cost, "change" | "band">): string {
  const value = percent(change);
  return band === null || band.draws === 0 ? value : `${value} (${percent(band.low)} to ${percent(band.high)})`;
}

const percent = (change: number): string => signed(100 * change, digitsOf(change));

export function signed(value: number, digits: number): string {
  if (Number.isNaN(value)) return "–";
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
}

/**
 * The wedges behind every figure: those of the reference in full, and for each step what it takes away and what it adds.
 * Wedges of one measure and kind on one flow stand together.
 */
export function printTrace(study: WhatItCosts, effects: Effects): void {
  const {reference} = study.task;
  effects.out(heading(`${reference.title}: ${count(reference.lines.length, "entry", "entries")}`, effects));
  printWedges(reference.lines, effects);
  for (const {step} of study.rows) {
    const {kept, added} = split(step, reference);
    const gone = reference.lines.filter((line) => !kept.includes(line)).map(({of}) => of);
    effects.out("");
    effects.out(heading(step.title, effects));
    if (gone.length > 0) effects.out(paragraph(`Without: ${gone.join(", ")}.`, effects.width, "  ", ""));
    if (added.length > 0) printWedges(added, effects);
  }
  effects.out("");
}

function printWedges(lines: readonly Line[], effects: Effects): void {
  const flows = Map.groupBy(traceOf(lines), ({of, rule, kind, origin, destination}) =>
    [of, rule, kind, origin, destination].join("|")
  );
  if (flows.size === 0) {
    effects.out("No wedges.");
    return;
  }
  effects.out(
    table(
      [
        {label: "Measure or entry", wraps: true},
        {label: "Rule"},
        {label: "Flow"},
        {label: "What"},
        {label: "Size by sector", wraps: true}
      ],
      [...flows.values()].map((own) => {
        const {of, rule, kind, origin, destination} = own[0]!;
        return [of, rule, `${origin} → ${destination}`, kind === "exportTax" ? "export tax" : kind, sizes(own)];
      }),
      effects.width
    )
  );
}

/** Sizes by sector in per cent, those alike told once. */
function sizes(own: readonly Traced[]): string {
  if (own[0]!.kind === "transfer") return own.map(({size}) => `${size.toFixed(0)} million USD`).join(", ");
  const bySize = Map.groupBy(own, ({size}) => `${Number((100 * size).toPrecision(3))} %`);
  return [...bySize].map(([size, list]) => `${size}: ${list.map(({sector}) => sector).join(", ")}`).join("; ");
}

import type {Case} from "../casebook/case.ts";
import {
  type Comparison,
  type Duration,
  FEWEST_ENDINGS,
  FEWEST_SPELLS,
  type HowLong,
  type Ranged
} from "../studies/howLong.ts";
import type {Contrast, SpecificationResult} from "../studies/specificationCurve.ts";
import {formatDay} from "../time/day.ts";
import type {Effects} from "./effects.ts";
import {bold, dim, paragraph} from "./style.ts";
import {table} from "./table.ts";

/** Endings for each coefficient below which a regression is a description (Peduzzi et al. 1995, J. Clin. Epidemiol. 48). */
const ENDINGS_A_COEFFICIENT = 10;

export function printDurations(one: Case, study: HowLong, effects: Effects): void {
  const {durations, comparison, by, table: spells, endings, clusters} = study;
  const {options, excluded} = spells;
  const n = spells.spells.length;
  effects.out(bold(`${one.title}: how long until ${words(options.ended)}, a ${options.unit} a spell`, effects));
  effects.out(
    paragraph(
      `${n} spells from ${formatDay(options.from)} to ${formatDay(options.until)}: ${endings} ended so, ${count(durations, "otherwise")} ended otherwise, ${count(durations, "censored")} had not ended; ${excluded.length} left out. Share ended by years since ${options.origin === "threat" ? "the first threat" : "it came into force"}, with 95 % limits.`,
      effects.width
    )
  );
  effects.out("");
  effects.out(
    table(
      [
        {label: by ?? "Spells", wraps: true},
        {label: "Spells", align: "right"},
        {label: "Ended", align: "right"},
        ...(durations[0]?.shares ?? []).map(({years}) => ({label: `${years} y`, align: "right" as const})),
        {label: "Half after", align: "right"}
      ],
      durations.map((duration) => [
        duration.level,
        String(duration.spells),
        String(duration.ended),
        ...duration.shares.map(shareText),
        Number.isNaN(duration.median.low) ? "not reached" : `${ranged(duration.median, 1)} y`
      ]),
      effects.width
    )
  );
  if (comparison !== null) {
    effects.out("");
    printComparison(by!, comparison, effects);
  }
  effects.out("");
  effects.out(dim(paragraph(sampleText(study, endings, clusters), effects.width), effects));
  for (const [reason, own] of Map.groupBy(excluded, (one) => one.reason)) {
    effects.out(dim(paragraph(`Left out, ${reason}: ${own.map(({id}) => id).join(", ")}.`, effects.width), effects));
  }
}

function printComparison(by: string, comparison: Comparison | string, effects: Effects): void {
  if (typeof comparison === "string") {
    effects.out(`Not compared by ${by}: ${comparison}`);
    return;
  }
  const {reference, logRank, ratios, penalised, leftOut} = comparison;
  effects.out(
    `Compared with ${reference} (log-rank p ${ranged(logRank, 3)}${penalised ? "; Firth's penalty, as one side has no ending" : ""})`
  );
  effects.out(
    table(
      [
        {label: by},
        {label: "Hazard ratio", align: "right"},
        {label: "95 %", align: "right"},
        {label: "p", align: "right"}
      ],
      ratios.low.map((low, i) => {
        const high = ratios.high[i]!;
        const ends = [...low.interval, ...high.interval];
        return [
          low.name,
          ranged(ordered(low.ratio, high.ratio), 2),
          `${Math.min(...ends).toFixed(2)}–${Math.max(...ends).toFixed(2)}`,
          ranged(ordered(low.p, high.p), 3)
        ];
      }),
      effects.width
    )
  );
  if (leftOut.length > 0) {
    effects.out(
      dim(
        `not compared: ${leftOut.join(", ")} (fewer than ${FEWEST_SPELLS} spells or ${FEWEST_ENDINGS} endings)`,
        effects
      )
    );
  }
}

/** What the size of the sample means for what is printed. */
function sampleText({comparison}: HowLong, endings: number, clusters: number): string {
  const coefficients = comparison !== null && typeof comparison !== "string" ? comparison.ratios.low.length : 0;
  const base = `${endings} endings in ${clusters} packages`;
  if (coefficients === 0) return `${base}. A range a–b is what imprecise dates leave open; limits come beside it.`;
  const each = endings / coefficients;
  return each < ENDINGS_A_COEFFICIENT
    ? `${base}, ${each.toFixed(1)} for each ratio, where ${ENDINGS_A_COEFFICIENT} are usually asked for: read the ratios as a description of this case, not as an effect.`
    : `${base}, ${each.toFixed(1)} for each ratio. One relationship is one history: the ratios describe it and carry no further by themselves.`;
}

export function printSpecifications(
  one: Case,
  {factor, level}: Contrast,
  results: readonly SpecificationResult[],
  effects: Effects
): void {
  const estimated = results.filter(({ratio}) => !Number.isNaN(ratio));
  const clear = estimated.filter(({interval: [low, high]}) => low > 1 || high < 1).length;
  const above = estimated.filter(({ratio}) => ratio > 1).length;
  effects.out(bold(`${one.title}: ${factor} ${level} against the rest, under ${results.length} definitions`, effects));
  effects.out(
    estimated.length === 0
      ? "No definition gives an estimate."
      : paragraph(
          `Hazard ratio of ending ${number(estimated[0]!.ratio)} to ${number(estimated.at(-1)!.ratio)}: above 1 (ends sooner) under ${above}, below under ${estimated.length - above}; the 95 % interval leaves out 1 under ${clear}. ${verdict(above, clear, estimated.length)}`,
          effects.width
        )
  );
  effects.out("");
  effects.out(
    table(
      [
        {label: "Ended"},
        {label: "Unit"},
        {label: "From"},
        {label: "Dates"},
        {label: "Baseline"},
        {label: "Spells", align: "right"},
        {label: "Ended", align: "right"},
        {label: "Ratio", align: "right"},
        {label: "95 %", align: "right"},
        {label: "Note", wraps: true}
      ],
      results.map(({ended, unit, origin, dates, strata, n, events, ratio, interval, note}) => [
        ...[ended, unit, origin, dates === "low" ? "fewest" : "most", strata === "era" ? "by era" : "one"],
        String(n),
        String(events),
        Number.isNaN(ratio) ? "–" : number(ratio),
        Number.isNaN(ratio) ? "–" : interval.map(number).join("–"),
        note
      ]),
      effects.width
    )
  );
}

function verdict(above: number, clear: number, n: number): string {
  if (above > 0 && above < n) return "The direction depends on the coding rule.";
  return clear === n
    ? "It survives every coding rule."
    : "The direction survives every coding rule; that it differs from 1 does not.";
}

const words = (ending: string): string => ending.replaceAll("-", " ");
const number = (value: number): string => value.toFixed(2);
const ordered = (a: number, b: number): Ranged => ({low: Math.min(a, b), high: Math.max(a, b)});

const count = (durations: readonly Duration[], key: "otherwise" | "censored"): number =>
  durations.reduce((sum, duration) => sum + duration[key], 0);

function shareText({low, high, interval: [from, to]}: Duration["shares"][number]): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return "–";
  const share = `${ranged({low: 100 * low, high: 100 * high}, 0)} %`;
  return Number.isNaN(from) || Number.isNaN(to)
    ? share
    : `${share} (${(100 * from).toFixed(0)}–${(100 * to).toFixed(0)})`;
}

/** One figure where both bounds print alike, else both. */
function ranged({low, high}: Ranged, digits: number): string {
  const [a, b] = [low.toFixed(digits), high.toFixed(digits)];
  return a === b ? a : `${a}–${b}`;
}

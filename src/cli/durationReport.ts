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
import type {Excluded} from "../studies/spells.ts";
import {formatDay} from "../time/day.ts";
import type {Effects} from "./effects.ts";
import {aside, count, heading, paragraph} from "./style.ts";
import {table} from "./table.ts";

/** Endings for each coefficient below which a regression is a description (Peduzzi et al. 1995, J. Clin. Epidemiol. 48). */
const ENDINGS_A_COEFFICIENT = 10;

export function printDurations(one: Case, study: HowLong, effects: Effects): void {
  const {durations, comparison, by, table: spells, endings} = study;
  const {options, excluded} = spells;
  const n = spells.spells.length;
  effects.out(heading(`${one.title}: how long until ${words(options.ended)}, a ${options.unit} a spell`, effects));
  effects.out(
    paragraph(
      `${count(n, "spell")} from ${formatDay(options.from)} to ${formatDay(options.until)}: ${endings} ended so, ${sum(durations, "otherwise")} ended otherwise, ${sum(durations, "censored")} had not ended; ${excluded.length} left out. Share ended by years since ${options.origin === "threat" ? "the first threat" : "it came into force"}, with 95 % limits.`,
      effects.width
    )
  );
  effects.out("");
  effects.out(
    table(
      [
        {label: by ?? "Level", wraps: true},
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
        medianText(duration.median)
      ]),
      effects.width
    )
  );
  if (comparison !== null) {
    effects.out("");
    printComparison(by!, comparison, effects);
  }
  effects.out("");
  effects.out(aside(sampleText(study), effects));
  printLeftOut(excluded, effects);
}

export function printLeftOut(excluded: readonly Excluded[], effects: Effects): void {
  for (const [reason, own] of Map.groupBy(excluded, (one) => one.reason)) {
    effects.out(aside(`Left out, ${reason}: ${own.map(({id}) => id).join(", ")}.`, effects));
  }
}

function printComparison(by: string, comparison: Comparison | string, effects: Effects): void {
  if (typeof comparison === "string") {
    effects.out(paragraph(`Not compared by ${by}: ${comparison}`, effects.width));
    return;
  }
  const {reference, logRank, ratios, penalised, leftOut} = comparison;
  effects.out(
    paragraph(
      `Compared with ${reference} (log-rank p ${ranged(ordered(logRank.low, logRank.high), 3)}${penalised ? "; Firth's penalty, not clustered, as a plain ratio is infinite" : ""})`,
      effects.width
    )
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
      aside(
        `not compared: ${leftOut.join(", ")} (fewer than ${FEWEST_SPELLS} spells or ${FEWEST_ENDINGS} endings)`,
        effects
      )
    );
  }
}

/** What the size of the sample means for what is printed. */
function sampleText({comparison, durations, endings, clusters}: HowLong): string {
  const base = `${count(endings, "ending")} in ${count(clusters, "package")}`;
  if (comparison === null || typeof comparison === "string")
    return `${base}. A range a–b is what imprecise dates leave open; limits come beside it.`;
  const compared = durations.filter(({level}) => !comparison.leftOut.includes(level));
  const each = compared.reduce((total, {ended}) => total + ended, 0) / comparison.ratios.low.length;
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
  effects.out(
    heading(`${one.title}: ${factor} ${level} against the rest, under ${results.length} definitions`, effects)
  );
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

const sum = (durations: readonly Duration[], key: "otherwise" | "censored"): number =>
  durations.reduce((total, duration) => total + duration[key], 0);

function medianText({low, high}: Ranged): string {
  if (Number.isNaN(low)) return "not reached";
  return Number.isNaN(high) ? `from ${low.toFixed(1)} y` : `${ranged({low, high}, 1)} y`;
}

/** `35–37 % (21–50)`: the range that the dates leave open, and the limits where there are any. */
export function shareText({low, high, interval: [from, to]}: Omit<Duration["shares"][number], "years">): string {
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

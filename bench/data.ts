import {random} from "../src/numeric/random.ts";
import type {StepColumns} from "../src/sanctions/asOfIndex.ts";
import type {Event} from "../src/sanctions/event.ts";
import {apply, type Fold, type Life, START} from "../src/sanctions/life.ts";
import type {Measure} from "../src/sanctions/measure.ts";
import {standings} from "../src/sanctions/standing.ts";
import {legalVerbs} from "../src/sanctions/transitions.ts";
import {isPartialRelief, type Verb} from "../src/sanctions/verb.ts";
import {civil, civilDay, type Day} from "../src/time/day.ts";
import {parseEdtf} from "../src/time/edtf.ts";
import {exactly, type ImpreciseDay} from "../src/time/impreciseDay.ts";

/** First day of the synthetic record, and the last to which it is complete. */
export const RECORD = {from: civilDay(1949, 1, 1)!, to: civilDay(2025, 11, 20)!} as const;

/** Share of days drawn as imprecise. Some would leave their place in the life and stay exact: 15 % of the steps remain. */
const IMPRECISE = 0.17;
const TIMED_RELIEF = 0.3;

/** How often a verb is drawn where it is legal; only the proportions mean anything. */
const weights: Readonly<Record<Verb, number>> = {
  threatened: 2,
  imposed: 20,
  reimposed: 6,
  tightened: 8,
  extended: 6,
  eased: 5,
  waived: 4,
  suspended: 2,
  superseded: 0.3,
  annulled: 0.3,
  lifted: 2,
  expired: 0.7
};

/**
 * Synthetic measures that hold `events` events together, each life legal under the transition table: 3 to 20 events a
 * measure (9 on average), days from 1949 to 2025, some imprecise (a month, a year, or `~`). Three in ten of the
 * lives that close with relief set a clock, some beyond the end of the record. Depends on the seed alone.
 */
export function* randomMeasures(events: number, seed: number): Generator<Measure> {
  const next = random(seed);
  for (let made = 0, m = 0; made < events; m++) {
    const n = Math.min(3 + Math.floor(18 * next() ** 2), events - made);
    made += n;
    yield {
      id: `m${String(m).padStart(7, "0")}`,
      title: "synthetic measure",
      type: "trade-embargo",
      subtype: "synthetic",
      senders: ["US"],
      targets: ["CN"],
      regime: "synthetic",
      authorities: [],
      objectives: [],
      scope: null,
      package: null,
      tradeShare: null,
      status: "synthetic",
      reviews: [],
      life: shuffled(randomLife(n, m, next), next)
    };
  }
}

function randomLife(n: number, m: number, next: () => number): Event[] {
  const length = RECORD.to - RECORD.from;
  const start = RECORD.from + Math.floor(length * next() ** 0.7);
  const span = Math.min(RECORD.to - start, 365 * (1 + Math.floor(30 * next())));
  const days = Array.from({length: n}, () => (start + Math.floor(span * next())) as Day).sort((a, b) => a - b);
  const life: Event[] = [];
  let fold: Fold = START;
  for (const [i, day] of days.entries()) {
    const verb = draw(legalVerbs(fold.standing), next);
    const last = life.at(-1);
    const effective = written(day, last === undefined ? RECORD.from : last.effective!.nominal, next);
    const timed = i === n - 1 && isPartialRelief(verb) && next() < TIMED_RELIEF;
    const event: Event = {
      id: `m${m}-${i}`,
      verb,
      what: "synthetic event",
      instrument: "synthetic",
      effective,
      ...(timed ? {expires: exactly((effective.latest + 30 + Math.floor(1000 * next())) as Day)} : {}),
      ...((verb === "waived" || verb === "suspended") && next() < 0.3 ? {extent: "part"} : {}),
      order: i,
      tags: [],
      sources: [],
      verification: "recalled",
      confidence: {level: "uncertain", why: "synthetic"},
      motives: []
    };
    const result = apply(fold, event);
    if ("problem" in result) throw new Error(result.problem.message);
    fold = result.fold;
    life.push(event);
  }
  return life;
}

function draw(verbs: readonly Verb[], next: () => number): Verb {
  const total = verbs.reduce((sum, verb) => sum + weights[verb], 0);
  let left = next() * total;
  for (const verb of verbs) {
    left -= weights[verb];
    if (left < 0) return verb;
  }
  return verbs.at(-1)!;
}

/** The day as a record writes it; an imprecise form is used only where it leaves the event in its place in the life. */
function written(day: Day, notBefore: Day, next: () => number): ImpreciseDay {
  if (next() >= IMPRECISE) return exactly(day);
  const {year, month} = civil(day);
  const form = next();
  const yearMonth = `${year}-${String(month).padStart(2, "0")}`;
  const imprecise = parsed(
    form < 0.6 ? yearMonth : form < 0.8 ? `${yearMonth}~` : form < 0.95 ? `${year}` : `${year}?`
  );
  return imprecise.nominal >= notBefore ? imprecise : exactly(day);
}

const seen = new Map<string, ImpreciseDay>();

function parsed(text: string): ImpreciseDay {
  const day = seen.get(text) ?? parseEdtf(text);
  seen.set(text, day);
  return day;
}

/** A copy in random order (Fisher & Yates). */
export function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** One step as an object, the way an event log holds it; the fields are those of `StepColumns`. */
export type StepRow = {
  readonly measure: number;
  readonly step: number;
  readonly earliest: number;
  readonly latest: number;
  readonly standing: number;
  readonly ahead: number;
};

/** The steps of lives as rows; measure m is the m-th life. */
export function rowsOf(lives: Iterable<Life>): {readonly measures: number; readonly rows: StepRow[]} {
  const rows: StepRow[] = [];
  let measure = 0;
  for (const {steps} of lives) {
    for (const [step, {when, standing, ahead}] of steps.entries()) {
      const {earliest, latest} = when;
      rows.push({measure, step, earliest, latest, standing: standings.indexOf(standing), ahead: ahead ? 1 : 0});
    }
    measure++;
  }
  return {measures: measure, rows};
}

export const columnsOf = (rows: readonly StepRow[], measures: number): StepColumns => ({
  measures,
  measure: Int32Array.from(rows, ({measure}) => measure),
  step: Int32Array.from(rows, ({step}) => step),
  earliest: Int32Array.from(rows, ({earliest}) => earliest),
  latest: Int32Array.from(rows, ({latest}) => latest),
  standing: Uint8Array.from(rows, ({standing}) => standing),
  ahead: Uint8Array.from(rows, ({ahead}) => ahead)
});

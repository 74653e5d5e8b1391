import type {Quantity} from "../casebook/claim.ts";
import {parseEdtf} from "../time/edtf.ts";
import type {ImpreciseDay} from "../time/impreciseDay.ts";
import {type Ground, sourceOf} from "./ground.ts";
import {type Act, type Selected, selectActs} from "./selectActs.ts";
import {joined, type Value} from "./value.ts";

/** Mean length of a Gregorian year in days. */
const YEAR = 365.2425;

/** The first or last operative day, or day of announcement, of the acts; null when no act has one. */
export function pickDay({certain, possible}: Selected<Act>, pick: "first" | "last", clock?: "announced"): Value | null {
  const dated = (acts: readonly Act[]) =>
    acts.flatMap(({event, when}) => {
      const day: ImpreciseDay | undefined = clock === undefined ? when : event.announced;
      return day === undefined ? [] : [{id: event.id, day}];
    });
  const [sure, maybe] = [dated(certain), dated(possible)];
  const all = [...sure, ...maybe];
  if (all.length === 0) return null;
  const edge = pick === "first" ? Math.min : Math.max;
  // A possible event can move the first day earlier and never later; the other way round for the last.
  const fixed = sure.length > 0 ? sure : all;
  const low = edge(...(pick === "first" ? all : fixed).map(({day}) => day.earliest));
  const high = edge(...(pick === "first" ? fixed : all).map(({day}) => day.latest));
  const at = all.filter(({day}) => day.earliest <= high && day.latest >= low);
  return {
    unit: "day",
    low: sure.length > 0 ? low : Math.min(...all.map(({day}) => day.earliest)),
    high: sure.length > 0 ? high : Math.max(...all.map(({day}) => day.latest)),
    sure: sure.length > 0,
    counted: at.filter((one) => sure.includes(one)).map(({id}) => id),
    possible: at.filter((one) => !sure.includes(one)).map(({id}) => id)
  };
}

/** Time from the first of some acts to the last of others. */
export function between(ground: Ground, {first, last, unit}: Extract<Quantity, {kind: "between"}>): Value | null {
  const from = pickDay(selectActs(ground, first), "first");
  const to = pickDay(selectActs(ground, last), "last");
  if (from === null || to === null) return null;
  const scale = unit === "years" ? YEAR : 1;
  return {
    ...joined(from, to),
    unit,
    low: (to.low - from.high) / scale,
    high: (to.high - from.low) / scale
  };
}

/** The day on which a source was issued; null when the case does not say. */
export function issued(ground: Ground, id: string): Value | null {
  const parts = sourceOf(ground, id).issued?.["date-parts"][0];
  if (parts === undefined) return null;
  const text = parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
  const {earliest, latest} = parseEdtf(text, `issue of ${id}`);
  return {unit: "day", low: earliest, high: latest, sure: true, counted: [id], possible: []};
}

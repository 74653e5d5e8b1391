import {type Event, type Motive, type MotiveKey, motiveKeys} from "../sanctions/event.ts";
import type {Authority, Measure} from "../sanctions/measure.ts";
import {parseEdtf} from "../time/edtf.ts";
import type {ImpreciseDay} from "../time/impreciseDay.ts";
import type {EventFile, MeasureFile} from "./measureSchema.ts";

const clockNames = ["announced", "effective", "published", "expires"] as const;
const boundNames = ["from", "to"] as const;

/** The measure of a file, with its days as days and a weight for every motive. */
export function toMeasure({authorities, life, ...rest}: MeasureFile): Measure {
  return {
    ...rest,
    authorities: authorities.map((one): Authority => withDays(one, boundNames)),
    life: life.map((event): Event => ({...withDays(event, clockNames), motives: event.motives.map(toMotive)}))
  };
}

/** The entry with its dates of these names read. */
function withDays<T extends {readonly [name in K]?: string}, K extends string>(
  entry: T,
  names: readonly K[]
): Omit<T, K> & {readonly [name in K]?: ImpreciseDay} {
  const days = names.flatMap((name) => {
    const text = entry[name];
    return text === undefined ? [] : [[name, parseEdtf(text, name)] as const];
  });
  return Object.assign({...entry}, Object.fromEntries(days) as Readonly<Record<K, ImpreciseDay>>);
}

const toMotive = (motive: EventFile["motives"][number]): Motive => ({...motive, weights: fill(motive.weights)});

function fill(weights: Readonly<Record<string, number | undefined>>): Record<MotiveKey, number> {
  return Object.fromEntries(motiveKeys.map((key) => [key, weights[key] ?? 0])) as Record<MotiveKey, number>;
}

import type {Draw, FailedDraw} from "../studies/price/pricer.ts";

/** The draws of a task, however and wherever they were made. */
export type DrawSet = {
  readonly asked: number;
  /** [asked] arrays [steps × N] as `Pricer.draw` returns them; null where the draw was not made before a stop */
  readonly welfareHat: readonly (Float64Array | null)[];
  /** By draw, and in a draw by step. */
  readonly failed: readonly FailedDraw[];
};

/** How far the draws are, in milliseconds; `left` is null before the first new draw. */
export type Progress = {
  readonly done: number;
  readonly total: number;
  readonly elapsed: number;
  readonly left: number | null;
};

/** Draws by number, in the order in which they were made. */
export type Draws = ReadonlyMap<number, Draw>;

export function drawSet(asked: number, made: Draws): DrawSet {
  const numbers = Array.from({length: asked}, (_, number) => number);
  return {
    asked,
    welfareHat: numbers.map((number) => made.get(number)?.welfareHat ?? null),
    failed: numbers.flatMap((number) => made.get(number)?.failed ?? [])
  };
}

/** The numbers below `asked` of which there is no draw. */
export const missing = (asked: number, made: ReadonlyMap<number, unknown> | ReadonlySet<number>): number[] =>
  Array.from({length: asked}, (_, number) => number).filter((number) => !made.has(number));

/**
 * A meter that is started with the work.
 *
 * @param before draws that were there at the start: they count as done and say nothing about speed
 */
export function startMeter(total: number, before: number): (done: number) => Progress {
  const start = performance.now();
  return (done) => {
    const elapsed = performance.now() - start;
    return {done, total, elapsed, left: done > before ? (elapsed / (done - before)) * (total - done) : null};
  };
}

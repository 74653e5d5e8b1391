import {cholesky, choleskySolve} from "../numeric/cholesky.ts";

/** A map of R^n to itself: writes the image of `at` into `image`; returns the residual that decides, NaN where it has no image. */
export type FixedPointMap = (at: Float64Array, image: Float64Array) => number;

export type FixedPoint = {
  /** [n] The image of the last point. */
  readonly value: Float64Array;
  readonly converged: boolean;
  /** Evaluations of the map. */
  readonly iterations: number;
  /** The map's residual at the last point. */
  readonly residual: number;
};

const MEMORY = 10; // differences kept
const RIDGE = 1e-14; // of the trace; keeps the least squares solvable when differences are parallel
const WORSE = 8; // growth of the residual over the best one after which the memory is dropped; doubles each time, so that no round of points repeats

/**
 * Fixed point of a map by Anderson acceleration: the next point is the combination of the last images whose residual is
 * smallest by least squares. Where the residual grows or has no value, it goes back to the best point and forgets, and bears twice the
 * growth from then on: a path to the solution may pass through worse points (test/hard/coalition).
 *
 * @param start [n] not modified
 * @returns `converged` when the map's own residual is at most `tolerance`; never throws for want of it
 * @see Walker & Ni (2011), SIAM Journal on Numerical Analysis 49:1715–1735
 */
export function fixedPoint(
  map: FixedPointMap,
  start: Float64Array,
  {tolerance, maxIterations}: {readonly tolerance: number; readonly maxIterations: number}
): FixedPoint {
  const n = start.length;
  const at = Float64Array.from(start);
  const best = {at: new Float64Array(n), image: new Float64Array(n), residual: Infinity};
  const memory = newMemory(n);
  let [image, lastImage] = [new Float64Array(n), new Float64Array(n)];
  let [step, lastStep] = [new Float64Array(n), new Float64Array(n)];
  let isFresh = true;
  let damping = 1;
  let worse = WORSE;
  for (let iterations = 1; ; iterations++) {
    const residual = map(at, image);
    const converged = residual <= tolerance;
    const isLost = !(residual <= worse * best.residual);
    if (converged || iterations >= maxIterations || (isLost && best.residual === Infinity))
      return {value: image, converged, iterations, residual};
    if (isLost) {
      for (let i = 0; i < n; i++) at[i] = best.at[i]! + damping * (best.image[i]! - best.at[i]!);
      damping /= 2;
      worse *= 2;
      memory.count = 0;
      isFresh = true;
      continue;
    }
    for (let i = 0; i < n; i++) step[i] = image[i]! - at[i]!;
    if (residual < best.residual) {
      best.at.set(at);
      best.image.set(image);
      best.residual = residual;
      damping = 1;
    }
    if (!isFresh) remember(memory, image, lastImage, step, lastStep);
    isFresh = false;
    [image, lastImage] = [lastImage, image];
    [step, lastStep] = [lastStep, step];
    combine(memory, lastImage, lastStep, at);
  }
}

type Memory = {
  readonly images: readonly Float64Array[];
  readonly steps: readonly Float64Array[];
  /** [MEMORY × MEMORY] products of the steps' differences. */
  readonly gram: Float64Array;
  count: number;
  next: number;
};

const newMemory = (n: number): Memory => ({
  images: Array.from({length: MEMORY}, () => new Float64Array(n)),
  steps: Array.from({length: MEMORY}, () => new Float64Array(n)),
  gram: new Float64Array(MEMORY * MEMORY),
  count: 0,
  next: 0
});

function remember(
  memory: Memory,
  image: Float64Array,
  lastImage: Float64Array,
  step: Float64Array,
  lastStep: Float64Array
): void {
  if (memory.count === 0) memory.next = 0;
  const k = memory.next;
  const [images, steps] = [memory.images[k]!, memory.steps[k]!];
  for (let i = 0; i < image.length; i++) {
    images[i] = image[i]! - lastImage[i]!;
    steps[i] = step[i]! - lastStep[i]!;
  }
  memory.count = Math.min(memory.count + 1, MEMORY);
  memory.next = (k + 1) % MEMORY;
  for (let j = 0; j < memory.count; j++) {
    const product = dot(steps, memory.steps[j]!);
    memory.gram[k * MEMORY + j] = product;
    memory.gram[j * MEMORY + k] = product;
  }
}

/** Writes the next point into `at`: the image less the combination of differences that best explains the step. */
function combine(
  {images, steps, gram, count}: Memory,
  image: Float64Array,
  step: Float64Array,
  at: Float64Array
): void {
  at.set(image);
  if (count === 0) return;
  const system = new Float64Array(count * count);
  const right = new Float64Array(count);
  let trace = 0;
  for (let j = 0; j < count; j++) {
    for (let k = 0; k < count; k++) system[j * count + k] = gram[j * MEMORY + k]!;
    trace += gram[j * MEMORY + j]!;
    right[j] = dot(steps[j]!, step);
  }
  for (let j = 0; j < count; j++) system[j * count + j]! += RIDGE * trace;
  const root = cholesky(system, count, 0);
  if (!("factor" in root)) return;
  for (const [j, weight] of choleskySolve(root.factor, count, right).entries()) {
    const difference = images[j]!;
    for (let i = 0; i < at.length; i++) at[i]! -= weight * difference[i]!;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

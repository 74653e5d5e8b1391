/**
 * What happens at the event times of one curve: at step e the probabilities, a row vector, are multiplied by
 *
 *   A(e) = I + Σ_h hazard_h (unit(to) − unit(from)) in row `from`.
 *
 * Transitions are stored one after another; those of step e run from `start[e]` to `start[e + 1]`.
 */
export type TransitionSteps = {
  /** S */
  readonly states: number;
  /** [steps + 1] */
  readonly start: Uint32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly hazard: Float64Array;
};

/** Multiplies a row vector by A(e). @param vector [S] from `at`, changed in place @param scratch [S] */
export function applyStep(
  {states, start, from, to, hazard}: TransitionSteps,
  e: number,
  vector: Float64Array,
  at: number,
  scratch: Float64Array
): void {
  for (let s = 0; s < states; s++) scratch[s] = vector[at + s]!;
  for (let h = start[e]!; h < start[e + 1]!; h++) {
    const moved = scratch[from[h]!]! * hazard[h]!;
    vector[at + from[h]!]! -= moved;
    vector[at + to[h]!]! += moved;
  }
}

const LEAF = 3; // 2 ** 3 steps are taken one by one before a stored product is worth its memory

/** Products of A over aligned runs of steps: run b of level k covers the steps from b 2^k up to (b + 1) 2^k. */
export type StepProducts = {readonly steps: TransitionSteps; readonly levels: readonly Float64Array[]};

/** O(steps · S²) memory / 8, twice that for all levels; O(steps · S³) time. */
export function stepProducts(steps: TransitionSteps): StepProducts {
  const count = steps.start.length - 1;
  const S = steps.states;
  const scratch = new Float64Array(S);
  const levels: Float64Array[] = [];
  for (let level = LEAF; count >> level > 0; level++) {
    const blocks = count >> level;
    const products = new Float64Array(blocks * S * S);
    const below = levels.at(-1);
    for (let b = 0; b < blocks; b++) {
      const at = b * S * S;
      if (below === undefined) {
        for (let s = 0; s < S; s++) products[at + s * S + s] = 1;
        for (let e = b << level; e < (b + 1) << level; e++) {
          for (let s = 0; s < S; s++) applyStep(steps, e, products, at + s * S, scratch);
        }
      } else {
        for (let s = 0; s < S; s++) {
          for (let c = 0; c < S; c++) products[at + s * S + c] = below[2 * at + s * S + c]!;
          multiply(products, at + s * S, below, 2 * at + S * S, S, scratch);
        }
      }
    }
    levels.push(products);
  }
  return {steps, levels};
}

/** Multiplies a row vector by A(from) ⋯ A(to − 1) in O(S² log steps). No inverse is taken, so A may be singular. */
export function applySteps(
  {steps, levels}: StepProducts,
  from: number,
  to: number,
  vector: Float64Array,
  at: number,
  scratch: Float64Array
): void {
  const S = steps.states;
  let e = from;
  while (e < to) {
    let level = LEAF - 1;
    while (level - LEAF + 1 < levels.length && e % (2 << level) === 0 && e + (2 << level) <= to) level++;
    if (level < LEAF) {
      applyStep(steps, e, vector, at, scratch);
      e++;
    } else {
      multiply(vector, at, levels[level - LEAF]!, (e >> level) * S * S, S, scratch);
      e += 1 << level;
    }
  }
}

/** vector ← vector × matrix */
function multiply(
  vector: Float64Array,
  at: number,
  matrix: Float64Array,
  first: number,
  S: number,
  scratch: Float64Array
): void {
  for (let s = 0; s < S; s++) scratch[s] = vector[at + s]!;
  for (let c = 0; c < S; c++) {
    let sum = 0;
    for (let s = 0; s < S; s++) sum += scratch[s]! * matrix[first + s * S + c]!;
    vector[at + c] = sum;
  }
}

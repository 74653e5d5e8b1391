import {ThawError} from "../../errors.ts";
import {balance} from "../../trade/balance.ts";
import {calibrate} from "../../trade/calibrate.ts";
import type {Closure} from "../../trade/closure.ts";
import type {Economy} from "../../trade/economy.ts";
import type {Equilibrium} from "../../trade/report.ts";
import {solveModel} from "../../trade/solve.ts";
import {central, drawn, type Factor, type Line, type Sampler} from "./line.ts";
import {shockOf} from "./shockOf.ts";

/** A world to price: what holds in it. */
export type Step = {readonly id: string; readonly title: string; readonly lines: readonly Line[]};

/** All that a price depends on, as plain data: the same task gives the same figures on any machine. */
export type PriceTask = {
  /** Name of the baseline, or path of an own one, and the SHA-256 that it must have. */
  readonly baseline: string;
  readonly checksum: string;
  /** [J] θ by sector of the baseline */
  readonly elasticities: readonly Factor[];
  readonly closure: Closure;
  readonly seed: number;
  /** What holds in the baseline's own year. */
  readonly before: readonly Line[];
  /** What the steps are compared with. */
  readonly reference: Step;
  readonly steps: readonly Step[];
};

/** What a step does beside the reference; both in changes from the baseline. */
export type PricedStep = {
  readonly step: Step;
  /** [N] real consumption, step ÷ reference */
  readonly welfareHat: Float64Array;
  readonly equilibrium: Equilibrium;
};

/** A step that a draw could not solve, and why. */
export type FailedDraw = {readonly draw: number; readonly step: string; readonly message: string};

export type Draw = {
  /** [steps × N] real consumption, step ÷ reference; NaN in the row of a step that failed */
  readonly welfareHat: Float64Array;
  readonly failed: readonly FailedDraw[];
};

/** A world beside the reference, or why the model has no equilibrium for it. */
export type Outcome =
  | {
      readonly kind: "solved";
      /** [N] real consumption, this world ÷ reference */
      readonly welfareHat: Float64Array;
      readonly equilibrium: Equilibrium;
    }
  | {readonly kind: "none"; readonly message: string};

/** The world in which lines hold. @throws what `shockOf` throws */
export type Worlds = (lines: readonly Line[]) => Outcome;

export type Pricer = {
  readonly economy: Economy;
  /** [N] final spending of the baseline as the model has it, million USD */
  readonly spending: Float64Array;
  readonly reference: Equilibrium;
  /** Every size at its central value. @throws what `solve` and `shockOf` throw */
  readonly priced: readonly PricedStep[];
  /** Every size and elasticity drawn, from 0 on; depends on seed and number alone. */
  draw(number: number): Draw;
  /** Other worlds than those of the task: at the central values, or at those of a draw. */
  worlds(draw?: number): Worlds;
};

/**
 * Solves a task: the baseline is calibrated and balanced once, at the central elasticities; an equilibrium stays one
 * under any elasticity, so draws start from the same world.
 *
 * @throws what `calibrate`, `solve` and `shockOf` throw, at the central values
 */
export function pricer(task: PriceTask, economy: Economy): Pricer {
  const {closure, elasticities, before, seed, steps} = task;
  const tradeElasticity = Float64Array.from(elasticities, central);
  const model = balance(calibrate(economy, {tradeElasticity}), closure);
  const solvedWith = (lines: readonly Line[], theta: Float64Array, sample: Sampler): Equilibrium =>
    solveModel({...model, tradeElasticity: theta}, shockOf(economy, theta, before, lines, sample), {closure});
  const solved = (step: Step, theta: Float64Array, sample: Sampler) => solvedWith(step.lines, theta, sample);
  const reference = solved(task.reference, tradeElasticity, central);
  const priced = steps.map((step) => {
    const equilibrium = solved(step, tradeElasticity, central);
    return {step, equilibrium, welfareHat: ratio(equilibrium, reference)};
  });
  const draw = (number: number): Draw => {
    const N = economy.countries.length;
    const sample = drawn(seed, number);
    const theta = Float64Array.from(elasticities, sample);
    const welfareHat = new Float64Array(steps.length * N).fill(Number.NaN);
    const failed: FailedDraw[] = [];
    const attempt = (step: Step): Equilibrium | null => {
      try {
        return solved(step, theta, sample);
      } catch (error) {
        if (!(error instanceof ThawError) || error.kind === "fault") throw error;
        failed.push({draw: number, step: step.id, message: error.message});
        return null;
      }
    };
    const from = attempt(task.reference);
    if (from !== null)
      for (const [at, step] of steps.entries()) {
        const to = attempt(step);
        if (to !== null) welfareHat.set(ratio(to, from), at * N);
      }
    return {welfareHat, failed};
  };
  const worlds = (number?: number): Worlds => {
    const sample = number === undefined ? central : drawn(seed, number);
    const theta = Float64Array.from(elasticities, sample);
    const from = number === undefined ? reference : unlessNone(() => solved(task.reference, theta, sample));
    return (lines) => {
      if ("kind" in from) return from;
      const equilibrium = unlessNone(() => solvedWith(lines, theta, sample));
      return "kind" in equilibrium ? equilibrium : {kind: "solved", equilibrium, welfareHat: ratio(equilibrium, from)};
    };
  };
  return {economy, spending: model.income, reference, priced, draw, worlds};
}

/** What the engine throws where a shock leaves no equilibrium, or none that it finds; all else is a mistake in the task. */
const NO_EQUILIBRIUM = ["trade/no-supply", "trade/one-way", "trade/no-convergence"];

function unlessNone(solve: () => Equilibrium): Equilibrium | Extract<Outcome, {kind: "none"}> {
  try {
    return solve();
  } catch (error) {
    if (!(error instanceof ThawError) || !NO_EQUILIBRIUM.includes(error.code)) throw error;
    const {message} = error;
    return {kind: "none", message: message.startsWith("no equilibrium") ? message : `no equilibrium: ${message}`};
  }
}

const ratio = (to: Equilibrium, from: Equilibrium): Float64Array =>
  to.realConsumptionHat.map((hat, c) => hat / from.realConsumptionHat[c]!);

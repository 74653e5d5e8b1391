import {ThawError} from "../../errors.ts";
import {balance} from "../../trade/balance.ts";
import {calibrate, type Model} from "../../trade/calibrate.ts";
import type {Closure} from "../../trade/closure.ts";
import type {Economy} from "../../trade/economy.ts";
import {type Equilibrium, realConsumptionHat, report} from "../../trade/report.ts";
import {type Solved, solution} from "../../trade/solution.ts";
import {central, drawn, type Factor, type Line, type Sampler} from "./line.ts";
import {shockOf} from "./shockOf.ts";
import {withTariffsBefore} from "./tariffsBefore.ts";

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

/** A step that has no answer in a draw, and why: no equilibrium, or a size outside what the model takes. */
export type FailedDraw = {readonly draw: number; readonly step: string; readonly message: string};

export type Draw = {
  /** [steps × N] real consumption, step ÷ reference; NaN in the row of a step that failed */
  readonly welfareHat: Float64Array;
  readonly failed: readonly FailedDraw[];
};

/** Makes a draw: every size and elasticity drawn. It depends on seed and number alone, from 0 on. */
export type Drawer = (number: number) => Draw;

/** A world beside the reference, or why the model has no equilibrium for it. */
export type Outcome =
  | {
      readonly kind: "solved";
      /** [N] real consumption, this world ÷ reference */
      readonly welfareHat: Float64Array;
      readonly equilibrium: Equilibrium;
    }
  | {readonly kind: "none"; readonly message: string};

/** A step and its world at the central values. */
export type PricedStep = {
  readonly step: Step;
  readonly outcome: Outcome;
  /** [N] that of the outcome; NaN where there is none */
  readonly welfareHat: Float64Array;
};

/** The world in which lines hold. @throws what `shockOf` throws */
export type Worlds = (lines: readonly Line[]) => Outcome;

export type Pricer = {
  readonly economy: Economy;
  /** [N] final spending of the baseline as the model has it, million USD */
  readonly spending: Float64Array;
  readonly reference: Equilibrium;
  /** Every size at its central value. */
  readonly priced: readonly PricedStep[];
  readonly draw: Drawer;
  /** Other worlds than those of the task: at the central values, or at those of a draw. */
  worlds(draw?: number): Worlds;
};

/** The world that draws start from, and how other worlds are solved from it. */
type Start = {
  readonly economy: Economy;
  readonly model: Model;
  /** Worlds at the central values, or at those of a draw. */
  readonly solver: (draw?: number) => (lines: readonly Line[]) => Solved;
};

/**
 * The baseline, with the tariffs of its own year (`withTariffsBefore`), calibrated and balanced once, at the central
 * elasticities; an equilibrium stays one under any elasticity, so draws start from the same world.
 */
function startOf({closure, elasticities, before, seed}: PriceTask, given: Economy): Start {
  const economy = withTariffsBefore(given, before);
  const atCentre = Float64Array.from(elasticities, central);
  const model = balance(calibrate(economy, {tradeElasticity: atCentre}), closure);
  /** Worlds under one set of elasticities and sizes; those after the first start from it, which is near. */
  const worldsUnder = (tradeElasticity: Float64Array, sample: Sampler) => {
    const own: Model = {...model, tradeElasticity};
    let from: Float64Array | undefined;
    return (lines: readonly Line[]): Solved => {
      const shock = shockOf(economy, tradeElasticity, before, lines, sample);
      const solved = solution(own, shock, {closure, ...(from && {from})});
      from ??= solved.state;
      return solved;
    };
  };
  const solver = (draw?: number) => {
    if (draw === undefined) return worldsUnder(atCentre, central);
    const sample = drawn(seed, draw);
    return worldsUnder(Float64Array.from(elasticities, sample), sample);
  };
  return {economy, model, solver};
}

/**
 * The draws of a task without its central answer, which no draw needs.
 *
 * @throws what `calibrate` throws; a draw, what `shockOf` throws for any size, such as a place that is not there
 */
export const drawer = (task: PriceTask, given: Economy): Drawer => drawerFrom(task, startOf(task, given));

function drawerFrom({reference, steps}: PriceTask, {economy, model, solver}: Start): Drawer {
  const N = economy.countries.length;
  return (number) => {
    const solve = solver(number);
    const welfareHat = new Float64Array(steps.length * N).fill(Number.NaN);
    const failed: FailedDraw[] = [];
    const attempt = (step: Step): Float64Array | null => {
      const solved = unlessNone(() => solve(step.lines), NO_DRAW);
      if (!("kind" in solved)) return realConsumptionHat(model, solved);
      failed.push({draw: number, step: step.id, message: solved.message});
      return null;
    };
    const from = attempt(reference);
    if (from !== null)
      for (const [at, step] of steps.entries()) {
        const to = attempt(step);
        if (to !== null) welfareHat.set(ratio(to, from), at * N);
      }
    return {welfareHat, failed};
  };
}

/**
 * Solves a task at its central values, and makes its draws.
 *
 * @throws what `calibrate` and `shockOf` throw, and what `solve` throws of the reference, at the central values
 */
export function pricer(task: PriceTask, given: Economy): Pricer {
  const {closure, steps} = task;
  const start = startOf(task, given);
  const {economy, model, solver} = start;
  const centralWorlds = solver();
  const told = (solved: Solved): Equilibrium => report(model, solved, closure);
  const reference = told(centralWorlds(task.reference.lines));
  const beside = (lines: readonly Line[]): Outcome => {
    const solved = unlessNone(() => centralWorlds(lines), NO_EQUILIBRIUM);
    if ("kind" in solved) return solved;
    const equilibrium = told(solved);
    return {
      kind: "solved",
      equilibrium,
      welfareHat: ratio(equilibrium.realConsumptionHat, reference.realConsumptionHat)
    };
  };
  const worlds = (number?: number): Worlds => {
    if (number === undefined) return beside;
    const solve = solver(number);
    const from = unlessNone(() => solve(task.reference.lines), NO_DRAW);
    if ("kind" in from) return () => from;
    const before = realConsumptionHat(model, from);
    return (lines) => {
      const solved = unlessNone(() => solve(lines), NO_DRAW);
      if ("kind" in solved) return solved;
      const equilibrium = told(solved);
      return {kind: "solved", equilibrium, welfareHat: ratio(equilibrium.realConsumptionHat, before)};
    };
  };
  const priced = steps.map((step): PricedStep => {
    const outcome = beside(step.lines);
    const {length} = economy.countries;
    return {
      step,
      outcome,
      welfareHat: outcome.kind === "solved" ? outcome.welfareHat : new Float64Array(length).fill(NaN)
    };
  });
  return {economy, spending: model.income, reference, priced, draw: drawerFrom(task, start), worlds};
}

/** What the engine throws where a shock leaves no equilibrium, or none that it finds; all else is a mistake in the task. */
const NO_EQUILIBRIUM = ["trade/no-supply", "trade/one-way", "trade/no-convergence"];

/** In a draw, also what is right at the centre and, in the tail of a distribution, is no size of the model any more. */
const NO_DRAW = [...NO_EQUILIBRIUM, "trade/shock-value", "studies/closed-before"];

function unlessNone(solve: () => Solved, none: readonly string[]): Solved | Extract<Outcome, {kind: "none"}> {
  try {
    return solve();
  } catch (error) {
    if (!(error instanceof ThawError) || !none.includes(error.code)) throw error;
    const {code, message} = error;
    const isSaid = !NO_EQUILIBRIUM.includes(code) || message.startsWith("no equilibrium");
    return {kind: "none", message: isSaid ? message : `no equilibrium: ${message}`};
  }
}

const ratio = (to: Float64Array, from: Float64Array): Float64Array => to.map((hat, c) => hat / from[c]!);

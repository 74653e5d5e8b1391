import {ok} from "node:assert/strict";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {balance} from "../src/trade/balance.ts";
import {calibrate, type Model} from "../src/trade/calibrate.ts";
import type {Economy} from "../src/trade/economy.ts";
import type {Equilibrium} from "../src/trade/report.ts";
import {type Shock, wedges} from "../src/trade/shock.ts";
import {solve, solveModel} from "../src/trade/solve.ts";
import {peakBytes} from "./peakBytes.ts";
import {type Timing, time} from "./timing.ts";
import {largestTwo, type ShockName, shocks, type WorldName, worlds} from "./tradeData.ts";

/** What each residual of the model may be at most. */
export const TOLERANCE = 1e-10;

/** What a process that solves one world reports. Milliseconds and bytes. */
export type Solved = {
  readonly shape: readonly [countries: number, sectors: number];
  readonly shocks: Readonly<Record<ShockName, SolvedShock>>;
  readonly peak: number | null;
  /** The same before the first solution: Node, the engine and the economy. */
  readonly peakBefore: number | null;
};

export type SolvedShock = {
  /** `solveModel`, the baseline prepared. */
  readonly prepared: Timing;
  /** `solve`: calibrate, balance and solve. */
  readonly whole: Timing;
  readonly iterations: number;
  readonly residual: number;
  /** The worst country's labour market, from the economy's own figures. */
  readonly labourMarket: number;
  readonly bytesPerSweep: number;
  readonly answer: {readonly wageHat: readonly number[]; readonly realConsumptionHat: readonly number[]};
};

/**
 * What `answer` is off by an equation that is put together here from the economy and the answer's flows alone: what a
 * country's labour earns is its part of all that its sectors sell.
 */
function labourMarketError(economy: Economy, model: Model, {flow, wageHat}: Equilibrium): number {
  const {valueAdded, intermediate} = economy;
  const [N, J] = [economy.countries.length, economy.sectors.length];
  let worst = 0;
  for (let c = 0; c < N; c++) {
    let paid = 0;
    for (let u = 0; u < J; u++) {
      let [sold, inputs] = [0, 0];
      for (let d = 0; d < N; d++) sold += flow[(c * N + d) * J + u]!;
      for (let s = 0; s < J; s++) {
        let bought = 0;
        for (let o = 0; o < N; o++) bought += economy.flow[(o * N + c) * J + s]!;
        if (bought > 0) inputs += intermediate[(c * J + s) * J + u]!;
      }
      const cost = valueAdded[c * J + u]! + inputs;
      paid += cost > 0 ? (sold * valueAdded[c * J + u]!) / cost : sold;
    }
    worst = Math.max(worst, Math.abs(paid / (wageHat[c]! * model.labourIncome[c]!) - 1));
  }
  return worst;
}

/** What a sweep reads: the kernels as often as it passes over them, input shares twice, three of Anderson's memories of 10. */
function bytesPerSweep({countries, sectors, hasInputs}: Model, hasRevenue: boolean): number {
  const [N, J] = [countries.length, sectors.length];
  const state = hasInputs ? N + 2 * J * N : hasRevenue ? 2 * N : N;
  return 8 * ((hasRevenue ? 3 : 2) * J * N * N + (hasInputs ? 2 * J * J * N : 0) + 3 * 10 * state);
}

/** The prepared model and the shock as raw numbers, for the peer: a file an array, sector first. */
function writeForPeer(folder: string, name: ShockName, model: Model, shock: Shock): void {
  const {priceWedge, tariff} = wedges(model, shock);
  const arrays = {
    theta: model.tradeElasticity,
    share: model.tradeShare,
    priceWedge,
    tariff,
    valueAddedShare: model.valueAddedShare,
    inputShare: model.inputShare,
    finalShare: model.finalShare,
    expenditure: model.expenditure,
    labourIncome: model.labourIncome,
    deficit: model.deficit,
    income: model.income
  };
  for (const [key, values] of Object.entries(arrays)) writeFileSync(join(folder, `${name}-${key}.f64`), values);
}

async function solveWorld(name: WorldName, folder: string, repeats: number): Promise<Solved> {
  const economy = worlds[name].make();
  const [a, b] = largestTwo(economy);
  const peakBefore = peakBytes();
  const model = balance(calibrate(economy));
  const measure = async (shockName: ShockName): Promise<SolvedShock> => {
    const shock: Shock = shocks[shockName](economy, a, b);
    writeForPeer(folder, shockName, model, shock);
    let last: Equilibrium | null = null;
    const checked = (call: () => Equilibrium) => () => {
      last = call();
      ok(last.residual <= TOLERANCE, `residual ${last.residual}`);
    };
    const effort = {warmUp: Math.ceil(repeats / 2), repeats};
    const whole = await time(
      checked(() => solve(economy, shock)),
      effort
    );
    const prepared = await time(
      checked(() => solveModel(model, shock)),
      effort
    );
    const {wageHat, realConsumptionHat, iterations, residual} = last!;
    const labourMarket = labourMarketError(economy, model, last!);
    ok(labourMarket <= 10 * TOLERANCE, `${name}, ${shockName}: the labour market is off by ${labourMarket}`);
    const {tariff} = wedges(model, shock);
    return {
      prepared,
      whole,
      iterations,
      residual,
      labourMarket,
      bytesPerSweep: bytesPerSweep(
        model,
        tariff.some((rate) => rate !== 0)
      ),
      answer: {wageHat: [...wageHat], realConsumptionHat: [...realConsumptionHat]}
    };
  };
  const solved = {embargo: await measure("embargo"), tariffs: await measure("tariffs")};
  return {
    shape: [economy.countries.length, economy.sectors.length],
    shocks: solved,
    peak: peakBytes(),
    peakBefore
  };
}

if (import.meta.main) {
  const [name, folder, repeats] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(await solveWorld(name as WorldName, folder!, Number(repeats))));
}

import {incorrect} from "../errors.ts";
import {type Blocs, sumByBloc} from "./blocs.ts";
import type {Model} from "./calibrate.ts";

/**
 * What happens to trade deficits. Whichever it is, they sum to 0 over the world, and over each bloc where prohibitions
 * cut the world up: nobody can owe what no flow can carry, so what a bloc would owe is taken off its members by labour
 * income.
 *
 * - `worldShare`: each stays the same share of world value added (Caliendo & Parro 2015, Table A.4).
 * - `balanced`: all are 0 (their Table 2, which compares two economies without deficits: see `balance`).
 * - `nominal`: each keeps its amount counted in the wage of one country: a dollar buys the same American hour.
 * - `spendingRatio`: spending before tariff revenue is the same multiple of labour income in each country, up to the
 *   one factor that makes both sums equal over the world (Baier, Yotov & Zylkin 2019, the multiplicative option).
 */
export type Closure =
  | {readonly kind: "worldShare"}
  | {readonly kind: "balanced"}
  | {readonly kind: "nominal"; readonly country: string}
  | {readonly kind: "spendingRatio"};

/** Closures that need no country. */
export const plainClosures = ["worldShare", "balanced", "spendingRatio"] as const satisfies readonly Closure["kind"][];

/** D′ [N], million USD, at wage hats [N] under which value added of the world (of each bloc) is that of the baseline. */
export type DeficitRule = (wageHat: Float64Array) => Float64Array;

/**
 * @param transfer [N] added to each country's deficit
 * @throws incorrect `trade/closure-country`
 */
export function deficitRule(model: Model, closure: Closure, transfer: Float64Array, split: Blocs): DeficitRule {
  const rule = worldRule(model, closure, transfer);
  if (split.count === 1) return rule;
  const {labourIncome} = model;
  const wages = sumByBloc(split, labourIncome);
  return (wageHat) => {
    const deficit = rule(wageHat);
    const owed = sumByBloc(split, deficit);
    return deficit.map((value, c) => value - (owed[split.of[c]!]! * labourIncome[c]!) / wages[split.of[c]!]!);
  };
}

function worldRule(model: Model, closure: Closure, transfer: Float64Array): DeficitRule {
  const {deficit, labourIncome} = model;
  const plusTransfer = (value: number, c: number) => value + transfer[c]!;
  switch (closure.kind) {
    case "worldShare": {
      const kept = deficit.map(plusTransfer);
      return () => kept;
    }
    case "balanced":
      return () => transfer;
    case "nominal": {
      const at = model.countries.indexOf(closure.country);
      if (at < 0)
        throw incorrect(
          "trade/closure-country",
          `unknown country of the closure: ${closure.country}; one of ${model.countries.join(", ")}`
        );
      return (wageHat) => deficit.map((value, c) => value * wageHat[at]! + transfer[c]!);
    }
    case "spendingRatio": {
      const ratio = deficit.map((value, c) => 1 + value / labourIncome[c]!);
      return (wageHat) => {
        let [wages, spending] = [0, 0];
        for (const [c, hat] of wageHat.entries()) {
          wages += hat * labourIncome[c]!;
          spending += ratio[c]! * hat * labourIncome[c]!;
        }
        return ratio.map((r, c) => ((r * wages) / spending - 1) * wageHat[c]! * labourIncome[c]! + transfer[c]!);
      };
    }
  }
}

import type {AssetReach, Reach} from "../../../casebook/reach.ts";
import type {Transfer} from "../line.ts";
import {sizeFactors} from "./figures.ts";
import type {Pair} from "./parties.ts";
import {between} from "./rule.ts";

/**
 * What frozen assets would have yielded in a year. The model has flows and no wealth: the owner can no longer spend the
 * yield, and the country that holds the assets can.
 */
export const FROZEN_RETURN = between(0.01, 0.03, 0.06);

/** Transfers of what assets of the targets yield to the first sender, which holds them. */
export function frozenAssets(own: readonly Reach[], pairs: readonly Pair[]): Transfer[] {
  const assets = own.filter((reach): reach is AssetReach => reach.flow === "assets");
  const [first] = pairs;
  if (first === undefined) return [];
  return assets.map(({measure, million}) => ({
    from: first.target.country,
    to: first.sender.country,
    size: [
      {key: `reach:${measure}:assets`, value: million},
      ...sizeFactors([["rule:frozen-assets:return", FROZEN_RETURN]])
    ]
  }));
}

import {goodsSectors} from "../../../trade/sectors.ts";

type Weights = Readonly<Record<(typeof goodsSectors)[number], number>>;

const weights = (...values: readonly number[]): Weights =>
  Object.fromEntries(goodsSectors.map((sector, s) => [sector, values[s]!])) as Weights;

/**
 * What goods trade consists of, in the order of `goodsSectors`: shares of a flow of goods in the bundled baseline of 2014.
 * A baseline with one sector of goods takes figures by sector at these weights. Checked against the baseline in
 * test/unit/studies/price/rules/sectors.test.ts.
 */
const ofFlow: Readonly<Record<string, Weights>> = {
  "CHN>USA": weights(0.0022, 0.0047, 0.0157, 0.1603, 0.0173, 0.006, 0.1031, 0.0629, 0.5026, 0.0517, 0.0735),
  "USA>CHN": weights(0.1389, 0.0249, 0.0688, 0.0056, 0.0346, 0.0203, 0.1559, 0.03, 0.2399, 0.2522, 0.029)
};

/** All trade in goods between countries. */
const ofWorld = weights(0.0321, 0.1202, 0.0598, 0.0575, 0.0236, 0.0595, 0.1457, 0.0908, 0.2538, 0.1251, 0.0318);

export const goodsWeights = (origin: string, destination: string): Weights =>
  ofFlow[`${origin}>${destination}`] ?? ofWorld;

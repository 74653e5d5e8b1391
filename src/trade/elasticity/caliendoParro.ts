import {triangular, type Uncertain} from "../../numeric/uncertain.ts";
import type {SectorElasticity} from "../elasticitySets.ts";
import {LONG_RUN_FLOOR} from "./floor.ts";

/** θ, its standard error, and world trade of 1993 in the authors' data, billion USD. */
type Estimate = {readonly theta: number; readonly error: number; readonly trade: number};

const estimate = (theta: number, error: number, trade: number): Estimate => ({theta, error, trade});

/** Table 1, full sample, in the order of the table. */
export const estimates = {
  agriculture: estimate(8.11, 1.86, 135.7),
  mining: estimate(15.72, 2.76, 223.9),
  food: estimate(2.55, 0.61, 214.1),
  textile: estimate(5.56, 1.14, 276.6),
  wood: estimate(10.83, 2.53, 44.3),
  paper: estimate(9.07, 1.69, 98.4),
  petroleum: estimate(51.08, 18.05, 40.3),
  chemicals: estimate(4.75, 1.77, 303.9),
  plastic: estimate(1.66, 1.41, 74.9),
  minerals: estimate(2.76, 1.44, 44.1),
  "basic metals": estimate(7.99, 2.53, 170),
  "metal products": estimate(4.3, 2.15, 70.5),
  machinery: estimate(1.52, 1.81, 318.1),
  office: estimate(12.79, 2.14, 154),
  electrical: estimate(10.6, 1.38, 124.6),
  communication: estimate(7.07, 1.72, 214.8),
  medical: estimate(8.98, 1.25, 100.2),
  auto: estimate(1.01, 0.8, 316.2),
  "other transport": estimate(0.37, 1.08, 126),
  other: estimate(5, 0.92, 94.9)
} as const;

/** What the authors' 20 sectors are in the 11 goods sectors of `wiod2014-44x14`. */
export const members: Readonly<Record<string, readonly (keyof typeof estimates)[]>> = {
  agri: ["agriculture"],
  mining: ["mining"],
  food: ["food"],
  textiles: ["textile"],
  wood_paper: ["wood", "paper"],
  petroleum: ["petroleum"],
  chem_plastics: ["chemicals", "plastic", "minerals"],
  metals: ["basic metals", "metal products"],
  machinery_elec: ["machinery", "office", "electrical", "communication", "medical"],
  transport_eq: ["auto", "other transport"],
  other_mfg: ["other"]
};

const SOURCE = "Caliendo and Parro (2015), Review of Economic Studies 82: 1–44, Table 1, full sample";
const CUT = `draws are cut off below ${LONG_RUN_FLOOR}`;

const distribution = (mean: number, sd: number): Uncertain => ({kind: "normal", mean, sd, above: LONG_RUN_FLOOR});

/** The 11 goods sectors, and `goods` as one. */
export const caliendoParro: Readonly<Record<string, SectorElasticity>> = {
  ...Object.fromEntries(Object.entries(members).map(([sector, names]) => [sector, pooled(names)])),
  transport_eq: {
    value: triangular(0.83, 4.55, 8.22),
    source: SOURCE,
    how: "auto 1.01 (0.8) and other transport 0.37 (1.08) do not differ from 0, so the estimate for all goods as one stands in; the band goes from their mean, 0.83, to 8.22, which the authors' own counterfactuals use",
    verification: "verified"
  },
  goods: {
    value: distribution(4.55, 0.35),
    source: SOURCE,
    how: `the estimate for all goods as one, 4.55 (0.35); ${CUT}`,
    verification: "verified"
  }
};

/** Mean of θ weighted by trade; its standard error as if the estimates were independent, each from its own sample. */
function pooled(names: readonly (keyof typeof estimates)[]): SectorElasticity {
  const all = names.reduce((sum, name) => sum + estimates[name].trade, 0);
  let [mean, variance] = [0, 0];
  for (const name of names) {
    const {theta, error, trade} = estimates[name];
    const weight = trade / all;
    mean += weight * theta;
    variance += (weight * error) ** 2;
  }
  const said = names.map((name) => `${name} ${estimates[name].theta} (${estimates[name].error})`).join(", ");
  return {
    value: distribution(mean, Math.sqrt(variance)),
    source: SOURCE,
    how: `${names.length > 1 ? `mean of ${said}, weighted by world trade of 1993 in the authors' data` : `the estimate for ${said}`}; ${CUT}`,
    verification: "verified"
  };
}

import type {Uncertain} from "../numeric/uncertain.ts";
import type {Day} from "../time/day.ts";
import type {Closure} from "../trade/closure.ts";
import type {Area} from "./scenarioCountries.ts";

/** What holds where nobody says otherwise: draws behind a band and their seed, the baseline, what happens to deficits. */
export const DRAWS = 200;
export const SEED = 1949;
export const DEFAULT_BASELINE = "wiod2014-44x14";
export const DEFAULT_CLOSURE = "balanced" satisfies Closure["kind"];

/** Something sanctioned by name; what it does to trade is a rule's business. */
export type Move =
  | {readonly what: "embargo" | "full-blocking" | "column-two"}
  | {readonly what: "tariff-to"; readonly rate: Uncertain}
  | {readonly what: "export-control" | "import-ban"; readonly sectors: readonly string[]; readonly share: Uncertain};

/** One size for trade from each of some countries to each of others, in each of some sectors, by the names of the baseline. */
export type ScenarioWedge = {
  readonly kind: "closed" | "cost" | "tariff" | "exportTax";
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly sectors: readonly string[];
  readonly size: Uncertain;
};

/** Million USD a year that one country of the baseline can no longer spend and another can. */
export type ScenarioTransfer = {readonly from: string; readonly to: string; readonly amount: Uncertain};

/** One world to price: the standing of the day with these changes. Measures are named by id. */
export type ScenarioStep = {
  readonly id: string;
  readonly title: string;
  readonly lift: readonly string[];
  /** Measures of which a share `by` goes. */
  readonly ease: {readonly of: readonly string[]; readonly by: Uncertain} | null;
  /** Measures that are suspended, waived or eased on the day, and in force in full in the step. */
  readonly reinstate: readonly string[];
  /** Measures in force that the members of the coalition take too. */
  readonly join: readonly string[];
  readonly add: readonly Move[];
  readonly wedges: readonly ScenarioWedge[];
  readonly transfers: readonly ScenarioTransfer[];
};

/** What the other side does about what a step adds. */
export type Retaliation = {
  /** Countries that retaliate, by the names of the baseline. */
  readonly by: readonly string[];
  /** The same against those who press, times this share; 0 without. */
  readonly mirror: Uncertain;
  readonly wedges: readonly ScenarioWedge[];
};

/** What third countries do about what a step adds, and what is done to those who do nothing. */
export type Secondary = {
  /** Share of a third country that complies; names are the baseline's. */
  readonly comply: readonly {readonly country: string; readonly share: number}[];
  /** Share of trade between senders and the part of a third country that does not comply which is closed. */
  readonly cutOff: Uncertain;
};

/** A scenario: what the next step costs, asked in one file. */
export type Scenario = {
  readonly title: string;
  /** Id or folder; null where nobody's record is priced. */
  readonly case: string | null;
  /** The day whose standing the steps start from. */
  readonly day: Day | null;
  readonly baseline: string;
  /** Id of a set, or own θ [J] by sector of the baseline. */
  readonly elasticities: string | readonly Uncertain[];
  readonly closure: Closure;
  readonly seed: number;
  readonly draws: number;
  readonly against: "standing" | "baseline";
  readonly senders: readonly Area[];
  readonly targets: readonly Area[];
  readonly coalition: readonly Area[];
  readonly retaliation: Retaliation | null;
  readonly secondary: Secondary | null;
  /** Third countries by which the file names somebody beside senders, targets and coalition. */
  readonly thirds: readonly Area[];
  readonly steps: readonly ScenarioStep[];
};

/** All members of some areas. */
export const membersOf = (areas: readonly Area[]): string[] => areas.flatMap(({members}) => members);

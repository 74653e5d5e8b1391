import {csvParse} from "d3-dsv";
import {fitCox} from "../../../src/stats/survival/cox.ts";
import type {CoxFit, CoxInput, Ties} from "../../../src/stats/survival/coxModel.ts";
import {largestDifference} from "../parity.ts";
import {type RNumber, readFixture, readShared, toColumn} from "./rFixture.ts";

type Numbers = readonly RNumber[];
type Named<Name extends string> = Readonly<Record<Name, Numbers>>;

/** What afterCox.R writes of one fit. */
export type AfterCox = Named<"exit" | "event" | "group" | "x1" | "x2"> &
  Readonly<Record<"entry" | "weight" | "stratum" | "cluster", Numbers | null>> & {
    readonly ties: Exclude<Ties, "exact">;
    readonly robust: boolean;
    readonly residuals: Named<
      "martingale" | "deviance" | "collapsed" | "score" | "dfbeta" | "dfbetas" | "schoenfeld" | "scaled"
    >;
    /** Rows of statistic, degrees of freedom and p: a covariate each, then the global test. */
    readonly zph: Named<"km" | "rank" | "identity" | "log">;
    readonly new: Named<"x1" | "x2" | "stratum" | "exit">;
    readonly hazard: Named<"time" | "hazard">;
    readonly curves: Named<"survival" | "se" | "lower" | "upper">;
    readonly concordance: {readonly value: Numbers; readonly counts: Numbers; readonly weighted: Numbers | null};
  } & Named<"atRisk" | "events" | "censored" | "linear" | "linearSe" | "sample" | "risk" | "riskSe"> &
  Named<"expected" | "expectedSe" | "terms" | "termsSe">;

export type FittedCase = {readonly r: AfterCox; readonly input: CoxInput; readonly fit: CoxFit};

const {software, cases} = readFixture<AfterCox>("afterCox.json");

export const randomSoftware = software;

/** The random data sets of afterCox.R, fitted. */
export const randomCases: readonly (readonly [number: number, FittedCase])[] = cases.map((r, k) => {
  const input: CoxInput = {
    exit: toColumn(r.exit),
    event: Uint8Array.from(toColumn(r.event)),
    covariates: [
      {name: "x1", values: toColumn(r.x1)},
      {name: "x2", values: toColumn(r.x2)}
    ],
    ...(r.entry && {entry: toColumn(r.entry)}),
    ...(r.weight && {weight: toColumn(r.weight)}),
    ...(r.stratum && {stratum: Int32Array.from(toColumn(r.stratum))}),
    ...(r.cluster && {cluster: Int32Array.from(toColumn(r.cluster))})
  };
  return [k + 1, {r, input, fit: fitCox(input, {ties: r.ties, robust: r.robust})}];
});

/** Columns differ by what is small against their largest element. */
export const columnDifference = (actual: ArrayLike<number>, expected: Numbers): number => {
  const column = toColumn(expected);
  return largestDifference(actual, column, 1e-3 * Math.max(0, ...column.filter(Number.isFinite).map(Math.abs)));
};

const data = {
  lung: {file: "real_lung.csv", exit: "time", event: "status", ended: "2", complete: ["wt.loss", "ph.ecog", "inst"]},
  heart: {file: "real_heart.csv", entry: "start", exit: "stop", event: "event", ended: "1", complete: []},
  bladder2: {file: "real_bladder2.csv", entry: "start", exit: "stop", event: "event", ended: "1", complete: []}
} as const;

/** A published data set as the columns of a Cox model. */
export function published(
  name: keyof typeof data,
  names: readonly string[],
  {
    stratum,
    cluster,
    offset
  }: {readonly stratum?: string; readonly cluster?: string; readonly offset?: readonly [number, string]} = {}
): CoxInput {
  const {file, exit, event, ended, complete, ...rest} = data[name];
  const rows = csvParse(readShared(file)).filter((row) =>
    complete.every((column) => !["", "NA"].includes(row[column]!))
  );
  const column = (of: string) => Float64Array.from(rows, (row) => Number(row[of]));
  return {
    exit: column(exit),
    event: Uint8Array.from(rows, (row) => (row[event] === ended ? 1 : 0)),
    covariates: names.map((of) => ({name: of, values: column(of)})),
    ...("entry" in rest && {entry: column(rest.entry)}),
    ...(stratum !== undefined && {stratum: Int32Array.from(column(stratum))}),
    ...(cluster !== undefined && {cluster: Int32Array.from(column(cluster))}),
    ...(offset !== undefined && {offset: column(offset[1]).map((value) => offset[0] * value)})
  };
}

const four = ["age", "sex", "ph.ecog", "wt.loss"];
const transplant = ["age", "year", "surgery", "transplant"];

/** The fits under `cox` in the shared answers. */
export const publishedFits = {
  lung_efron: () => [published("lung", four), {}],
  lung_breslow: () => [published("lung", four), {ties: "breslow"}],
  lung_exact: () => [published("lung", four.slice(0, 3)), {ties: "exact"}],
  lung_cluster_inst: () => [published("lung", four, {cluster: "inst"}), {}],
  lung_robust: () => [published("lung", four), {robust: true}],
  lung_strata_sex: () => [published("lung", ["age", "ph.ecog"], {stratum: "sex"}), {}],
  lung_offset: () => [published("lung", ["age"], {offset: [0.3, "sex"]}), {}],
  heart_tv: () => [published("heart", transplant), {}],
  heart_tv_cluster: () => [published("heart", transplant, {cluster: "id"}), {}],
  bladder2_AG: () => [published("bladder2", ["rx", "size", "number"], {cluster: "id"}), {}]
} satisfies Record<string, () => [CoxInput, {ties?: Ties; robust?: boolean}]>;

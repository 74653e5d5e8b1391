import {incorrect, ThawError} from "../../errors.ts";
import {bucketsOf, codesOf} from "../../numeric/codes.ts";
import {orderOf} from "../../numeric/order.ts";
import {requireLength, requireSpells, type Spells} from "../survival/spells.ts";

export type GroupedSpells = Spells & {
  /** Any integers; one group when left out. */
  readonly group?: Int32Array;
  /** Any integers; one stratum when left out. */
  readonly stratum?: Int32Array;
};

/** Rows by group and stratum, by exit within. */
export type CauseRows = {
  readonly groups: Int32Array;
  /** [groups] rows, by exit */
  readonly ofGroup: readonly Uint32Array[];
  /** [strata] rows, by exit */
  readonly ofStratum: readonly Uint32Array[];
  /** [n] place of the row's group */
  readonly code: Uint32Array;
  /** Causes that occur, increasing. */
  readonly causes: readonly number[];
};

/**
 * @throws incorrect what `requireSpells` throws, `survival/all-censored`; unsupported `survival/gray-entry`,
 *   `survival/gray-weights`
 */
export function causeRows(spells: GroupedSpells): CauseRows {
  requireSpells(spells);
  const {entry, exit, event, weight, group, stratum} = spells;
  const n = exit.length;
  if (entry !== undefined) throw notOffered("gray-entry", "delayed entry");
  if (weight?.some((w) => w !== 1)) throw notOffered("gray-weights", "case weights");
  const split = (name: string, column: Int32Array | undefined) => {
    if (column !== undefined) requireLength(name, column, n);
    const codes = column === undefined ? {codes: new Uint32Array(n), labels: Int32Array.of(0)} : codesOf(column);
    const {start, rows} = bucketsOf(codes.codes, codes.labels.length, order);
    return {...codes, lists: Array.from(codes.labels, (_, c) => rows.subarray(start[c], start[c + 1]))};
  };
  const order = orderOf(exit);
  const groups = split("group", group);
  const causes = [...new Set(event)].filter((cause) => cause !== 0).sort((a, b) => a - b);
  if (causes.length === 0) {
    throw incorrect(
      "survival/all-censored",
      `no events: all ${n} spells are censored; an incidence needs at least one`
    );
  }
  return {
    groups: groups.labels,
    ofGroup: groups.lists,
    ofStratum: split("stratum", stratum).lists,
    code: groups.codes,
    causes
  };
}

const notOffered = (problem: string, what: string) =>
  new ThawError(
    "unsupported",
    `survival/${problem}`,
    `not offered: ${what} in cuminc's variance and Gray's test; use the Aalen–Johansen estimate and its errors`
  );

/** Takes from a binomial variance what ties among n at risk take from a hypergeometric one. */
export const tieFactor = (deaths: number, atRisk: number): number => (deaths > 1 ? 1 - (deaths - 1) / (atRisk - 1) : 1);

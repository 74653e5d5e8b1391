import type {Economy} from "./economy.ts";

type Tables = Pick<Economy, "countries" | "sectors" | "flow" | "tariff" | "intermediate">;

/** Column and row sums by country and sector, [N × J] each at c · J + s, million USD. */
type Sums = {
  /** Σ_d flow[c, d, s] */
  readonly sales: Float64Array;
  /** Σ_o (1 + tariff[o, c, s]) · flow[o, c, s] */
  readonly spending: Float64Array;
  /** Σ_i intermediate[c, i, s]: inputs that sector s buys. */
  readonly inputs: Float64Array;
  /** Σ_u intermediate[c, s, u]: goods of s that are bought as inputs. */
  readonly inputUse: Float64Array;
};

/**
 * Value added and final demand as the tables imply them:
 *
 *   valueAdded[c, s] = Σ_d flow[c, d, s] − Σ_i intermediate[c, i, s]
 *   finalDemand[c, s] = Σ_o (1 + tariff[o, c, s]) flow[o, c, s] − Σ_u intermediate[c, s, u]
 */
export function closingItems(tables: Tables): Pick<Economy, "valueAdded" | "finalDemand"> {
  const {sales, spending, inputs, inputUse} = sums(tables);
  return {
    valueAdded: sales.map((value, i) => value - inputs[i]!),
    finalDemand: spending.map((value, i) => value - inputUse[i]!)
  };
}

/** How one sector of one country closes, million USD. */
export type ClosingRow = {
  readonly country: string;
  readonly sector: string;
  /** What it sells, and what its inputs and value added cost: the column of the table. */
  readonly sales: number;
  readonly costs: number;
  /** What the country spends on these goods with tariffs, and what its users and final demand take: the row. */
  readonly spending: number;
  readonly use: number;
};

/** Something of a baseline that a reader has to know. `index` is the place in `table`. */
export type ClosingNote = {
  readonly kind: "negative" | "not-finite" | "unbalanced" | "negative-final-demand" | "no-own-trade";
  readonly table: "flow" | "tariff" | "valueAdded" | "intermediate" | "finalDemand";
  readonly index: number;
  readonly message: string;
};

/** Whether the economy closes: `rows` by country and sector, `faults` that no solver can use, `notes` that it can. */
export type ClosingReport = {
  readonly rows: readonly ClosingRow[];
  /** The largest |sales − costs| and |spending − use|, million USD; NaN when a cell is not a number. */
  readonly largestGap: {readonly sales: number; readonly spending: number};
  readonly faults: readonly ClosingNote[];
  readonly notes: readonly ClosingNote[];
};

/** How far the two sides of a balance may be apart, as a share of the larger: published tables carry such discrepancies. */
export const BALANCE_TOLERANCE = 0.005;
/** Million USD that the two sides may be apart besides: the rounding of a table in whole millions. */
export const BALANCE_ROUNDING = 1;

/**
 * Checks an economy cell by cell and balance by balance.
 *
 * Faults: a negative flow, input or value added, a tariff of −1 or less, a cell that is not finite, and a balance whose
 * sides differ by more than `tolerance` of the larger and `BALANCE_ROUNDING`; balances are judged once all cells are
 * right, since a wrong cell upsets its own. Notes: negative final demand (a fall in
 * stocks) and a sector that sells or buys but not at home.
 */
export function closingReport(economy: Economy, tolerance = BALANCE_TOLERANCE): ClosingReport {
  const {countries, sectors, flow, valueAdded, finalDemand} = economy;
  const [n, j] = [countries.length, sectors.length];
  const {sales, spending, inputs, inputUse} = sums(economy);
  const faults = cellFaults(economy);
  const cellsAreRight = faults.length === 0;
  const notes: ClosingNote[] = [];
  const largest = {sales: 0, spending: 0};
  const balance = (side: "sales" | "spending", i: number, at: string, left: number, right: number) => {
    const gap = Math.abs(left - right);
    largest[side] = Math.max(largest[side], gap);
    if (!cellsAreRight || gap <= tolerance * Math.max(left, right) + BALANCE_ROUNDING) return;
    const [table, sides] =
      side === "sales"
        ? (["valueAdded", `${round(left)} sold, ${round(right)} of inputs and value added`] as const)
        : (["finalDemand", `${round(left)} bought with tariffs, ${round(right)} of inputs and final demand`] as const);
    const remedy = `make them equal, to ${tolerance * 100} % and ${BALANCE_ROUNDING} million USD`;
    faults.push({kind: "unbalanced", table, index: i, message: `unbalanced ${side} of ${at}: ${sides}; ${remedy}`});
  };
  const rows = countries.flatMap((country, c) =>
    sectors.map((sector, s): ClosingRow => {
      const i = c * j + s;
      const at = `${country}, ${sector}`;
      const row = {
        country,
        sector,
        sales: sales[i]!,
        costs: inputs[i]! + valueAdded[i]!,
        spending: spending[i]!,
        use: inputUse[i]! + finalDemand[i]!
      };
      balance("sales", i, at, row.sales, row.costs);
      balance("spending", i, at, row.spending, row.use);
      if (finalDemand[i]! < 0) {
        const message = `negative final demand of ${at}: ${round(finalDemand[i]!)}; stocks fall by more than is consumed`;
        notes.push({kind: "negative-final-demand", table: "finalDemand", index: i, message});
      }
      const own = (c * n + c) * j + s;
      if (flow[own] === 0) {
        const idle = row.sales === 0 && row.spending === 0;
        const rest = idle ? "the sector is empty" : "its loss from autarky is not finite";
        notes.push({
          kind: "no-own-trade",
          table: "flow",
          index: own,
          message: `no domestic sales of ${at}: 0; ${rest}`
        });
      }
      return row;
    })
  );
  return {rows, largestGap: largest, faults, notes};
}

function cellFaults(economy: Economy): ClosingNote[] {
  const {countries, sectors, flow, tariff, intermediate, valueAdded, finalDemand} = economy;
  const [n, j] = [countries.length, sectors.length];
  const faults: ClosingNote[] = [];
  const pair = (i: number) =>
    `${countries[Math.floor(i / (n * j))]} to ${countries[Math.floor(i / j) % n]}, ${sectors[i % j]}`;
  const one = (i: number) => `${countries[Math.floor(i / j)]}, ${sectors[i % j]}`;
  const input = (i: number) => `${one(Math.floor(i / j))}, as an input of ${sectors[i % j]}`;
  const check = (
    table: ClosingNote["table"],
    values: Float64Array,
    what: (i: number) => string,
    right: string,
    isRight: (value: number) => boolean
  ) => {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (!Number.isFinite(value)) {
        faults.push({
          kind: "not-finite",
          table,
          index: i,
          message: `no number as ${what(i)}: ${value}; write a number`
        });
      } else if (!isRight(value)) {
        faults.push({kind: "negative", table, index: i, message: `negative ${what(i)}: ${value}; ${right}`});
      }
    }
  };
  const notBelow0 = (value: number) => value >= 0;
  const zero = "write 0 or more, in million USD";
  check("flow", flow, (i) => `flow of ${pair(i)}`, zero, notBelow0);
  check(
    "tariff",
    tariff,
    (i) => `tariff on ${pair(i)}`,
    "write a rate above -1, such as 0.25 for 25 %",
    (v) => v > -1
  );
  check("intermediate", intermediate, (i) => `spending of ${input(i)}`, zero, notBelow0);
  check("valueAdded", valueAdded, (i) => `value added of ${one(i)}`, zero, notBelow0);
  check(
    "finalDemand",
    finalDemand,
    (i) => `final demand of ${one(i)}`,
    "write a number",
    () => true
  );
  return faults;
}

function sums({countries, sectors, flow, tariff, intermediate}: Tables): Sums {
  const [n, j] = [countries.length, sectors.length];
  const [sales, spending, inputs, inputUse] = [0, 0, 0, 0].map(() => new Float64Array(n * j)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array
  ];
  for (let o = 0, f = 0; o < n; o++) {
    for (let d = 0; d < n; d++) {
      for (let s = 0; s < j; s++, f++) {
        sales[o * j + s]! += flow[f]!;
        spending[d * j + s]! += (1 + tariff[f]!) * flow[f]!;
      }
    }
  }
  for (let c = 0, f = 0; c < n; c++) {
    for (let s = 0; s < j; s++) {
      for (let u = 0; u < j; u++, f++) {
        inputs[c * j + u]! += intermediate[f]!;
        inputUse[c * j + s]! += intermediate[f]!;
      }
    }
  }
  return {sales, spending, inputs, inputUse};
}

const round = (value: number): number => Math.round(value * 100) / 100;

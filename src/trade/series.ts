/** One published column of annual goods trade: who reports it, which way the goods flow, and where the figures are from. */
export type TradeColumn = {
  readonly id: string;
  readonly title: string;
  /** Whose statistics: a party id. */
  readonly reporter: string;
  /** Goods flow from `origin` to `destination` (party ids). */
  readonly origin: string;
  readonly destination: string;
  /** `fas`, `fob`, `customs`, `cif` or `bop` (balance of payments basis). */
  readonly valuation: string;
  readonly source: string;
  readonly verification: "verified" | "partly" | "recalled";
  readonly provenance: string;
  /** [years] million current USD; null where the column has no figure. */
  readonly values: readonly (number | null)[];
};

/** Annual trade of one relationship by source, side by side. `years` increases by one. */
export type TradeSeries = {readonly years: readonly number[]; readonly columns: readonly TradeColumn[]};

/** The value of a column in a year, in million USD; null where it has none. */
export function valueIn(series: TradeSeries, column: string, year: number): number | null {
  const found = series.columns.find(({id}) => id === column);
  const at = series.years.indexOf(year);
  return found === undefined || at < 0 ? null : (found.values[at] ?? null);
}

export type MirrorGap = {
  readonly year: number;
  readonly origin: string;
  readonly destination: string;
  /** Million USD by the origin's and by the destination's statistics. */
  readonly exporter: number;
  readonly importer: number;
  /** importer − exporter, million USD, and as a share of the exporter's figure (NaN when that is 0). */
  readonly gap: number;
  readonly share: number;
};

/**
 * The mirror gap: one flow as its origin and as its destination report it, for each year in which a column of each
 * reporter has a figure. Where a reporter has several columns for the flow, the first of `series.columns` counts.
 */
export function mirrorGap(series: TradeSeries, origin: string, destination: string): MirrorGap[] {
  const flow = series.columns.filter((c) => c.origin === origin && c.destination === destination);
  return series.years.flatMap((year, i) => {
    const by = (reporter: string) => flow.find((c) => c.reporter === reporter && c.values[i] != null)?.values[i];
    const [exporter, importer] = [by(origin), by(destination)];
    if (exporter == null || importer == null) return [];
    const gap = importer - exporter;
    return [{year, origin, destination, exporter, importer, gap, share: exporter === 0 ? Number.NaN : gap / exporter}];
  });
}

export type Unit =
  | "events"
  | "measures"
  | "stops"
  | "columns"
  | "day"
  | "days"
  | "years"
  | "million USD"
  | "share"
  | "ratio";

/** A quantity as far as the record's dates fix it. */
export type Value = {
  readonly unit: Unit;
  /** Bounds that the imprecise dates leave, both included; equal when the record leaves no doubt. A `day` is a `Day`. */
  readonly low: number;
  readonly high: number;
  /** False when the dates allow that there is nothing to measure. */
  readonly sure: boolean;
  /** Ids of events or measures, or `column:year`, that the number was made from; those only possibly in it apart. */
  readonly counted: readonly string[];
  readonly possible: readonly string[];
};

/** Measures or their ids as a number that can be traced. */
export const tallied = (counted: readonly string[], possible: readonly string[]): Value => ({
  unit: "measures",
  low: counted.length,
  high: counted.length + possible.length,
  sure: true,
  counted,
  possible
});

/** What two values rest on together. */
export const joined = (a: Value, b: Value): Pick<Value, "sure" | "counted" | "possible"> => ({
  sure: a.sure && b.sure,
  counted: [...new Set([...a.counted, ...b.counted])],
  possible: [...new Set([...a.possible, ...b.possible])]
});

import type {SpecificationResult} from "../../studies/specificationCurve.ts";
import {column, type Table, tableOf} from "../table.ts";

/** One row for each definition under which a contrast was estimated. */
export function specificationTable(results: readonly SpecificationResult[]): Table {
  const estimate = (value: number) => (Number.isNaN(value) ? null : value);
  const missing = {missing: "no estimate; the note says why"};
  return tableOf<SpecificationResult>(
    {
      name: "specifications",
      title: "Specification curve",
      description: "Hazard ratio of ending, one level of a factor against the rest, under each definition.",
      primaryKey: ["ended", "unit", "origin", "dates", "strata"]
    },
    results,
    [
      column("ended", "string", "What counts as ended", ({ended}) => ended),
      column("unit", "string", "What has a spell", ({unit}) => unit),
      column("origin", "string", "What time runs from", ({origin}) => origin),
      column("dates", "string", "Fewest or most days that imprecise dates allow", ({dates}) => dates),
      column("strata", "string", "One baseline hazard, or one for each era", ({strata}) => strata),
      column("spells", "integer", "Number of spells", ({n}) => n),
      column("endings", "integer", "Number of spells that ended so", ({events}) => events),
      column("ratio", "number", "Hazard ratio", ({ratio}) => estimate(ratio), missing),
      column("lower", "number", "Lower 95 % limit", ({interval}) => estimate(interval[0]), missing),
      column("upper", "number", "Upper 95 % limit", ({interval}) => estimate(interval[1]), missing),
      column("p", "number", "Two-sided p-value of the Wald test", ({p}) => estimate(p), missing),
      column("note", "string", "How it was estimated, or why not", ({note}) => (note === "" ? null : note), {
        missing: "plain partial likelihood"
      })
    ]
  );
}

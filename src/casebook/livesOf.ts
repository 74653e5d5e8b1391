import {compareIds} from "../sanctions/compareIds.ts";
import {type Life, lifeOf} from "../sanctions/life.ts";
import type {Case} from "./case.ts";

/** The lives of a case by measure id, complete to the last day that the record covers. */
export const livesOf = ({measures, coverage}: Pick<Case, "measures" | "coverage">): Life[] =>
  measures.map((measure) => lifeOf(measure, coverage.to)).sort((a, b) => compareIds(a.measure, b.measure));

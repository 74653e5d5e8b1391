import type {z} from "zod";
import type {Era} from "../sanctions/era.ts";
import {parseDay} from "../time/day.ts";
import type {Case} from "./case.ts";
import type {caseSchema} from "./caseSchema.ts";

/** The days of `case.yaml`: what the record covers, and eras of which each ends where the next begins. */
export function readFrame({coverage, eras}: z.infer<typeof caseSchema>): Pick<Case, "coverage" | "eras"> {
  const starts = eras.map(({from}) => parseDay(from));
  return {
    coverage: {from: parseDay(coverage.from), to: parseDay(coverage.to)},
    eras: eras.map(({id, title}, i): Era => ({id, title, from: starts[i]!, to: starts[i + 1] ?? null}))
  };
}

import type {z} from "zod";
import type {Era} from "../sanctions/era.ts";
import {type Day, parseDay} from "../time/day.ts";
import type {Case} from "./case.ts";
import type {caseSchema} from "./caseSchema.ts";
import {messageOf, type Problem} from "./problem.ts";
import type {YamlFile} from "./yamlFile.ts";

/** The days of `case.yaml`: what the record covers, and eras that follow one another. Null when a day cannot be read. */
export function readFrame(
  head: YamlFile<z.infer<typeof caseSchema>>,
  problems: Problem[]
): Pick<Case, "coverage" | "eras"> | null {
  const {coverage, eras} = head.value;
  const day = (text: string, path: readonly PropertyKey[]): Day | null => {
    try {
      return parseDay(text, String(path.at(-1)));
    } catch (error) {
      problems.push(head.problem(path, "time/invalid-day", messageOf(error)));
      return null;
    }
  };
  const from = day(coverage.from, ["coverage", "from"]);
  const to = day(coverage.to, ["coverage", "to"]);
  const starts = eras.map((era, i) => day(era.from, ["eras", i, "from"]));
  if (from === null || to === null || !isComplete(starts)) return null;
  if (to < from) {
    const message = `coverage ends before it starts: ${coverage.to}; swap the two days`;
    problems.push(head.problem(["coverage", "to"], "casebook/coverage", message));
  }
  for (const [i, era] of eras.entries()) {
    const last = eras[i - 1];
    if (last === undefined || starts[i]! > starts[i - 1]!) continue;
    const message = `era ${era.id} does not start after ${last.id}; list eras oldest first`;
    problems.push(head.problem(["eras", i, "from"], "casebook/era-order", message));
  }
  return {
    coverage: {from, to},
    eras: eras.map(({id, title}, i): Era => ({id, title, from: starts[i]!, to: starts[i + 1] ?? null}))
  };
}

const isComplete = (days: readonly (Day | null)[]): days is readonly Day[] => !days.includes(null);

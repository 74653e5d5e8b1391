import {ThawError} from "../errors.ts";

/** Something wrong in a file of a case: where, what, and what would be right. Lines and columns count from 1. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
};

export const formatProblem = ({file, line, column, message}: Problem): string =>
  `${file}:${line}:${column}  ${message}`;

/** By file, then position; the order in which a person mends them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.message < b.message ? -1 : 1)
  );
}

/** Adds any number of problems; `push(...)` overflows the stack at some hundred thousand. */
export function addAll(problems: Problem[], more: readonly Problem[]): void {
  for (const problem of more) problems.push(problem);
}

const SHOWN = 20; // problems that an error prints; `thaw check` prints all

/** The error of opening something whose files have problems: the first of them in its message, all in its details. */
export function brokenFiles(
  kind: "case" | "baseline" | "scenario",
  name: string,
  problems: readonly Problem[]
): ThawError {
  const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
  const more = problems.length > SHOWN ? `\nand ${problems.length - SHOWN} more` : "";
  const shown = problems.slice(0, SHOWN).map(formatProblem).join("\n");
  const message = `${kind} ${name} has ${count}; mend them and try again\n${shown}${more}`;
  return new ThawError("incorrect", `casebook/broken-${kind}`, message, {details: {problems}});
}

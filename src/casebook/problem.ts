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

import {expect, test} from "vitest";
import {breakCase, problemsOf} from "../minimalCase.ts";

export const BAN = "measures/ban.yaml";

/** Title, file, text, its broken replacement with ‸ where the problem stands, code, message. */
export type Break = readonly [string, string, string, string, string, string | RegExp];

/** One test for each break: readCase names the file, line and column, the code, and says what would be right. */
export function expectBreaks(breaks: readonly Break[]): void {
  test.each(breaks.map((one) => ({title: one[0], one})))("$title", ({one: [, file, was, is, code, message]}) => {
    const {files, place} = breakCase(file, was, is);
    const problems = problemsOf(files);
    const found = problems.find((problem) => problem.code === code);
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(found!.message).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
    if (is.includes("‸")) {
      expect({file: found!.file, line: found!.line, column: found!.column}).toEqual({file, ...place});
    }
  });
}

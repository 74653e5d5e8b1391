import {z} from "zod";
import {ThawError} from "../errors.ts";
import {parseDay} from "../time/day.ts";
import {parseEdtf} from "../time/edtf.ts";

/** What a schema adds to an issue of its own, for `explain`. */
export type IssueParams = {
  /** The code of the problem. */
  readonly code: string;
  /** Fields whose absence is the problem: it falls away where one of them is only misspelt. */
  readonly lacks?: readonly string[];
};

/** An EDTF date as YAML gives it: text, or a bare year that YAML reads as a number. @param name of the field */
export const edtf = (name: string) =>
  z
    .union([z.string(), z.int()], "write text or a whole number")
    .transform(String)
    .superRefine((text, context) => complain(context, () => parseEdtf(text, name)))
    .describe("EDTF: 1971-06-10, 1969-07, 1985, 1989-06~, 1950?, 1996-02-28/1996-04-24, or ? alone");

/** A day that exists, in digits. @param name of the field */
export const day = (name: string) =>
  z
    .string()
    .superRefine((text, context) => complain(context, () => parseDay(text, name)))
    .describe("YYYY-MM-DD");

function complain(context: z.RefinementCtx, parse: () => unknown): void {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof ThawError)) throw error;
    const params: IssueParams = {code: error.code};
    context.addIssue({code: "custom", message: error.message, params, continue: false});
  }
}

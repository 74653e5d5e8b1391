import {incorrect} from "../../errors.ts";
import {bucketsOf, codesOf} from "../../numeric/codes.ts";
import {orderOf} from "../../numeric/order.ts";
import {requireLength, type Spells} from "../survival/spells.ts";

/** Which rows are the first and the last of their subject; each row is a subject where `subject` is left out. */
export type SubjectEnds = {readonly isFirst: Uint8Array; readonly isLast: Uint8Array};

/**
 * @throws incorrect `survival/subject-overlap`, `survival/subject-gap`, and `survival/subject-goes-on` for an event before
 *   the last row; the message names the subject and its rows
 */
export function subjectEnds({entry, exit, event}: Spells, subject?: Int32Array): SubjectEnds {
  const n = exit.length;
  const isFirst = new Uint8Array(n).fill(1);
  const isLast = new Uint8Array(n).fill(1);
  if (subject === undefined) return {isFirst, isLast};
  requireLength("subject", subject, n);
  const {codes, labels} = codesOf(subject);
  const {start, rows} = bucketsOf(codes, labels.length, orderOf(exit));
  for (let s = 0; s < labels.length; s++) {
    for (let at = start[s]! + 1; at < start[s + 1]!; at++) {
      const [before, row] = [rows[at - 1]!, rows[at]!];
      isLast[before] = 0;
      isFirst[row] = 0;
      const where = `subject ${labels[s]}, rows ${before + 1} and ${row + 1}`;
      const from = entry?.[row] ?? -Infinity;
      if (event[before] !== 0) {
        throw incorrect(
          "survival/subject-goes-on",
          `spell after an event: ${where}; a subject's event is its last row`
        );
      }
      if (from < exit[before]!) {
        throw incorrect("survival/subject-overlap", `spells overlap: ${where}; a subject is in one spell at a time`);
      }
      if (from > exit[before]!) {
        throw incorrect("survival/subject-gap", `gap between spells: ${where}; start each where the one before ends`);
      }
    }
  }
  return {isFirst, isLast};
}

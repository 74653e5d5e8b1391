import {incorrect} from "../../errors.ts";
import {bucketsOf, codesOf} from "../../numeric/codes.ts";
import {orderOf} from "../../numeric/order.ts";
import {requireLength, type Spells} from "./spells.ts";

export type Continuations = {
  /** [n] 1 where the spell is not ended and its subject goes on, in the same group, in a row that enters at this exit. */
  readonly continued: Uint8Array;
  /** Whether some subject ends more than once. */
  readonly repeats: boolean;
};

/**
 * Which rows are pieces of one spell that was cut, so that a cut is neither an exit nor a censoring.
 *
 * @param subject [n] any integers
 * @throws incorrect `survival/columns-differ`; `survival/subject-overlaps` when a subject is at risk in two rows at once
 */
export function continuations({entry, exit, event}: Spells, subject: Int32Array, group?: Int32Array): Continuations {
  const n = exit.length;
  requireLength("subject", subject, n);
  const {codes, labels} = codesOf(subject);
  const {start, rows} = bucketsOf(codes, labels.length, orderOf(entry ?? exit));
  const continued = new Uint8Array(n);
  let repeats = false;
  for (let s = 0; s < labels.length; s++) {
    let events = 0;
    for (let j = start[s]!; j < start[s + 1]!; j++) {
      const i = rows[j]!;
      if (event[i] !== 0) events++;
      if (j + 1 === start[s + 1]) continue;
      const next = rows[j + 1]!;
      const goesOn = entry?.[next] ?? Number.NEGATIVE_INFINITY;
      if (goesOn < exit[i]!) {
        throw incorrect(
          "survival/subject-overlaps",
          `overlapping spells of subject ${labels[s]}: rows ${i + 1} and ${next + 1}; a subject is at risk in one row at a time`
        );
      }
      if (goesOn === exit[i] && event[i] === 0 && group?.[i] === group?.[next]) continued[i] = 1;
    }
    if (events > 1) repeats = true;
  }
  return {continued, repeats};
}

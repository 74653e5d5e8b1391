import {dateWords} from "../time/dateWords.ts";
import type {Change} from "./diff.ts";
import {verbOf} from "./life.ts";
import type {Standing} from "./standing.ts";
import type {Verb} from "./verb.ts";

const words: {
  readonly was: Readonly<Record<Standing, string>>;
  readonly did: Readonly<Record<Verb, string>>;
} = {
  was: {
    notYet: "did not exist",
    threatened: "was a threat",
    inForce: "was in force",
    eased: "was in force, eased",
    waived: "was waived",
    suspended: "was suspended",
    lifted: "had been lifted",
    expired: "had expired",
    annulled: "had been annulled",
    superseded: "had been superseded",
    withdrawn: "had been dropped as a threat"
  },
  did: {
    threatened: "threatened",
    imposed: "imposed",
    reimposed: "re-imposed",
    tightened: "tightened",
    extended: "extended",
    eased: "eased",
    waived: "waived",
    suspended: "suspended",
    superseded: "superseded",
    annulled: "annulled by a court",
    lifted: "lifted",
    expired: "expired"
  }
};

/**
 * One sentence on one measure: what it was on the first day, what was done to it, and when. A run of more than four
 * steps names the first, counts the middle and names the last.
 */
export function changeInWords(change: Change): string {
  const before = change.before.standings.map((standing) => words.was[standing]).join(" or ");
  const steps = change.steps.map((step) => {
    const withdrawn = step.standing === "withdrawn" && verbOf(step.cause) === "lifted";
    const did = withdrawn ? "dropped" : words.did[verbOf(step.cause)];
    const clock = step.cause.kind === "clock" ? ", by its own term" : "";
    const on = step.when.text.length === 10 ? "on " : "";
    return `${did} (${on}${dateWords(step.when)}${clock}${step.ahead ? ", unless somebody acts first" : ""})`;
  });
  const told = steps.length > 4 ? [steps[0]!, `${steps.length - 2} more steps`, steps.at(-1)!] : steps;
  return `${before}; then ${told.join(", ")}`;
}

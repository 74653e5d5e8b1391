import {dateWords} from "../time/dateWords.ts";
import type {Change} from "./diff.ts";
import {type Step, verbOf} from "./life.ts";
import type {Standing} from "./standing.ts";
import {verbWord} from "./verb.ts";

const was: Readonly<Record<Standing, string>> = {
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
};

/**
 * One sentence on one measure: what it was on the first day, what was done to it, and when. A run of more than four
 * steps names the first, counts the middle and names the last.
 */
export function changeInWords(change: Change): string {
  const before = change.before.standings.map((standing) => was[standing]).join(" or ");
  const steps = change.steps.map((step) => {
    const clock = step.cause.kind === "clock" ? ", by its own term" : "";
    const on = step.when.text.length === 10 ? "on " : "";
    return `${didWord(step)} (${on}${dateWords(step.when)}${clock}${step.ahead ? ", unless somebody acts first" : ""})`;
  });
  const told = steps.length > 4 ? [steps[0]!, `${steps.length - 2} more steps`, steps.at(-1)!] : steps;
  return `${before}; then ${told.join(", ")}`;
}

function didWord({cause, standing}: Step): string {
  const verb = verbOf(cause);
  if (verb === "lifted" && standing === "withdrawn") return "dropped";
  return verb === "annulled" ? "annulled by a court" : verbWord(verb);
}

import {type Step, verbOf} from "../sanctions/life.ts";
import {isOpen, type Standing} from "../sanctions/standing.ts";

/**
 * When a spell counts as ended:
 *
 * - `lifted`: the legal basis is lifted;
 * - `first-easing`: the first relief of any kind, also of a part (eased, waived, suspended, lifted);
 * - `any-relief`: the first relief that takes the whole effect away (waived, suspended, lifted);
 * - `lifted-or-expired`: lifted, or run out by its own term;
 * - `revoked`: ended in law by somebody's act (lifted, or annulled by a court).
 */
export const endings = ["lifted", "first-easing", "any-relief", "lifted-or-expired", "revoked"] as const;
export type Ending = (typeof endings)[number];

const relief: readonly string[] = ["eased", "waived", "suspended", "lifted"];

const meets: Readonly<Record<Ending, (step: Step) => boolean>> = {
  lifted: stands("lifted"),
  "first-easing": (step) => step.cause.kind === "act" && relief.includes(verbOf(step.cause)),
  "any-relief": stands("waived", "suspended", "lifted"),
  "lifted-or-expired": stands("lifted", "expired"),
  revoked: stands("lifted", "annulled")
};

/** What a step does to a spell in force: ends it as asked, ends it another way, or leaves it running. */
export function endOf(step: Step, ending: Ending): "ended" | "otherwise" | null {
  if (meets[ending](step)) return "ended";
  return isOpen(step.standing) ? null : "otherwise";
}

function stands(...standings: readonly Standing[]): (step: Step) => boolean {
  return ({standing}) => standings.includes(standing);
}

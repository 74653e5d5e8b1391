import type {Verification} from "./event.ts";
import type {Step} from "./life.ts";

/** From the best verified to the least. */
export const verifications: readonly Verification[] = ["verified", "partly", "recalled"];

/** How far the least verified of one or more steps is verified: an answer that rests on all of them is no better. */
export function weakestVerification(steps: readonly Step[]): Verification {
  const levels = steps.map(({cause}) => verifications.indexOf(cause.event.verification));
  return verifications[Math.max(...levels)]!;
}

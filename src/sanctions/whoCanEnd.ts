import type {Day} from "../time/day.ts";
import {authoritiesOn} from "./authorities.ts";
import type {Authority, AuthorityKind, Measure} from "./measure.ts";

/** Who must act to end a measure: the highest bar among the authorities it rests on. */
export type Ender = "statute" | "order" | "allies" | "court";

export type WhoCanEnd = {readonly ender: Ender; readonly because: readonly Authority[]};

/**
 * Reads who can end a measure from its authorities:
 *
 * - `allies`: an agreement or a resolution is among them, so the others must agree;
 * - `statute`: a statute commands the measure itself, so Congress must repeal it (the executive may hold a waiver);
 * - `court`: it stands on a judgment alone;
 * - `order`: the rest; the executive made it under a delegation and can end it.
 *
 * Senders are not asked: what a body or a group of states sends rests on its agreement or resolution, and that is what
 * counts. A court can strike down any of them; that a court did is an event (`annulled`), not an authority.
 *
 * @param day only the authorities that hold on this day are read, and where none does it is an `order`, as nothing but
 *   the act itself binds; without a day, all of the measure's life
 */
export function whoCanEnd(measure: Pick<Measure, "authorities">, day?: Day): WhoCanEnd {
  const authorities = day === undefined ? measure.authorities : authoritiesOn(measure, day);
  const of = (...kinds: AuthorityKind[]) => authorities.filter(({kind}) => kinds.includes(kind));
  const allies = of("agreement", "resolution");
  if (allies.length > 0) return {ender: "allies", because: allies};
  const statutes = of("statute");
  if (statutes.length > 0) return {ender: "statute", because: statutes};
  const judgments = of("judgment");
  if (judgments.length > 0 && judgments.length === authorities.length) return {ender: "court", because: judgments};
  return {ender: "order", because: of("order", "regulation", "delegation")};
}

/**
 * Where a measure stands, as one word. The five states of the rule book are groups of these words:
 *
 * | state      | standing                                                                              |
 * |------------|---------------------------------------------------------------------------------------|
 * | notYet     | notYet                                                                                |
 * | threatened | threatened                                                                            |
 * | inForce    | inForce (in full), eased (in force, with part of it relieved)                         |
 * | suspended  | waived (law stands, effect waived), suspended (paused)                                |
 * | ended      | lifted, expired, annulled, superseded, withdrawn (a threat dropped before it took effect) |
 */
export const standings = [
  "notYet",
  "threatened",
  "inForce",
  "eased",
  "waived",
  "suspended",
  "lifted",
  "expired",
  "annulled",
  "superseded",
  "withdrawn"
] as const;

export type Standing = (typeof standings)[number];

export type State = "notYet" | "threatened" | "inForce" | "suspended" | "ended";

/** Why a measure stopped; also the cause label in competing risks. */
export type EndCause = "lifted" | "expired" | "annulled" | "superseded" | "withdrawn";

const states: Readonly<Record<Standing, State>> = {
  notYet: "notYet",
  threatened: "threatened",
  inForce: "inForce",
  eased: "inForce",
  waived: "suspended",
  suspended: "suspended",
  lifted: "ended",
  expired: "ended",
  annulled: "ended",
  superseded: "ended",
  withdrawn: "ended"
};

export const stateOf = (standing: Standing): State => states[standing];

/** On the books and neither ended nor yet to come: threatened, in force or suspended. */
export const isLive = (standing: Standing): boolean =>
  states[standing] === "inForce" || states[standing] === "suspended" || states[standing] === "threatened";

/** Imposed and not ended: in force or suspended. A waived or suspended measure is open, a mere threat is not. */
export const isOpen = (standing: Standing): boolean =>
  states[standing] === "inForce" || states[standing] === "suspended";

const words: Readonly<Record<Standing, string>> = {
  notYet: "not yet",
  threatened: "threatened",
  inForce: "in force",
  eased: "in force, eased",
  waived: "waived",
  suspended: "suspended",
  lifted: "ended (lifted)",
  expired: "ended (expired)",
  annulled: "ended (annulled)",
  superseded: "ended (superseded)",
  withdrawn: "ended (threat withdrawn)"
};

export const standingWord = (standing: Standing): string => words[standing];

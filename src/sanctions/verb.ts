/** The twelve verbs of a measure's life, in the order in which acts of one day are read. */
export const verbs = [
  "threatened",
  "imposed",
  "reimposed",
  "tightened",
  "extended",
  "eased",
  "waived",
  "suspended",
  "superseded",
  "annulled",
  "lifted",
  "expired"
] as const;

export type Verb = (typeof verbs)[number];

/** Position of a verb among acts of one day: a bar enacted and waived on one day is imposed first. */
export const verbRank: Readonly<Record<Verb, number>> = Object.fromEntries(verbs.map((verb, i) => [verb, i])) as Record<
  Verb,
  number
>;

/** Relief: the sender takes pressure off, by part or by whole, for now or for good. */
export const isRelief = (verb: Verb): boolean =>
  verb === "eased" || verb === "waived" || verb === "suspended" || verb === "lifted";

/** Relief that leaves the legal basis standing. */
export const isPartialRelief = (verb: Verb): boolean => verb === "eased" || verb === "waived" || verb === "suspended";

/** Easing in the widest sense: relief, and endings that nobody decided on the day (own term, a court). */
export const isEasing = (verb: Verb): boolean => isRelief(verb) || verb === "expired" || verb === "annulled";

/** Pressure: a new or heavier burden that takes effect. */
export const isPressure = (verb: Verb): boolean => verb === "imposed" || verb === "tightened" || verb === "reimposed";

export const isEnding = (verb: Verb): boolean =>
  verb === "lifted" || verb === "expired" || verb === "annulled" || verb === "superseded";

const past: Readonly<Record<Verb, string>> = {
  threatened: "threatened",
  imposed: "imposed",
  reimposed: "re-imposed",
  tightened: "tightened",
  extended: "extended",
  eased: "eased",
  waived: "waived",
  suspended: "suspended",
  superseded: "superseded",
  annulled: "annulled",
  lifted: "lifted",
  expired: "expired"
};

export const verbWord = (verb: Verb): string => past[verb];

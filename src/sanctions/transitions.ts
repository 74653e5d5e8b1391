import type {Standing} from "./standing.ts";
import {type Verb, verbs} from "./verb.ts";

/** What follows when a verb meets a standing: the next standing, or a refusal that says what would be legal. */
export type Transition = {readonly next: Standing} | {readonly refused: string};

const never = "nothing is in force yet";
const to = (next: Standing): Transition => ({next});
const no = (refused: string): Transition => ({refused});

const endings = {
  superseded: to("superseded"),
  annulled: to("annulled"),
  lifted: to("lifted"),
  expired: to("expired")
} as const;

/** After an end, a threat to bring the measure back leaves it ended. */
const ended = (cause: Standing): Readonly<Record<Verb, Transition>> => ({
  threatened: to(cause),
  imposed: no("it has been in force before and has ended; use reimposed, or open a new measure"),
  reimposed: to("inForce"),
  tightened: no("it has ended; reimpose it first"),
  extended: no("it has ended; reimpose it first, or date the extension before the end"),
  eased: no("it has ended; there is nothing left to ease"),
  waived: no("it has ended; there is nothing left to waive"),
  suspended: no("it has ended; there is nothing left to suspend"),
  superseded: no("it has already ended"),
  annulled: no("it has already ended"),
  lifted: no("it has already ended"),
  expired: no("it has already ended")
});

const beforeForce = {
  reimposed: no(`${never}; use imposed`),
  waived: no(`${never}; a threat that is dropped is lifted`),
  suspended: no(`${never}; a threat that is dropped is lifted, one that is put off is extended`)
} as const;

/** Verbs that leave an open measure where it stands. */
const staying = (standing: Standing) =>
  ({threatened: to(standing), tightened: to(standing), extended: to(standing)}) as const;

/**
 * The transition table: twelve verbs by eleven standings. A verb that leaves the standing alone (a threat of more, a
 * prolongation, a wider list) still is an event. For `waived` and `suspended` the table shows relief of the whole
 * measure; relief of a part leads where `eased` leads.
 */
export const transitions: Readonly<Record<Standing, Readonly<Record<Verb, Transition>>>> = {
  notYet: {
    ...beforeForce,
    threatened: to("threatened"),
    imposed: to("inForce"),
    tightened: no(`${never}; use imposed or threatened first`),
    extended: no(`${never}; use imposed or threatened first`),
    eased: no(`${never}; use imposed first`),
    superseded: no(`${never}; use imposed or threatened first`),
    annulled: no(`${never}; use imposed or threatened first`),
    lifted: no(`${never}; use imposed or threatened first`),
    expired: no(`${never}; use imposed or threatened first`)
  },
  threatened: {
    ...beforeForce,
    threatened: to("threatened"),
    imposed: to("inForce"),
    tightened: to("threatened"),
    extended: to("threatened"),
    eased: to("threatened"),
    superseded: to("withdrawn"),
    annulled: to("withdrawn"),
    lifted: to("withdrawn"),
    expired: to("withdrawn")
  },
  inForce: {
    ...endings,
    ...staying("inForce"),
    imposed: no("it is in force already; use tightened, or open a new measure"),
    reimposed: no("it is in force in full; there is no relief on record that could be taken back, use tightened"),
    eased: to("eased"),
    waived: to("waived"),
    suspended: to("suspended")
  },
  eased: {
    ...endings,
    ...staying("eased"),
    imposed: no("it is in force already; use reimposed to take relief back, tightened to go further"),
    reimposed: to("inForce"),
    eased: to("eased"),
    waived: to("waived"),
    suspended: to("suspended")
  },
  waived: {
    ...endings,
    ...staying("waived"),
    imposed: no("its legal basis still stands; use reimposed to end the waiver"),
    reimposed: to("inForce"),
    eased: to("waived"),
    waived: to("waived"),
    suspended: to("suspended")
  },
  suspended: {
    ...endings,
    ...staying("suspended"),
    imposed: no("its legal basis still stands; use reimposed to end the suspension"),
    reimposed: to("inForce"),
    eased: to("suspended"),
    waived: to("waived"),
    suspended: to("suspended")
  },
  lifted: ended("lifted"),
  expired: ended("expired"),
  annulled: ended("annulled"),
  superseded: ended("superseded"),
  withdrawn: {
    ...ended("withdrawn"),
    threatened: to("threatened"),
    imposed: to("inForce"),
    reimposed: no("it was a threat and never in force; use imposed")
  }
};

/** The verbs that are legal from a standing, in the order of a day. */
export function legalVerbs(standing: Standing): Verb[] {
  return verbs.filter((verb) => "next" in transitions[standing][verb]);
}

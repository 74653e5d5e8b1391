import type {Day} from "../time/day.ts";
import type {Period} from "../time/period.ts";
import {contains} from "../time/period.ts";

/** A named stretch of a relationship. Eras of a case follow one another without a gap. */
export type Era = Period & {readonly id: string; readonly title: string};

/** The era that a day falls in. */
export const eraOf = (eras: readonly Era[], day: Day): Era | undefined => eras.find((era) => contains(era, day));

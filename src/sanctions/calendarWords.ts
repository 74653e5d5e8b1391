import type {CalendarOutcome} from "./calendar.ts";

const words: Readonly<Record<CalendarOutcome, string>> = {
  struck: "happened by itself",
  overtaken: "an act came first",
  passed: "passed; the record does not say",
  ahead: "ahead"
};

/** What became of a day on the calendar, in words. */
export const outcomeWord = (outcome: CalendarOutcome): string => words[outcome];

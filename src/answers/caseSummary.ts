import type {Case} from "../casebook/case.ts";
import {formatDay} from "../time/day.ts";

/** One line on a case: what it holds, how far it is verified and between which days it is complete. */
export function caseSummary(one: Case) {
  const events = one.measures.flatMap(({life}) => life);
  return {
    id: one.id,
    title: one.title,
    version: one.version,
    measures: one.measures.length,
    events: events.length,
    verified: events.filter(({verification}) => verification === "verified").length,
    from: formatDay(one.coverage.from),
    to: formatDay(one.coverage.to),
    languages: ["en", ...Object.keys(one.wordings)]
  };
}

import type {Event} from "../../../src/sanctions/event.ts";
import {type Life, lifeOf, verbOf} from "../../../src/sanctions/life.ts";
import type {Measure} from "../../../src/sanctions/measure.ts";
import type {Verb} from "../../../src/sanctions/verb.ts";
import {type Day, formatDay, LAST_DAY, parseDay} from "../../../src/time/day.ts";
import {parseEdtf} from "../../../src/time/edtf.ts";

export const d = parseDay;

/** An event on an EDTF day; its id is "verb when" unless another is given. */
export function event(
  verb: Verb,
  when: string,
  {
    expires,
    announced,
    ...rest
  }: Partial<Omit<Event, "expires" | "announced">> & {expires?: string; announced?: string} = {}
): Event {
  return {
    id: `${verb} ${when}`,
    verb,
    effective: parseEdtf(when),
    ...(expires === undefined ? {} : {expires: parseEdtf(expires)}),
    ...(announced === undefined ? {} : {announced: parseEdtf(announced)}),
    what: `${verb} on ${when}`,
    instrument: `instrument of ${when}`,
    tags: [],
    sources: [],
    verification: "recalled",
    confidence: {level: "certain", why: "made for a test"},
    motives: [],
    ...rest
  };
}

export function measure(life: readonly Event[], rest: Partial<Measure> = {}): Measure {
  return {
    id: "m",
    title: "A measure",
    type: "tariff",
    subtype: "test",
    senders: ["US"],
    targets: ["CN"],
    regime: "none",
    authorities: [{cite: "An order", kind: "order"}],
    objectives: ["other"],
    scope: null,
    package: null,
    tradeShare: null,
    status: "made for a test",
    reviews: [],
    life,
    ...rest
  };
}

export const live = (events: readonly Event[], rest: Partial<Measure> = {}, complete: Day | null = null): Life =>
  lifeOf(measure(events, rest), complete);

/** A life in words: "1990-01-01 imposed → inForce"; a clock is in brackets, an imprecise day has both bounds. */
export function told({steps}: Life): string[] {
  return steps.map(({cause, when: {earliest, latest}, standing, ahead}) => {
    const day =
      earliest === latest
        ? formatDay(earliest)
        : `${formatDay(earliest)}…${latest === LAST_DAY ? "" : formatDay(latest)}`;
    const verb = cause.kind === "clock" ? `[${verbOf(cause)}]` : verbOf(cause);
    return `${day} ${verb} → ${standing}${ahead ? " (ahead)" : ""}`;
  });
}

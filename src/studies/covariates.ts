import type {Case} from "../casebook/case.ts";
import {authoritiesOn} from "../sanctions/authorities.ts";
import {channelOf} from "../sanctions/channel.ts";
import {eraOf} from "../sanctions/era.ts";
import type {Life} from "../sanctions/life.ts";
import {whoCanEnd} from "../sanctions/whoCanEnd.ts";
import type {ImpreciseDay} from "../time/impreciseDay.ts";

/** What a spell is told apart by; each is a text, also the number of senders. */
export const factors = ["type", "channel", "authority", "ender", "era", "senders", "threat"] as const;
export type Factor = (typeof factors)[number];

export type Factors = Readonly<Record<Factor, string>>;

/**
 * The factors of a measure as it stood at its origin: `authority` is the kind of its first authority, `ender` who can end
 * it, `threat` whether a threat came first. The origin's nominal day decides, also for the era.
 */
export function factorsOf({measure, steps}: Life, origin: ImpreciseDay, {eras}: Pick<Case, "eras">): Factors {
  return {
    type: measure.type,
    channel: channelOf(measure),
    authority: authoritiesOn(measure, origin.nominal)[0]?.kind ?? "none",
    ender: whoCanEnd(measure, origin.nominal).ender,
    era: eraOf(eras, origin.nominal)?.id ?? "none",
    senders: String(measure.senders.length),
    threat: steps[0]?.standing === "threatened" ? "yes" : "no"
  };
}

import {madeStanding, type StandingAsOf} from "../sanctions/asOf.ts";
import {authoritiesOn, groundsOn} from "../sanctions/authorities.ts";
import {channelOf} from "../sanctions/channel.ts";
import {verbOf} from "../sanctions/life.ts";
import {weakestVerification} from "../sanctions/verification.ts";
import {whoCanEnd} from "../sanctions/whoCanEnd.ts";
import {type Day, FIRST_DAY, formatDay, LAST_DAY} from "../time/day.ts";
import type {OpenRecord} from "./record.ts";

/** A day beyond the record makes certain only what nobody has changed since, and who did is not on record. */
export const certaintyOn = (
  {certainty}: StandingAsOf,
  day: Day,
  {one}: Pick<OpenRecord, "one">
): StandingAsOf["certainty"] | "ifUnchanged" =>
  certainty === "certain" && day > one.coverage.to ? "ifUnchanged" : certainty;

/** Where a measure stands on a day, on what grounds, and the steps that may be the newest. */
export function standingAnswer(at: StandingAsOf, day: Day, record: Pick<OpenRecord, "one">) {
  const {measure} = at.life;
  const made = madeStanding(at);
  return {
    id: measure.id,
    title: measure.title,
    type: measure.type,
    channel: channelOf(measure),
    senders: measure.senders,
    targets: measure.targets,
    states: at.states,
    standings: at.standings,
    certainty: certaintyOn(at, day, record),
    ahead: at.ahead,
    authorities: authoritiesOn(measure, day).map(({cite, kind}) => ({cite, kind})),
    grounds: groundsOn(at, day),
    whoCanEnd: whoCanEnd(measure, day).ender,
    broughtBy: made?.cause.event.id ?? null,
    verification: made === undefined ? null : weakestVerification([made, ...at.steps]),
    steps: at.steps.map(({cause, when, standing, ahead}) => ({
      event: cause.event.id,
      cause: cause.kind,
      verb: verbOf(cause),
      standing,
      ahead,
      date: when.text,
      earliest: when.earliest === FIRST_DAY ? null : formatDay(when.earliest),
      latest: when.latest === LAST_DAY ? null : formatDay(when.latest),
      instrument: cause.event.instrument,
      verification: cause.event.verification,
      sources: cause.event.sources
    }))
  };
}

import type {EventFilter, MeasureFilter} from "../casebook/claim.ts";
import type {Event} from "../sanctions/event.ts";
import type {Life, Step} from "../sanctions/life.ts";
import {type Day, FIRST_DAY, LAST_DAY} from "../time/day.ts";
import {parseEdtf} from "../time/edtf.ts";
import type {Answer, ImpreciseDay} from "../time/impreciseDay.ts";
import {type Ground, requireKnown} from "./ground.ts";

/** One act on record. A clock that struck by itself is not an act. */
export type Act = {readonly life: Life; readonly step: Step; readonly event: Event; readonly when: ImpreciseDay};

/** What certainly matches, and what matches if its imprecise day falls right. */
export type Selected<T> = {readonly certain: readonly T[]; readonly possible: readonly T[]};

/**
 * The measures that a filter lets through.
 * @throws incorrect `studies/unknown-name` for a name that the case does not have
 */
export function selectLives(ground: Ground, filter: MeasureFilter = {}): Life[] {
  requireKnown(ground, "measure", filter.measures);
  requireKnown(ground, "package", filter.packages);
  requireKnown(ground, "subtype", filter.subtypes);
  requireKnown(ground, "party", filter.senders);
  const allows = (list: readonly string[] | undefined, own: readonly (string | null)[]) =>
    list === undefined || own.some((name) => name !== null && list.includes(name));
  return ground.lives.filter(
    ({measure}) =>
      allows(filter.measures, [measure.id]) &&
      allows(filter.packages, [measure.package]) &&
      allows(filter.types, [measure.type]) &&
      allows(filter.subtypes, [measure.subtype]) &&
      allows(filter.senders, measure.senders)
  );
}

/**
 * The acts that a filter lets through, measure by measure in the order of their lives. An act whose day, narrowed by
 * its neighbours in the life, lies only partly between `from` and `to` is possible.
 * @throws incorrect `studies/unknown-name`, `time/invalid-edtf`
 */
export function selectActs(ground: Ground, filter: EventFilter): Selected<Act> {
  const {verbs, tags, topMotive} = filter;
  requireKnown(ground, "tag", tags);
  if (topMotive !== undefined) requireKnown(ground, "coder", [topMotive.coder]);
  const from = filter.from === undefined ? FIRST_DAY : parseEdtf(filter.from, `from in ${ground.at}`).earliest;
  const to = filter.to === undefined ? LAST_DAY : parseEdtf(filter.to, `to in ${ground.at}`).latest;
  const acts = selectLives(ground, filter).flatMap((life) =>
    life.steps.flatMap((step): Act[] => {
      if (step.cause.kind !== "act") return [];
      const {event} = step.cause;
      const right =
        (verbs === undefined || verbs.includes(event.verb)) &&
        (tags === undefined || tags.some((tag) => event.tags.includes(tag))) &&
        (topMotive === undefined || leads(event, topMotive));
      return right ? [{life, step, event, when: step.when}] : [];
    })
  );
  const {certainly = [], possibly = []} = Object.groupBy(acts, ({when}): Answer => {
    if (when.latest < from || when.earliest > to) return "no";
    return when.earliest >= from && when.latest <= to ? "certainly" : "possibly";
  });
  return {
    certain: certainly,
    possible: possibly.map(({when, ...act}) => ({
      ...act,
      when: {
        ...when,
        earliest: Math.max(when.earliest, from) as Day,
        latest: Math.min(when.latest, to) as Day
      }
    }))
  };
}

/** A tie has no leader. */
function leads({motives}: Event, {key, coder}: NonNullable<EventFilter["topMotive"]>): boolean {
  const weights = motives.find((motive) => motive.coder === coder)?.weights;
  if (weights === undefined) return false;
  return Object.entries(weights).every(([other, weight]) => other === key || weight < weights[key]);
}

import type {Case, Party} from "../casebook/case.ts";
import {livesOf} from "../casebook/livesOf.ts";
import {standingAsOf} from "../sanctions/asOf.ts";
import type {Life, Step} from "../sanctions/life.ts";
import {isOpen, standingWord, stateOf} from "../sanctions/standing.ts";
import {formatDay} from "../time/day.ts";
import type {ImpreciseDay} from "../time/impreciseDay.ts";

/** The media type of what `followTheMoney` gives. */
export const FTM_MEDIA_TYPE = "application/x-ndjson";

export type FtmEntity = {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
};

/**
 * A state or area is a PublicBody: what sends, bears and answers to a measure is its government, a legal person, and the
 * schema is in every release of the model (Territory, a place, is not). A body may be of no one state: Organization. Of
 * a group the record does not say what it is made of: LegalEntity, which the model gives for just that.
 */
const schemata: Readonly<Record<Party["kind"], string>> = {
  state: "PublicBody",
  area: "PublicBody",
  body: "Organization",
  company: "Company",
  person: "Person",
  group: "LegalEntity"
};

/**
 * The parties of a case and one Sanction for each measure that took effect and each of its targets. A measure that was
 * only threatened is none. No entity has a `topic`, so that a screening tool does not take a whole state for a listed
 * name. `status` is the standing on the last day that the record covers.
 *
 * @see FollowTheMoney 4.5.2, followthemoney/schema/{Thing,LegalEntity,Interval,Sanction}.yaml; checked in
 *   test/reference/exportsFollowTheMoney.test.ts
 */
export function ftmEntities(record: Case): FtmEntity[] {
  const sanctions = livesOf(record).flatMap((life) => sanctionsOf(record, life));
  return [...record.parties.map((party) => partyEntity(record, party)), ...sanctions];
}

/** The entities as JSON lines. */
export const followTheMoney = (record: Case): string =>
  ftmEntities(record)
    .map((entity) => `${JSON.stringify(entity)}\n`)
    .join("");

const partyId = (record: Case, party: string) => `thaw-${record.id}-party-${party}`;

function partyEntity(record: Case, party: Party): FtmEntity {
  return {
    id: partyId(record, party.id),
    schema: schemata[party.kind],
    properties: filled({name: [party.name], country: countryOf(record, party)})
  };
}

/** The lower-case ISO code of a party, or of the party it belongs to. */
function countryOf(record: Case, party: Party | undefined): string[] {
  const seen = new Set<Party>();
  for (let at = party; at !== undefined && !seen.has(at); at = record.parties.find(({id}) => id === at?.of)) {
    if (at.iso2 !== undefined) return [at.iso2.toLowerCase()];
    seen.add(at);
  }
  return [];
}

function sanctionsOf(record: Case, life: Life): FtmEntity[] {
  const {measure, steps} = life;
  const first = steps.find(({standing}) => isOpen(standing));
  if (first === undefined) return [];
  const {standings} = standingAsOf(life, record.coverage.to);
  const last = steps.findLast(({ahead}) => !ahead);
  const ended = last !== undefined && stateOf(last.standing) === "ended" ? last : undefined;
  const senders = measure.senders.map((id) => record.parties.find((party) => party.id === id));
  const cited = new Set(measure.life.flatMap(({sources}) => sources.map(({source}) => source)));
  const shared = {
    authority: senders.map((party, i) => party?.name ?? measure.senders[i]!),
    country: senders.flatMap((party) => countryOf(record, party)),
    program: [measure.regime],
    provisions: [measure.type, measure.subtype, ...(measure.scope === null ? [] : [measure.scope])],
    reason: measure.objectives.map((objective) => objective.replaceAll("_", " ")),
    status: standings.map(standingWord),
    startDate: datePrefix(first),
    endDate: datePrefix(ended),
    summary: [measure.title],
    description: [first.cause.event.what, ...inexact("in force from", first), ...inexact("ended", ended)],
    recordId: [measure.id],
    sourceUrl: record.sources.flatMap(({id, URL}) => (cited.has(id) && URL !== undefined ? [URL] : []))
  };
  return measure.targets.map((target) => ({
    id: `thaw-${record.id}-sanction-${measure.id}-${target}`,
    schema: "Sanction",
    properties: filled({entity: [partyId(record, target)], ...shared})
  }));
}

/**
 * The longest ISO date prefix (year, month or day) that holds every day the step can be; none where they span two years.
 * The model's dates have a precision and no bounds, so what this loses is told in `description`.
 */
function datePrefix(step: Step | undefined): string[] {
  if (step === undefined) return [];
  const [from, to] = [formatDay(step.when.earliest), formatDay(step.when.latest)];
  const length = [10, 7, 4].find((n) => from.slice(0, n) === to.slice(0, n));
  return length === undefined ? [] : [from.slice(0, length)];
}

const inexact = (words: string, step: Step | undefined): string[] =>
  step === undefined || saysAll(step.when, datePrefix(step)[0]) ? [] : [`${words} ${step.when.text} (EDTF)`];

const saysAll = ({text}: ImpreciseDay, prefix: string | undefined): boolean => text === prefix;

/** The properties that have a value, each value once. */
const filled = (properties: Readonly<Record<string, readonly string[]>>): FtmEntity["properties"] =>
  Object.fromEntries(
    Object.entries(properties)
      .map(([name, values]) => [name, [...new Set(values)]] as const)
      .filter(([, values]) => values.length > 0)
  );

import type {Case, Party} from "../../../casebook/case.ts";
import {europeanUnion} from "../../../casebook/europeanUnion.ts";
import type {Day} from "../../../time/day.ts";
import type {Economy} from "../../../trade/economy.ts";

/** A party of a case as a country of the baseline. */
export type Place = {readonly party: string; readonly country: string};
export type Pair = {readonly sender: Place; readonly target: Place};

/** Senders with targets, and parties that no country of the baseline stands for. */
export type Pairs = {readonly pairs: readonly Pair[]; readonly left: readonly string[]};

/** Each sender of a measure with each target as countries of the baseline, each pair of countries once. */
export function pairsOf(
  senders: readonly string[],
  targets: readonly string[],
  one: Pick<Case, "parties">,
  economy: Economy,
  day: Day
): Pairs {
  const [from, to] = [senders, targets].map((ids) => placesOf(ids, one, economy, day)) as [Places, Places];
  const pairs = from.places.flatMap((sender) =>
    to.places.filter(({country}) => country !== sender.country).map((target) => ({sender, target}))
  );
  return {pairs, left: [...new Set([...from.left, ...to.left])]};
}

type Places = {readonly places: readonly Place[]; readonly left: readonly string[]};

/**
 * A state by its ISO code, a firm or a body by what it belongs to, the European Union by its members on the day
 * (`europeanUnion`). A state that the baseline counts into a region of others is left, not priced as the region.
 */
function placesOf(ids: readonly string[], one: Pick<Case, "parties">, economy: Economy, day: Day): Places {
  const places = new Map<string, Place>();
  const left: string[] = [];
  for (const id of ids) {
    const party = withCode(id, one);
    const {members, left: unnamed} =
      party.id === "EU" ? europeanUnion(economy.countries, day) : stateIn(economy.countries, party.iso3);
    if (members.length + unnamed.length === 0) left.push(`${party.name} is no country`);
    left.push(...unnamed.map((code) => `${code} does not stand on its own in ${economy.name}`));
    for (const country of members) if (!places.has(country)) places.set(country, {party: party.id, country});
  }
  return {places: [...places.values()], left};
}

function stateIn(countries: readonly string[], code: string | undefined): ReturnType<typeof europeanUnion> {
  if (code === undefined) return {members: [], left: []};
  return countries.includes(code) ? {members: [code], left: []} : {members: [], left: [code]};
}

/** The party itself where it has a code or belongs to nobody, else the next that it belongs to. */
function withCode(id: string, {parties}: Pick<Case, "parties">): Pick<Party, "id" | "name" | "iso3"> {
  const party = parties.find((candidate) => candidate.id === id);
  if (party === undefined) return {id, name: id};
  if (party.iso3 !== undefined || party.of === undefined) return party;
  return withCode(party.of, {parties: parties.filter((other) => other !== party)});
}

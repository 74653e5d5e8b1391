import type {Case, Party} from "../../../casebook/case.ts";
import {type Day, parseDay} from "../../../time/day.ts";
import {contains} from "../../../time/period.ts";
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
 * A state by its ISO code, a firm or a body by what it belongs to, the European Union by its members on the day. A state
 * that the baseline counts into a region is left, not priced as the region.
 */
function placesOf(ids: readonly string[], one: Pick<Case, "parties">, economy: Economy, day: Day): Places {
  const places = new Map<string, Place>();
  const left: string[] = [];
  for (const id of ids) {
    const party = withCode(id, one);
    const codes = party.id === "EU" ? membersOfEU(day) : party.iso3 === undefined ? [] : [party.iso3];
    if (codes.length === 0) left.push(`${party.name} is no country`);
    for (const code of codes) {
      if (!economy.countries.includes(code)) left.push(`${code} does not stand on its own in ${economy.name}`);
      else if (!places.has(code)) places.set(code, {party: party.id, country: code});
    }
  }
  return {places: [...places.values()], left};
}

/** The party itself where it has a code or belongs to nobody, else the next that it belongs to. */
function withCode(id: string, {parties}: Pick<Case, "parties">): Pick<Party, "id" | "name" | "iso3"> {
  const party = parties.find((candidate) => candidate.id === id);
  if (party === undefined) return {id, name: id};
  if (party.iso3 !== undefined || party.of === undefined) return party;
  return withCode(party.of, {parties: parties.filter((other) => other !== party)});
}

/** Accession by treaty; the United Kingdom left at the end of January 2020. */
const accessions: readonly (readonly [from: string, members: string])[] = [
  ["1958-01-01", "BEL DEU FRA ITA LUX NLD"],
  ["1973-01-01", "DNK GBR IRL"],
  ["1981-01-01", "GRC"],
  ["1986-01-01", "ESP PRT"],
  ["1995-01-01", "AUT FIN SWE"],
  ["2004-05-01", "CYP CZE EST HUN LVA LTU MLT POL SVK SVN"],
  ["2007-01-01", "BGR ROU"],
  ["2013-07-01", "HRV"]
];
const BREXIT = parseDay("2020-02-01");

const membersOfEU = (day: Day): string[] =>
  accessions.flatMap(([from, members]) =>
    members.split(" ").filter((code) => contains({from: parseDay(from), to: code === "GBR" ? BREXIT : null}, day))
  );

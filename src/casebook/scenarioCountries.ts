import {iso31661} from "iso-3166/1.js";
import type {Day} from "../time/day.ts";
import {europeanUnion} from "./europeanUnion.ts";
import {suggest} from "./suggest.ts";

/** A country, a region or a union as a scenario names it. */
export type Area = {
  /** As written: a code, a region of the baseline, or `EU`. */
  readonly id: string;
  readonly title: string;
  /** By the names of the baseline; at least one. */
  readonly members: readonly string[];
};

const assigned = new Map(iso31661.flatMap((one) => [one.alpha2, one.alpha3, one.numeric].map((key) => [key, one])));

/** Codes that are often written for others. */
const mistaken: Readonly<Record<string, string>> = {UK: "GB", EL: "GR"};

/**
 * The area that a code means in a baseline: ISO 3166-1 alpha-2, alpha-3 or numeric, a name that the baseline has, or
 * `EU` for as many of its members on the day as the baseline has, with the region of the others. A text where there is
 * none: what is wrong and what would be right.
 *
 * @param day null for the present members
 */
export function areaOf(
  id: string,
  baseline: {readonly name: string; readonly countries: readonly string[]},
  day: Day | null = null
): Area | string {
  const {countries} = baseline;
  const known = assigned.get(id);
  if (countries.includes(id))
    return {id, title: known === undefined ? regionTitle(id) : plainName(known), members: [id]};
  if (id === "EU") {
    const {members} = europeanUnion(countries, day);
    return members.length > 0 ? {id, title: "European Union", members} : `no member of the EU in ${baseline.name}`;
  }
  if (known === undefined) return `unknown country ${id}; ${adviceFor(id, countries)}`;
  if (countries.includes(known.alpha3)) return {id, title: plainName(known), members: [known.alpha3]};
  const regions = countries.filter((name) => !assigned.has(name));
  const advice = regions.length > 0 ? `name its region (${regions.join(", ")}) or ` : "";
  return `${id} (${plainName(known)}) does not stand on its own in ${baseline.name}; ${advice}take another baseline`;
}

function adviceFor(id: string, countries: readonly string[]): string {
  const names = iso31661.map(plainName);
  const codes = [...iso31661.map(({alpha2}) => alpha2), ...iso31661.map(({alpha3}) => alpha3), ...countries, "EU"];
  const like = mistaken[id.toUpperCase()] ?? suggest(id, codes) ?? suggest(id, names);
  if (like === undefined) return "write an ISO 3166-1 code of two or three letters, EU, or a name of the baseline";
  const named = iso31661.find((one) => plainName(one) === like);
  return `did you mean ${named === undefined ? like : `${named.alpha2} (${like})`}?`;
}

/** The name before "of" and brackets: Iran, Islamic Republic of. */
const plainName = ({alpha2, name}: {readonly alpha2: string; readonly name: string}): string =>
  shorter[alpha2] ?? name.replace(/ \(.*| of .*|, .*/, "");

/** Where what stands first in the official name is not what people say. */
const shorter: Readonly<Record<string, string>> = {
  GB: "United Kingdom",
  KP: "North Korea",
  KR: "South Korea",
  CD: "DR Congo",
  LA: "Laos",
  RU: "Russia",
  SY: "Syria",
  TW: "Taiwan",
  TR: "Turkey",
  US: "United States",
  VN: "Vietnam",
  PS: "Palestine"
};

const regionTitle = (id: string): string => (id === "ROW" ? "Rest of the world" : id.replaceAll("-", " "));

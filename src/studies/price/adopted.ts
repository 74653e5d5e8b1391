import {incorrect} from "../../errors.ts";
import type {Economy} from "../../trade/economy.ts";
import type {Factor, Line, Wedge} from "./line.ts";

/**
 * The lines of one sender as another country would have them: each wedge between sender and target, with the country in
 * the sender's place. Wedges on other flows are left out, and so are transfers: whose assets a country holds is its own
 * and cannot be copied. The sizes keep their keys, so in a draw all members' measures move together.
 *
 * @returns the lines that have a wedge left
 */
export function adopted(
  lines: readonly Line[],
  {sender, target, by}: {sender: string; target: string; by: string}
): Line[] {
  return lines
    .map((line): Line => {
      const wedges = line.wedges.flatMap((wedge): Wedge[] => {
        const {origin, destination} = wedge;
        if (origin === sender && destination === target) return [{...wedge, origin: by}];
        if (origin === target && destination === sender) return [{...wedge, destination: by}];
        return [];
      });
      return {of: line.of, title: `${line.title} (${by})`, rule: line.rule, wedges};
    })
    .filter(({wedges}) => wedges.length > 0);
}

/** A line that closes a share of all that two countries trade with each other, in every sector of the baseline. */
export function cutOff({sectors}: Pick<Economy, "sectors">, a: string, b: string, share: Factor): Line {
  const wedge = (origin: string, destination: string) => (sector: string) =>
    ({kind: "closed", origin, destination, sector, size: [share]}) as const;
  const wedges = [...sectors.map(wedge(a, b)), ...sectors.map(wedge(b, a))];
  return {of: `${a}-${b}`, title: `trade between ${a} and ${b} closed`, rule: "scenario", wedges};
}

/**
 * Place of a country in the baseline.
 *
 * @throws incorrect `studies/country-place`
 */
export function placeOf({countries}: Pick<Economy, "countries">, country: string): number {
  const at = countries.indexOf(country);
  if (at < 0) throw incorrect("studies/country-place", `no ${country} in the baseline; it has ${countries.join(", ")}`);
  return at;
}

/** Places of countries in the baseline. @throws what `placeOf` throws */
export const placesOf = (economy: Pick<Economy, "countries">, countries: readonly string[]): number[] =>
  countries.map((country) => placeOf(economy, country));

/**
 * Checks that countries are of the baseline and that none stands twice.
 *
 * @throws incorrect `studies/country-place`, `studies/country-twice`
 */
export function checkDistinct(economy: Pick<Economy, "countries">, countries: readonly string[]): void {
  for (const [i, country] of countries.entries()) {
    placeOf(economy, country);
    if (countries.indexOf(country) < i)
      throw incorrect(
        "studies/country-twice",
        `${country} stands twice among ${countries.join(", ")}; a country is sender, target, member or third country once`
      );
  }
}

/** What two groups of countries sell each other in the baseline, million USD. */
export function tradeBetween(
  {countries, sectors, flow}: Economy,
  some: readonly string[],
  others: readonly string[]
): number {
  const [N, J] = [countries.length, sectors.length];
  let sum = 0;
  for (const a of some)
    for (const b of others) {
      const [x, y] = [placeOf({countries}, a), placeOf({countries}, b)];
      for (let s = 0; s < J; s++) sum += flow[(x * N + y) * J + s]! + flow[(y * N + x) * J + s]!;
    }
  return sum;
}

import type {Case} from "../../../casebook/case.ts";
import type {Economy} from "../../../trade/economy.ts";
import type {Wedge} from "../line.ts";
import {placeCoverage} from "./coverage.ts";
import type {Extent} from "./extent.ts";
import {isExactly, sizeFactors} from "./figures.ts";
import type {Pair} from "./parties.ts";

/** The wedges of an extent on each flow between senders and targets, and sectors that the baseline has no place for. */
export function wedgesOf(
  {flow, kind, covers, size, keyOf}: Extent,
  pairs: readonly Pair[],
  one: Pick<Case, "trade">,
  economy: Economy
): {readonly wedges: readonly Wedge[]; readonly left: readonly string[]} {
  const missing = new Set<string>();
  const wedges = pairs.flatMap(({sender, target}) => {
    const ways = [
      ...(flow === "imports" ? [] : [[sender, target] as const]),
      ...(flow === "exports" ? [] : [[target, sender] as const])
    ];
    return ways.flatMap(([from, to]) => {
      const covered = placeCoverage(covers, one, economy, {
        parties: [from.party, to.party],
        countries: [from.country, to.country]
      });
      for (const sector of covered.missing) missing.add(sector);
      return covered.on
        .filter(({figure}) => !isExactly(figure, 0))
        .map(({sector, figure, name}): Wedge => {
          const [origin, destination] = [from.country, to.country];
          return {kind, origin, destination, sector, size: [...size, ...sizeFactors([[keyOf(name), figure]])]};
        });
    });
  });
  const list = [...missing].join(", ");
  return {wedges, left: list === "" ? [] : [`${economy.name} has no ${list}`]};
}

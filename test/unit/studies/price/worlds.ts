import {exact, triangular, type Uncertain} from "../../../../src/numeric/uncertain.ts";
import type {Line, Wedge} from "../../../../src/studies/price/line.ts";
import type {PriceTask, Step} from "../../../../src/studies/price/pricer.ts";
import {randomEconomy} from "../../trade/economies.ts";

export const economy = randomEconomy({N: 4, J: 2, seed: 3, inputs: true, tariffs: true});

/** A line with one wedge of a kind on the flow of a sector from one country to another. */
export function line(
  of: string,
  kind: Wedge["kind"],
  [origin, destination, sector]: readonly [string, string, string],
  size: number | Uncertain
): Line {
  const value = typeof size === "number" ? exact(size) : size;
  return {of, title: of, rule: "scenario", wedges: [{kind, origin, destination, sector, size: [{key: of, value}]}]};
}

export const step = (id: string, ...lines: readonly Line[]): Step => ({id, title: `step ${id}`, lines});

/** A task over the economy with elasticities between 3 and 7. */
export const task = (reference: Step, steps: readonly Step[], before: readonly Line[] = []): PriceTask => ({
  baseline: "test",
  checksum: "none",
  elasticities: economy.sectors.map((sector) => ({key: `elasticity:${sector}`, value: triangular(3, 5, 7)})),
  closure: {kind: "worldShare"},
  seed: 7,
  before,
  reference,
  steps
});

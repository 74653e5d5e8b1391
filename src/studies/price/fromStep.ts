import type {Scenario} from "../../casebook/scenario.ts";
import {incorrect} from "../../errors.ts";
import {centre} from "../../numeric/uncertain.ts";
import type {Economy} from "../../trade/economy.ts";
import {tradeBetween} from "./adopted.ts";
import type {CoalitionSpec, Joiner, JoiningOrder} from "./coalition.ts";
import type {FrontierSpec} from "./frontier.ts";
import {type Line, times} from "./line.ts";
import type {Step} from "./pricer.ts";
import {cutFactor, type StepLines} from "./scenarioLines.ts";
import {type GameShares, type SecondaryGame, thirdsOf} from "./secondaryGame.ts";

/** The parties of a step, by the names of the baseline; losses of several count together. */
export type Parties = {readonly senders: readonly string[]; readonly targets: readonly string[]};

/** What a step keeps of what stands and what it adds to it. */
export function split(
  {lines}: Step,
  standing: Step
): {readonly kept: readonly Line[]; readonly added: readonly Line[]} {
  const has = new Set(standing.lines);
  return {kept: lines.filter((line) => has.has(line)), added: lines.filter((line) => !has.has(line))};
}

/**
 * Does a step add to what stands and leave all the rest as it is? Only then is there something that another country can
 * join or comply with, or that goes together with other packages: easing and lifting are the sender's own.
 */
export function adds(step: Step, standing: Step): boolean {
  const {kept, added} = split(step, standing);
  return added.length > 0 && kept.length === standing.lines.length;
}

/** What a step adds. @throws incorrect `studies/nothing-to-join` */
function addedBy(step: Step, standing: Step): readonly Line[] {
  const {kept, added} = split(step, standing);
  if (adds(step, standing)) return added;
  const changed = standing.lines.length - kept.length;
  throw incorrect(
    "studies/nothing-to-join",
    changed === 0
      ? `nothing to join in ${step.id}: it adds nothing to what stands; name a step that does`
      : `nothing to join in ${step.id}: it takes away or changes ${changed} of what stands; name a step that only adds`
  );
}

/**
 * The coalition in which candidates do, one by one, what a step adds.
 *
 * @param joinedBy what a candidate brings, as `scenarioTask` has it for the step
 * @throws incorrect `studies/nothing-to-join`
 */
export function coalitionOf(
  step: Step,
  standing: Step,
  {senders, targets}: Parties,
  candidates: readonly string[],
  order: JoiningOrder,
  joinedBy: StepLines["joinedBy"]
): CoalitionSpec {
  const added = addedBy(step, standing);
  const founders = senders.map((country, at): Joiner => ({country, lines: at === 0 ? added : []}));
  return {
    targets,
    base: standing.lines,
    founders,
    candidates: candidates.map((country) => ({country, lines: joinedBy(country)})),
    order
  };
}

/**
 * The game of third countries that may do a share of what a step adds, or be cut off from its senders.
 *
 * @param joinedBy what a third country brings that does it in full, as `scenarioTask` has it for the step
 * @throws incorrect `studies/nothing-to-join`
 */
export function gameOf(
  economy: Economy,
  step: Step,
  standing: Step,
  {senders, targets}: Parties,
  thirds: readonly string[],
  joinedBy: StepLines["joinedBy"],
  shares: GameShares | ((country: string) => GameShares)
): SecondaryGame {
  addedBy(step, standing);
  return {senders, targets, base: step.lines, thirds: thirdsOf(economy, senders, joinedBy, thirds, shares)};
}

/** Steps as packages that can be combined: what each adds. @throws incorrect `studies/nothing-to-join` */
export const frontierOf = (
  steps: readonly Step[],
  standing: Step,
  {senders, targets}: Parties,
  mode: FrontierSpec["mode"]
): FrontierSpec => ({
  targets,
  senders,
  base: standing.lines,
  packages: steps.map((step) => ({id: step.id, title: step.title, lines: addedBy(step, standing)})),
  mode
});

/** States of the baseline that are no party, by their trade with the targets, largest first; regions and the rest of the world are none. */
export function outsiders(economy: Economy, {senders, targets}: Parties): string[] {
  const others = economy.countries.filter(
    (name) => /^[A-Z]{3}$/.test(name) && name !== "ROW" && !senders.includes(name) && !targets.includes(name)
  );
  const trade = new Map(others.map((name) => [name, tradeBetween(economy, [name], targets)]));
  return others.toSorted((a, b) => trade.get(b)! - trade.get(a)! || (a < b ? -1 : 1));
}

/**
 * What a scenario's file says of each third country in the game: the share of the measures that it takes on if it
 * complies, and the share of its trade with the senders that is closed if not.
 *
 * @param usual where the file says nothing, or 0, of one of the two
 */
export function gameShares(
  {secondary}: Pick<Scenario, "secondary">,
  usual: GameShares
): (country: string) => GameShares {
  const stated = new Map(secondary?.comply.map(({country, share}) => [country, share]));
  const cut = secondary !== null && centre(secondary.cutOff) > 0 ? cutFactor(secondary) : usual.cut;
  return (country) => {
    const share = stated.get(country) ?? 0;
    return {share: share > 0 ? times(share) : usual.share, cut};
  };
}

import type {Economy} from "../../trade/economy.ts";
import {adopted, tradeBetween} from "./adopted.ts";
import type {CoalitionSpec, Joiner, JoiningOrder} from "./coalition.ts";
import type {FrontierSpec} from "./frontier.ts";
import type {Factor, Line} from "./line.ts";
import type {Step} from "./pricer.ts";
import {type SecondaryGame, thirdsOf} from "./secondaryGame.ts";

/** The parties of a step, by the names of the baseline; where there are several targets, the first one's losses are the damage. */
export type Parties = {readonly senders: readonly string[]; readonly targets: readonly string[]};

/** What a step keeps of the reference and what it adds to it. */
export function split(
  {lines}: Step,
  reference: Step
): {readonly kept: readonly Line[]; readonly added: readonly Line[]} {
  const has = new Set(reference.lines);
  return {kept: lines.filter((line) => has.has(line)), added: lines.filter((line) => !has.has(line))};
}

/** The coalition in which candidates take on, one by one, what a step adds. */
export function coalitionOf(
  step: Step,
  reference: Step,
  {senders, targets}: Parties,
  candidates: readonly string[],
  order: JoiningOrder
): CoalitionSpec {
  const {kept, added} = split(step, reference);
  const joiner = (country: string): Joiner => ({
    country,
    lines: targets.flatMap((target) => adopted(added, {sender: senders[0]!, target, by: country}))
  });
  const founders = senders.map((country, at): Joiner => ({country, lines: at === 0 ? added : []}));
  return {target: targets[0]!, base: kept, founders, candidates: candidates.map(joiner), order};
}

/** The game of third countries that may take on a share of what a step adds, or be cut off from its sender. */
export function gameOf(
  economy: Economy,
  step: Step,
  reference: Step,
  {senders, targets}: Parties,
  thirds: readonly string[],
  shares: {readonly share: Factor; readonly cut: Factor}
): SecondaryGame {
  const [sender, target] = [senders[0]!, targets[0]!];
  const {added} = split(step, reference);
  return {
    sender,
    target,
    base: step.lines,
    thirds: thirdsOf(economy, {sender, target, lines: added}, thirds, shares)
  };
}

/** Steps as packages that can be combined: what each adds. */
export const frontierOf = (
  steps: readonly Step[],
  reference: Step,
  {senders, targets}: Parties,
  mode: FrontierSpec["mode"]
): FrontierSpec => ({
  target: targets[0]!,
  senders,
  base: reference.lines,
  packages: steps.map((step) => ({id: step.id, title: step.title, lines: split(step, reference).added})),
  mode
});

/** States of the baseline that are no party, by their trade with the target, largest first; regions and the rest of the world are none. */
export function outsiders(economy: Economy, {senders, targets}: Parties): string[] {
  const target = targets[0]!;
  const others = economy.countries.filter(
    (name) => /^[A-Z]{3}$/.test(name) && name !== "ROW" && !senders.includes(name) && !targets.includes(name)
  );
  const trade = new Map(others.map((name) => [name, tradeBetween(economy, name, target)]));
  return others.toSorted((a, b) => trade.get(b)! - trade.get(a)! || (a < b ? -1 : 1));
}

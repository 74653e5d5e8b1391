import {DRAWS} from "../casebook/scenario.ts";
import {type Area, areaOf} from "../casebook/scenarioCountries.ts";
import {incorrect} from "../errors.ts";
import type {DrawSet} from "../jobs/drawSet.ts";
import {type Pricer, pricer, type Step} from "../studies/price/pricer.ts";
import {type WhatItCosts, whatItCosts} from "../studies/whatItCosts.ts";
import type {Given} from "./command.ts";
import type {Effects} from "./effects.ts";
import type {Asked} from "./priceAsked.ts";
import {drawsOf} from "./priceDraws.ts";

/** Draws where neither an option nor a file says another number than usual: a draw of a coalition solves a world for each member. */
const USUAL_DRAWS = 50;

export const drawsAsked = ({scenario}: Asked, options: Given["options"]): number =>
  options["draws"] === undefined && scenario.draws === DRAWS ? USUAL_DRAWS : scenario.draws;

/** The pricer of a question's baseline and reference, for worlds that a study chooses itself. */
export const worldsOf = ({task, baseline}: Asked): Pricer => pricer({...task, steps: []}, baseline.economy);

/** The steps that a study has chosen, with bands over so many draws. */
export async function pricedSteps(
  {task, baseline, groups}: Asked,
  steps: readonly Step[],
  number: number,
  options: Given["options"],
  effects: Effects
): Promise<{readonly study: WhatItCosts; readonly welfareHat: readonly Float64Array[]}> {
  const own = {...task, steps};
  const draws: DrawSet =
    number === 0 ? {asked: 0, welfareHat: [], failed: []} : await drawsOf(own, number, baseline, options, effects);
  const study = whatItCosts(own, pricer(own, baseline.economy), groups, draws);
  return {study, welfareHat: draws.welfareHat.filter((draw) => draw !== null)};
}

/** Countries of the baseline as typed, separated by commas; null where the option is left out. @throws incorrect `cli/usage` */
export function countriesOf({baseline, parties}: Asked, typed: string | undefined, option: string): string[] | null {
  if (typed === undefined) return null;
  const countries = typed.split(",").flatMap((id) => {
    const area = areaOf(id.trim(), baseline.economy);
    if (typeof area === "string") throw incorrect("cli/usage", `invalid ${option}: ${area}`);
    return area.members;
  });
  const taken = countries.find(
    (name, at) => parties.senders.includes(name) || parties.targets.includes(name) || countries.indexOf(name) < at
  );
  if (taken !== undefined)
    throw incorrect("cli/usage", `invalid ${option}: ${taken} is sender or target, or stands twice; leave it out`);
  return countries;
}

/** Countries by the baseline's code, a union by its own. */
export const namesOf = (areas: readonly Area[]): string =>
  areas.map(({id, members}) => (members.length === 1 ? members[0] : id)).join(", ");

/** Typed arrays as lists, and worlds without their equilibrium and lines: what fits a page of JSON. */
export const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part) =>
      key === "equilibrium" || key === "lines" || key === "line" || key === "ordered"
        ? undefined
        : ArrayBuffer.isView(part)
          ? [...(part as Float64Array)]
          : part
    )
  );

export const showWorlds =
  (effects: Effects) =>
  (done: number, all: number): void =>
    effects.status(`worlds ${done} of at most ${all}`);

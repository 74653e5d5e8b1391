import {coalitionSteps, type JoiningOrder, coalition as joining} from "../studies/price/coalition.ts";
import {type EqualisingTransfers, equalisingTransfers} from "../studies/price/equalisingTransfers.ts";
import {coalitionOf, outsiders} from "../studies/price/fromStep.ts";
import {type Given, json, text} from "./command.ts";
import type {Effects} from "./effects.ts";
import {type Asked, aboutOf, priceJson, stepOf} from "./priceAsked.ts";
import {printAbout, printFailed, printTrace} from "./priceReport.ts";
import {countriesOf, drawsAsked, namesOf, plain, pricedSteps, showWorlds, worldsOf} from "./priceStrategy.ts";
import {printCoalition} from "./priceStudies.ts";
import {heading} from "./style.ts";
import {targetOf} from "./target.ts";

const orders: Readonly<Record<string, JoiningOrder>> = {trade: "trade", worth: "damagePerCost", given: "given"};

/** Members take on what a step adds, one by one: its own coalition, the countries named, or every state of the baseline. */
export async function coalition(asked: Asked, options: Given["options"], effects: Effects): Promise<void> {
  const {standing, joinedBy, parties, baseline, scenario, candidates} = asked;
  const step = stepOf(asked, options);
  const named = countriesOf(asked, text(options["members"]), "--members") ?? candidates;
  const members = named.length > 0 ? named : outsiders(baseline.economy, parties);
  const order = orders[text(options["order"]) ?? "trade"]!;
  const solved = worldsOf(asked);
  const spec = coalitionOf(step, standing, parties, members, order, joinedBy.get(step.id)!);
  const found = joining(solved, spec, {progress: showWorlds(effects)});
  effects.status("");
  const last = found.rows.findLast(({outcome}) => outcome.kind === "solved");
  const transfers: EqualisingTransfers =
    last === undefined
      ? {kind: "none", message: "no coalition has an equilibrium"}
      : equalisingTransfers(solved, last.step.lines, last.members);
  const {study} = await pricedSteps(asked, coalitionSteps(found), drawsAsked(asked, options), options, effects);
  if (options["json"] === true)
    effects.out(
      json({
        ...priceJson(asked, study, options["trace"] === true),
        coalition: plain(found),
        transfers: plain(transfers)
      })
    );
  else {
    if (options["trace"] === true) printTrace(study, effects);
    effects.out(heading(`${scenario.title}: who joins (${step.title})`, effects));
    printCoalition(found, study, {name: namesOf(scenario.targets), members: spec.targets}, transfers, effects);
    printFailed(study, effects);
    printAbout(aboutOf(asked), effects);
  }
  if (options["files"] !== false)
    await (await import("./priceFiles.ts")).writePrice(asked, study, "coalition", targetOf(options), effects);
}

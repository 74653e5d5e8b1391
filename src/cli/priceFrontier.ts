import {incorrect} from "../errors.ts";
import {adds, frontierOf} from "../studies/price/fromStep.ts";
import {frontierShares, frontierSteps, frontier as search} from "../studies/price/frontier.ts";
import {type Given, json} from "./command.ts";
import type {Effects} from "./effects.ts";
import {type Asked, aboutOf, priceJson} from "./priceAsked.ts";
import {printAbout, printFailed, printTrace} from "./priceReport.ts";
import {drawsAsked, namesOf, plain, pricedSteps, showWorlds, worldsOf} from "./priceStrategy.ts";
import {printFrontier} from "./priceStudies.ts";
import {heading} from "./style.ts";
import {targetOf} from "./target.ts";

/** What each tightening step adds is a package; alone and combined, by harm to the target and own cost. */
export async function frontier(asked: Asked, options: Given["options"], effects: Effects): Promise<void> {
  const {task, standing, parties, scenario} = asked;
  const adding = task.steps.filter((step) => adds(step, standing));
  if (adding.length === 0)
    throw incorrect(
      "cli/usage",
      "no step adds to what stands and leaves the rest as it is; --frontier compares such steps"
    );
  const spec = frontierOf(adding, standing, parties, options["combine"] === true ? "combinations" : "single");
  const solved = worldsOf(asked);
  const found = search(solved, spec, {progress: showWorlds(effects)});
  effects.status("");
  const steps = frontierSteps(found);
  const {study, welfareHat} = await pricedSteps(asked, steps, drawsAsked(asked, options), options, effects);
  const often = frontierShares(solved, spec, steps, welfareHat);
  const shares = new Map(steps.map(({id}, at) => [id, often[at]!]));
  if (options["json"] === true)
    effects.out(
      json({
        ...priceJson(asked, study, options["trace"] === true),
        frontier: plain(found),
        shareOfDrawsOnFrontier: Object.fromEntries(shares)
      })
    );
  else {
    if (options["trace"] === true) printTrace(study, effects);
    effects.out(heading(`${scenario.title}: harm against cost`, effects));
    printFrontier(
      found,
      shares,
      {
        sender: namesOf(scenario.senders),
        target: namesOf(scenario.targets)
      },
      effects
    );
    printFailed(study, effects);
    printAbout(aboutOf(asked), effects);
  }
  if (options["files"] !== false)
    await (await import("./priceFiles.ts")).writePrice(asked, study, "frontier", targetOf(options), effects);
}

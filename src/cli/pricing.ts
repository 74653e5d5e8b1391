import {pricer} from "../studies/price/pricer.ts";
import {whatItCosts} from "../studies/whatItCosts.ts";
import {type Given, json} from "./command.ts";
import type {Effects} from "./effects.ts";
import {aboutOf, askedOf, priceJson} from "./priceAsked.ts";
import {drawsOf, threadsOf} from "./priceDraws.ts";
import type {PriceMode} from "./priceOptions.ts";
import {questionOf} from "./priceQuestion.ts";
import {printPrice, printTrace} from "./priceReport.ts";
import {FIRST_FILE, priceFolder} from "./priceTarget.ts";
import {requireFree, targetOf} from "./target.ts";

/** Answers `thaw price`: what is asked is checked before anything is solved, and files are refused before draws are made. */
export async function price(
  name: string,
  mode: PriceMode | null,
  options: Given["options"],
  effects: Effects
): Promise<void> {
  threadsOf(options);
  const question = questionOf(name, options, effects);
  const target = targetOf(options);
  const isWritten = options["files"] !== false;
  if (isWritten && mode !== "game")
    requireFree(priceFolder(question.id, mode ?? "steps"), [FIRST_FILE], target, effects);
  const asked = askedOf(question, mode);
  if (mode === "coalition") return (await import("./priceCoalition.ts")).coalition(asked, options, effects);
  if (mode === "game") return (await import("./priceGame.ts")).game(asked, options, effects);
  if (mode === "frontier") return (await import("./priceFrontier.ts")).frontier(asked, options, effects);
  const {task, groups, scenario, baseline} = asked;
  const solved = pricer(task, baseline.economy);
  const draws = await drawsOf(task, scenario.draws, baseline, options, effects);
  const study = whatItCosts(task, solved, groups, draws);
  if (options["json"] === true) effects.out(json(priceJson(asked, study, options["trace"] === true)));
  else {
    if (options["trace"] === true) printTrace(study, effects);
    printPrice(study, aboutOf(asked), effects);
  }
  if (isWritten) await (await import("./priceFiles.ts")).writePrice(asked, study, mode ?? "steps", target, effects);
}

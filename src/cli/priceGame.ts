import {gameOf, outsiders, split} from "../studies/price/fromStep.ts";
import {times} from "../studies/price/line.ts";
import {gainFromComplying, secondaryGame, thirdsOf} from "../studies/price/secondaryGame.ts";
import {switchingPoint} from "../studies/price/switchingPoint.ts";
import {type Given, json, text} from "./command.ts";
import type {Effects} from "./effects.ts";
import {type Asked, aboutOf, priceJson, stepOf} from "./priceAsked.ts";
import {shareOf} from "./priceQuestion.ts";
import {printAbout} from "./priceReport.ts";
import {countriesOf, plain, pricedSteps, showWorlds, worldsOf} from "./priceStrategy.ts";
import {printGame} from "./priceStudies.ts";
import {heading} from "./style.ts";

/** Players where nobody names them: those who trade most with the target. */
const PLAYERS = 5;
/** Shares between which a player's choice is searched for a change; at 0 nothing is closed, and at 1 nothing is left. */
const [LEAST, MOST] = [0.001, 0.99];

/** Third countries take on a share of what a step adds, or lose a share of their trade with the sender. */
export async function game(asked: Asked, options: Given["options"], effects: Effects): Promise<void> {
  const {task, parties, baseline, scenario} = asked;
  const {economy} = baseline;
  const step = stepOf(asked, options);
  const typed = countriesOf(asked, text(options["third"]), "--third");
  const named = typed ?? scenario.thirds.flatMap(({members}) => members);
  const players = named.length > 0 ? named : outsiders(economy, parties).slice(0, PLAYERS);
  const [share, cut] = [shareOf(options, "comply") ?? 1, shareOf(options, "cutOff") ?? 0.2];
  const solved = worldsOf(asked);
  const spec = gameOf(economy, step, task.reference, parties, players, {share: times(share), cut: times(cut)});
  const result = secondaryGame(solved, spec, {progress: showWorlds(effects)});
  effects.status("");
  const {sender, target} = spec;
  const lines = split(step, task.reference).added;
  const switching = players.map((country, i) => {
    const others = result.equilibria[0]?.profile.complying.filter((name) => name !== country) ?? [];
    const gainAt = (cutTo: number): number => {
      const own = thirdsOf(economy, {sender, target, lines}, [country], {share: times(share), cut: times(cutTo)});
      return gainFromComplying(solved, {...spec, thirds: spec.thirds.with(i, own[0]!)}, country, others);
    };
    return {country, point: switchingPoint(gainAt, LEAST, MOST)};
  });
  if (options["json"] === true) {
    const {study} = await pricedSteps(asked, [step], {...options, draws: "0"}, effects);
    effects.out(json({...priceJson(asked, study, options["trace"] === true), game: plain(result), switching}));
    return;
  }
  effects.out(heading(`${scenario.title}: who complies with ${step.title}`, effects));
  const percent = (value: number) => `${Number((100 * value).toFixed(2))} %`;
  printGame(result, switching, {sender, target, cut: percent(cut), share: percent(share)}, effects);
  printAbout(aboutOf(asked), effects);
}

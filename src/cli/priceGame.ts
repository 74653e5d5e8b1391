import {gameOf, gameShares, outsiders} from "../studies/price/fromStep.ts";
import {central, times} from "../studies/price/line.ts";
import {pricer} from "../studies/price/pricer.ts";
import {type GameShares, gainFromComplying, secondaryGame, thirdsOf} from "../studies/price/secondaryGame.ts";
import {exposure, type SwitchingPoint, switchingPoint, withScaledTrade} from "../studies/price/switchingPoint.ts";
import {type Given, json, text} from "./command.ts";
import type {Effects} from "./effects.ts";
import {type Asked, aboutOf, priceJson, stepOf} from "./priceAsked.ts";
import {shareOf} from "./priceQuestion.ts";
import {printAbout, printTrace} from "./priceReport.ts";
import {countriesOf, namesOf, plain, pricedSteps, showWorlds, worldsOf} from "./priceStrategy.ts";
import {printGame} from "./priceStudies.ts";
import {heading} from "./style.ts";

/** Players where nobody names them: those who trade most with the target. */
const PLAYERS = 5;
/** Of what a step adds, and of trade with the sender, where neither options nor scenario say. */
const [SHARE, CUT] = [1, 0.2];
/** Shares between which a player's choice is searched for a change; at 0 nothing is closed, and at 1 nothing is left. */
const [LEAST, MOST] = [0.001, 0.99];
/** How many times larger or smaller a player's trade with the target is made, and how finely the change is searched. */
const [WIDEST, COARSE] = [20, 1e-3];

/** Third countries take on a share of what a step adds, or lose a share of their trade with the sender. */
export async function game(asked: Asked, options: Given["options"], effects: Effects): Promise<void> {
  const {standing, joinedBy, parties, baseline, scenario} = asked;
  const {economy} = baseline;
  const step = stepOf(asked, options);
  const typed = countriesOf(asked, text(options["third"]), "--third");
  const named = typed ?? scenario.thirds.flatMap(({members}) => members);
  const players = named.length > 0 ? named : outsiders(economy, parties).slice(0, PLAYERS);
  const [share, cut] = [shareOf(options, "comply"), shareOf(options, "cutOff")];
  const stated = gameShares(asked, {share: times(share ?? SHARE), cut: times(cut ?? CUT)});
  const shares = (country: string): GameShares => ({
    share: share === null ? stated(country).share : times(share),
    cut: cut === null ? stated(country).cut : times(cut)
  });
  const solved = worldsOf(asked);
  const joined = joinedBy.get(step.id)!;
  const spec = gameOf(economy, step, standing, parties, players, joined, shares);
  const result = secondaryGame(solved, spec, {progress: showWorlds(effects)});
  effects.status("");
  const switching = players.map((country, i) => {
    const others = result.equilibria[0]?.profile.complying.filter((name) => name !== country) ?? [];
    const gainAt = (cutTo: number): number => {
      const own = thirdsOf(economy, parties.senders, joined, [country], {
        share: shares(country).share,
        cut: times(cutTo)
      });
      return gainFromComplying(solved, {...spec, thirds: spec.thirds.with(i, own[0]!)}, country, others);
    };
    /** With the trade between the country and the targets that many times as large. */
    const gainScaled = (factor: number): number => {
      const scaled = parties.targets.reduce((own, target) => withScaledTrade(own, country, target, factor), economy);
      effects.status(`${country}: exposure times ${factor.toPrecision(3)}`);
      return gainFromComplying(pricer({...asked.task, steps: []}, scaled), spec, country, others);
    };
    const exposed = exposure(economy, country, parties.senders, parties.targets);
    const byExposure =
      options["exposure"] === true
        ? switchingPoint((log) => gainScaled(Math.exp(log)), -Math.log(WIDEST), Math.log(WIDEST), COARSE)
        : null;
    return {
      country,
      exposure: exposed,
      byCut: switchingPoint(gainAt, LEAST, MOST),
      byExposure: byExposure === null ? null : inExposure(byExposure, exposed)
    };
  });
  effects.status("");
  const {study} = await pricedSteps(asked, [step], 0, options, effects);
  if (options["json"] === true) {
    effects.out(json({...priceJson(asked, study, options["trace"] === true), game: plain(result), switching}));
    return;
  }
  if (options["trace"] === true) printTrace(study, effects);
  effects.out(heading(`${scenario.title}: who complies (${step.title})`, effects));
  const [sender, target] = [namesOf(scenario.senders), namesOf(scenario.targets)];
  const terms = players.map((country) => {
    const {share, cut} = shares(country);
    return {country, share: central(share), cut: central(cut)};
  });
  printGame(result, switching, {sender, target, terms}, effects);
  printAbout(aboutOf(asked), effects);
}

/** A point found in the logarithm of a factor, as an exposure. */
function inExposure(point: SwitchingPoint, exposed: number): SwitchingPoint {
  return "at" in point ? {...point, at: exposed * Math.exp(point.at)} : point;
}

import {incorrect} from "../../errors.ts";
import type {Economy} from "../../trade/economy.ts";
import {adopted, checkDistinct, cutOff, placeOf} from "./adopted.ts";
import type {StudyOptions} from "./coalition.ts";
import {bestResponses, type Choice, isEquilibrium, type Play, play, type Search, type Stance} from "./gamePlay.ts";
import type {Factor, Line} from "./line.ts";
import type {Outcome, Pricer} from "./pricer.ts";
import {GRAIN, lossOf} from "./worth.ts";

/** A third country: what holds on it if it complies with the sender, and what if the sender cuts it off. */
export type Third = {readonly country: string; readonly complies: readonly Line[]; readonly punished: readonly Line[]};

export type SecondaryGame = {
  readonly sender: string;
  readonly target: string;
  /** What holds whatever third countries do: the lines of the reference, and the sender's measures on the target. */
  readonly base: readonly Line[];
  /** The players. */
  readonly thirds: readonly Third[];
};

/** One choice of every player, and what it comes to. */
export type Profile = {
  /** [players] */
  readonly choices: readonly Choice[];
  readonly complying: readonly string[];
  readonly outcome:
    | {readonly kind: "solved"; readonly welfareHat: Float64Array; readonly losses: GameLosses}
    | {readonly kind: "none"; readonly message: string};
};

/** Million USD a year of the baseline, beside the reference; below 0 is a gain. */
export type GameLosses = {
  readonly sender: number;
  readonly target: number;
  /** In the order of the players. */
  readonly thirds: readonly number[];
};

/** What a player compares, the choices of the others given; changes of its real consumption beside the reference. */
export type PlayerRow = {
  /** Who else complies. */
  readonly othersComplying: readonly string[];
  /** null where the model has no equilibrium. */
  readonly ifComplies: number | null;
  readonly ifDefies: number | null;
  /** null where either is. */
  readonly best: Choice | "either" | null;
};

export type PlayerTable = {
  readonly country: string;
  /** By profile of the others; all of them, or those that the search has met. */
  readonly rows: readonly PlayerRow[];
  /** The choice that is strictly better whatever the others do; null where there is none or rows are missing. */
  readonly dominant: Choice | null;
};

/** The sender's threat on one player in an equilibrium: it compares punishing with sparing it, were it to defy. */
export type Threat = {
  readonly country: string;
  /** Whether the player defies in the equilibrium, so that the threat is carried out. */
  readonly isCarriedOut: boolean;
  /** What the sender loses by cutting the player off rather than letting it defy, million USD; null without an equilibrium of the model. */
  readonly costToSender: number | null;
  /** Whether the sender loses nothing by it; null likewise. */
  readonly isCredible: boolean | null;
  /** What the player's complying rather than defying unpunished adds to the target's loss, million USD; null likewise. */
  readonly damageGained: number | null;
};

export type GameEquilibrium = {readonly profile: Profile; readonly threats: readonly Threat[]};

export type GameResult = {
  readonly players: readonly string[];
  /** Nobody complies and nobody is punished: what the sender's measures do alone. */
  readonly unthreatened: Outcome;
  /** All 2ᵏ by binary number, the first player's choice the lowest bit and complying 1; or those that the search has met. */
  readonly profiles: readonly Profile[];
  /** The pure Nash equilibria: all of them, or those that the search has found. */
  readonly equilibria: readonly GameEquilibrium[];
  readonly tables: readonly PlayerTable[];
  /** null where every profile is solved. */
  readonly searches: readonly Search[] | null;
  readonly notes: readonly string[];
};

/** Players up to which every profile is solved. */
export const MOST_PLAYERS = 10;

/**
 * Worlds that `secondaryGame` solves, and up to as many more as it has players for the threats of each equilibrium: at 44 × 14 each takes some 10 ms, so ten players take about
 * ten seconds. Undefined beyond `MOST_PLAYERS`, where it depends on the search.
 */
export const gameWorlds = ({thirds: {length}}: SecondaryGame): number | undefined =>
  length > MOST_PLAYERS ? undefined : 1 + 2 ** length;

/**
 * Third countries that comply with `share` of the sender's own measures on the target, or lose `cut` of all their trade
 * with the sender, finance among it where the baseline has it as a sector.
 */
export function thirdsOf(
  economy: Economy,
  {sender, target, lines}: {readonly sender: string; readonly target: string; readonly lines: readonly Line[]},
  countries: readonly string[],
  {share, cut}: {readonly share: Factor; readonly cut: Factor}
): Third[] {
  return countries.map((country) => ({
    country,
    complies: adopted(lines, {sender, target, by: country, share}),
    punished: [cutOff(economy, sender, country, cut)]
  }));
}

/**
 * Secondary sanctions as a game: each third country complies with the sender's measures or is cut off by it. A payoff is
 * the real consumption of the model's world with everybody's choices in it. A choice is better if it is so by more than
 * `GRAIN` of consumption; else the player is indifferent and both are best responses. A profile whose world has no
 * equilibrium in the model is none of the game, and no player is taken to deviate to it.
 *
 * Up to `MOST_PLAYERS` players every profile is solved. With more, best responses are followed in the order of the
 * players' codes, from all comply and from none, until nobody changes or a round repeats: it may miss equilibria.
 *
 * @throws incorrect `studies/no-players`, `studies/country-place`, `studies/country-twice`, and what `shockOf` throws
 * @see docs/methods/secondary-sanctions.md
 */
export function secondaryGame(pricer: Pricer, game: SecondaryGame, {draw, progress}: StudyOptions = {}): GameResult {
  const {sender, target, base, thirds} = game;
  if (thirds.length === 0)
    throw incorrect(
      "studies/no-players",
      "no third country in the game; name at least one that is sender and target of nothing"
    );
  const players = thirds.map(({country}) => country);
  checkDistinct(pricer.economy, [sender, target, ...players]);
  const worlds = pricer.worlds(draw);
  const known = new Map<string, Outcome>();
  const outcomeOf = (stances: readonly Stance[]): Outcome => {
    const key = stances.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const outcome = worlds([...base, ...thirds.flatMap((third, i) => linesFor(third, stances[i]!))]);
    known.set(key, outcome);
    progress?.(known.size, Math.max(gameWorlds(game) ?? 0, known.size));
    return outcome;
  };
  const places = players.map((name) => placeOf(pricer.economy, name));
  const played = play(players, (choices, i) => {
    const outcome = outcomeOf(choices);
    return outcome.kind === "none" ? null : outcome.welfareHat[places[i]!]! - 1;
  });
  const unthreatened = outcomeOf(players.map(() => "spared"));
  const every = thirds.length <= MOST_PLAYERS ? allProfiles(thirds.length) : null;
  const searches = every === null ? (["comply", "defy"] as const).map((from) => bestResponses(played, from)) : null;
  const met = every ?? played.met();
  const ends = searches?.filter(({end}) => end === "equilibrium").map(({choices}) => choices.join());
  const profiles = met.map((choices) => profileOf(pricer, game, choices, outcomeOf(choices)));
  const equilibria = profiles
    .filter(
      ({choices, outcome}) =>
        outcome.kind === "solved" && (ends?.includes(choices.join()) ?? isEquilibrium(played, choices))
    )
    .map((profile) => ({profile, threats: players.map((_, i) => threatOf(pricer, game, profile, i, outcomeOf))}));
  return {
    players,
    unthreatened,
    profiles,
    equilibria,
    tables: players.map((_, i) => tableOf(played, players, met, i, every !== null)),
    searches,
    notes: notesOf(profiles, equilibria.length, searches)
  };
}

const linesFor = ({complies, punished}: Third, stance: Stance): readonly Line[] =>
  stance === "comply" ? complies : stance === "defy" ? punished : [];

const allProfiles = (k: number): Choice[][] =>
  Array.from({length: 2 ** k}, (_, number) =>
    Array.from({length: k}, (_, i): Choice => ((number >> i) & 1 ? "comply" : "defy"))
  );

const complyingOf = (players: readonly string[], choices: readonly Choice[]): string[] =>
  players.filter((_, i) => choices[i] === "comply");

function profileOf(
  {economy, spending}: Pricer,
  {sender, target, thirds}: SecondaryGame,
  choices: readonly Choice[],
  outcome: Outcome
): Profile {
  const players = thirds.map(({country}) => country);
  const complying = complyingOf(players, choices);
  if (outcome.kind === "none") return {choices, complying, outcome};
  const {welfareHat} = outcome;
  const lost = (country: string) => lossOf(spending, [placeOf(economy, country)], welfareHat);
  const losses = {sender: lost(sender), target: lost(target), thirds: players.map(lost)};
  return {choices, complying, outcome: {kind: "solved", welfareHat, losses}};
}

/** The table of one player over the profiles of the others, those met that have both of its choices. */
function tableOf(
  played: Play,
  players: readonly string[],
  met: readonly (readonly Choice[])[],
  i: number,
  isComplete: boolean
): PlayerTable {
  const keys = new Set(met.map(String));
  const rows = met
    .filter((choices) => choices[i] === "defy" && keys.has(String(choices.with(i, "comply"))))
    .map((choices): PlayerRow => {
      const [ifComplies, ifDefies] = [played.payoff(choices.with(i, "comply"), i), played.payoff(choices, i)];
      return {othersComplying: complyingOf(players, choices), ifComplies, ifDefies, best: played.best(choices, i)};
    });
  const first = rows[0]?.best;
  const isDominant = isComplete && (first === "comply" || first === "defy") && rows.every(({best}) => best === first);
  return {country: players[i]!, rows, dominant: isDominant ? first : null};
}

function threatOf(
  {economy, spending}: Pricer,
  {sender, target, thirds}: SecondaryGame,
  {choices}: Profile,
  i: number,
  outcomeOf: (stances: readonly Stance[]) => Outcome
): Threat {
  const stances: readonly Stance[] = choices;
  const [country, isCarriedOut] = [thirds[i]!.country, choices[i] === "defy"];
  const lost = (who: string, to: Stance): number | null => {
    const [after, before] = [outcomeOf(stances.with(i, to)), outcomeOf(stances.with(i, "spared"))];
    if (after.kind === "none" || before.kind === "none") return null;
    return lossOf(spending, [placeOf(economy, who)], after.welfareHat, before.welfareHat);
  };
  const costToSender = lost(sender, "defy");
  const isCredible = costToSender === null ? null : costToSender <= 0;
  return {country, isCarriedOut, costToSender, isCredible, damageGained: lost(target, "comply")};
}

function notesOf(profiles: readonly Profile[], found: number, searches: readonly Search[] | null): string[] {
  const notes: string[] = [];
  const without = profiles.filter(({outcome}) => outcome.kind === "none").length;
  if (without > 0)
    notes.push(
      `${without} of ${profiles.length} profiles have no equilibrium in the model and are left out of the game`
    );
  if (searches !== null)
    notes.push(
      `more than ${MOST_PLAYERS} players: best responses were followed from all comply and from none; other equilibria may exist`
    );
  else if (found === 0) notes.push("no equilibrium in pure strategies: some player gains by changing in every profile");
  return notes;
}

/**
 * What a player gains by complying rather than being cut off, as a change of its real consumption, the choices of the
 * others given: above 0 it complies. NaN where the model has no equilibrium for either.
 *
 * @param othersComplying the other players who comply; the rest defies
 */
export function gainFromComplying(
  pricer: Pricer,
  {base, thirds}: SecondaryGame,
  country: string,
  othersComplying: readonly string[],
  {draw}: {readonly draw?: number} = {}
): number {
  const worlds = pricer.worlds(draw);
  const at = placeOf(pricer.economy, country);
  const change = (own: Choice): number => {
    const outcome = worlds([
      ...base,
      ...thirds.flatMap((third) => {
        const choice = third.country === country ? own : othersComplying.includes(third.country) ? "comply" : "defy";
        return linesFor(third, choice);
      })
    ]);
    return outcome.kind === "none" ? Number.NaN : outcome.welfareHat[at]! - 1;
  };
  const gain = change("comply") - change("defy");
  return Math.abs(gain) <= GRAIN ? 0 : gain;
}

import {incorrect} from "../../errors.ts";
import type {Economy} from "../../trade/economy.ts";
import {checkDistinct, cutOff, placeOf, placesOf} from "./adopted.ts";
import type {StudyOptions} from "./coalition.ts";
import {bestResponses, type Choice, isEquilibrium, type Play, play, type Search, type Stance} from "./gamePlay.ts";
import type {Factor, Line} from "./line.ts";
import type {Outcome, Pricer} from "./pricer.ts";
import {scaleLine} from "./rules/packages.ts";
import {GRAIN, lossOf} from "./worth.ts";

/** A third country: what holds on it if it complies with the senders, and what if they cut it off. */
export type Third = {readonly country: string; readonly complies: readonly Line[]; readonly punished: readonly Line[]};

export type SecondaryGame = {
  /** Losses of several senders, and of several targets, count together. */
  readonly senders: readonly string[];
  readonly targets: readonly string[];
  /** What holds whatever third countries do: the lines of the reference, and the senders' measures on the targets. */
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
  /** Of all senders. */
  readonly sender: number;
  /** Of all targets. */
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

/** The senders' threat on one player in an equilibrium: they compare punishing with sparing it, were it to defy. */
export type Threat = {
  readonly country: string;
  /** Whether the player defies in the equilibrium, so that the threat is carried out. */
  readonly isCarriedOut: boolean;
  /** What the senders lose by cutting the player off rather than letting it defy, million USD; null without an equilibrium of the model. */
  readonly costToSender: number | null;
  /** Whether the senders lose nothing by it; null likewise. */
  readonly isCredible: boolean | null;
  /** What the player's complying rather than defying unpunished adds to the targets' loss, million USD; null likewise. */
  readonly damageGained: number | null;
};

export type GameEquilibrium = {readonly profile: Profile; readonly threats: readonly Threat[]};

export type GameResult = {
  readonly players: readonly string[];
  /** Nobody complies and nobody is punished: what the senders' measures do alone. */
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

/** Share of the senders' measures that a third country takes on if it complies, and of trade with them that it loses if not. */
export type GameShares = {readonly share: Factor; readonly cut: Factor};

/**
 * Third countries that comply with a share of what the senders do, or lose a share of all their trade with each sender,
 * finance among it where the baseline has it as a sector.
 *
 * @param joinedBy what holds on a country that does in full what the senders do
 * @param shares the same for all, or by country
 */
export function thirdsOf(
  economy: Pick<Economy, "sectors">,
  senders: readonly string[],
  joinedBy: (country: string) => readonly Line[],
  countries: readonly string[],
  shares: GameShares | ((country: string) => GameShares)
): Third[] {
  return countries.map((country) => {
    const {share, cut} = typeof shares === "function" ? shares(country) : shares;
    return {
      country,
      complies: joinedBy(country).map((line) => scaleLine(line, share)),
      punished: senders.map((sender) => cutOff(economy, sender, country, cut))
    };
  });
}

/**
 * Secondary sanctions as a game: each third country complies with the senders' measures or is cut off by them. A payoff is
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
  const {senders, targets, base, thirds} = game;
  if (thirds.length === 0)
    throw incorrect(
      "studies/no-players",
      "no third country in the game; name at least one that is sender and target of nothing"
    );
  const players = thirds.map(({country}) => country);
  checkDistinct(pricer.economy, [...senders, ...targets, ...players]);
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
  const places = placesOf(pricer.economy, players);
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
  {senders, targets, thirds}: SecondaryGame,
  choices: readonly Choice[],
  outcome: Outcome
): Profile {
  const players = thirds.map(({country}) => country);
  const complying = complyingOf(players, choices);
  if (outcome.kind === "none") return {choices, complying, outcome};
  const {welfareHat} = outcome;
  const lost = (names: readonly string[]) => lossOf(spending, placesOf(economy, names), welfareHat);
  const losses = {sender: lost(senders), target: lost(targets), thirds: players.map((name) => lost([name]))};
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
  {senders, targets, thirds}: SecondaryGame,
  {choices}: Profile,
  i: number,
  outcomeOf: (stances: readonly Stance[]) => Outcome
): Threat {
  const stances: readonly Stance[] = choices;
  const [country, isCarriedOut] = [thirds[i]!.country, choices[i] === "defy"];
  const lost = (who: readonly string[], to: Stance): number | null => {
    const [after, before] = [outcomeOf(stances.with(i, to)), outcomeOf(stances.with(i, "spared"))];
    if (after.kind === "none" || before.kind === "none") return null;
    return lossOf(spending, placesOf(economy, who), after.welfareHat, before.welfareHat);
  };
  const costToSender = lost(senders, "defy");
  const isCredible = costToSender === null ? null : costToSender <= 0;
  return {country, isCarriedOut, costToSender, isCredible, damageGained: lost(targets, "comply")};
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

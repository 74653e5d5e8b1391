import {basename} from "node:path";
import {type OpenedBaseline, openBaseline} from "../casebook/baselines.ts";
import type {Case} from "../casebook/case.ts";
import {livesOf} from "../casebook/livesOf.ts";
import {isScenarioFile, openScenario} from "../casebook/openScenario.ts";
import {DRAWS, type Scenario, SEED} from "../casebook/scenario.ts";
import {type Area, areaOf} from "../casebook/scenarioCountries.ts";
import {incorrect} from "../errors.ts";
import {exact} from "../numeric/uncertain.ts";
import type {Life} from "../sanctions/life.ts";
import {DEFAULT_ELASTICITIES, elasticitySet} from "../trade/elasticitySets.ts";
import {type Given, text} from "./command.ts";
import type {Effects} from "./effects.ts";
import {dayAsked, openRecord} from "./openRecord.ts";
import {type closures, flagOf} from "./priceOptions.ts";

/** What is to be priced, and with what. */
export type PriceQuestion = {
  /** The case, or the scenario's file without its ending: for names of folders. */
  readonly id: string;
  readonly scenario: Scenario;
  readonly record: {readonly one: Case; readonly lives: readonly Life[]} | null;
  readonly baseline: OpenedBaseline;
};

export const DEFAULT_BASELINE = "wiod2014-44x14";

type Options = Given["options"];

/** Options that a scenario's file answers itself. */
const inTheFile = ["baseline", "elasticities", "closure", "day", "third", "retaliation", "against"] as const;

/** A scenario's file with its own steps, or a case, whose steps the command finds. @throws incorrect `cli/usage` and what opening throws */
export function questionOf(name: string, options: Options, effects: Effects): PriceQuestion {
  return isScenarioFile(name) ? fromFile(name, options, effects) : fromCase(name, options, effects);
}

function fromFile(name: string, options: Options, {cwd}: Effects): PriceQuestion {
  const unheard = inTheFile.find((key) => options[key] !== undefined);
  if (unheard !== undefined)
    throw incorrect("cli/usage", `${flagOf(unheard)} with a scenario; write it in ${name}, which says it for itself`);
  const {scenario, record, baseline} = openScenario(name, cwd);
  const numbers = {...whole(options, "seed"), ...whole(options, "draws")};
  return {
    id: basename(name).replace(/\.ya?ml$/, ""),
    scenario: {...scenario, ...numbers},
    record: record === null ? null : {one: record, lives: livesOf(record)},
    baseline
  };
}

function fromCase(name: string, options: Options, effects: Effects): PriceQuestion {
  const record = openRecord(name, effects);
  const {one} = record;
  const baselineName = text(options["baseline"]) ?? DEFAULT_BASELINE;
  const baseline = openBaseline(baselineName, effects.cwd);
  const elasticities = text(options["elasticities"]) ?? DEFAULT_ELASTICITIES;
  elasticitySet(elasticities);
  const [sender, target] = [sideOf("sender", one, baseline), sideOf("target", one, baseline)];
  const thirds = (text(options["third"])?.split(",") ?? []).map((id) => third(id.trim(), baseline));
  const twice = thirds.find(({members}) => members.some((one) => [...sender.members, ...target.members].includes(one)));
  if (twice !== undefined) throw incorrect("cli/usage", `invalid --third: ${twice.id} is sender or target already`);
  const again = thirds.find(({members}, at) =>
    thirds.slice(0, at).some((other) => other.members.some((one) => members.includes(one)))
  );
  if (again !== undefined) throw incorrect("cli/usage", `invalid --third: ${again.id} stands twice; name it once`);
  const retaliation = shareOf(options, "retaliation");
  const scenario: Scenario = {
    title: one.title,
    case: one.id,
    day: dayAsked(text(options["day"]), "--day", record, effects),
    baseline: baselineName,
    elasticities,
    closure: {kind: (text(options["closure"]) ?? "balanced") as (typeof closures)[number]},
    seed: SEED,
    draws: DRAWS,
    ...whole(options, "seed"),
    ...whole(options, "draws"),
    against: options["against"] === "baseline" ? "baseline" : "standing",
    senders: [sender],
    targets: [target],
    coalition: [],
    retaliation: retaliation === null ? null : {by: target.members, mirror: exact(retaliation), wedges: []},
    secondary: null,
    thirds,
    steps: []
  };
  return {id: one.id, scenario, record, baseline};
}

/** A party of a case by its ISO code or, where it has none, by its id. */
function sideOf(role: "sender" | "target", one: Case, {economy}: OpenedBaseline): Area {
  const {name, iso2, iso3} = one.parties.find(({id}) => id === one[role])!;
  const code = iso2 ?? iso3;
  const area = areaOf(code ?? one[role], economy);
  if (typeof area !== "string") return area;
  const own = code === undefined ? `, as ${one[role]}, or give it an iso2 in parties.yaml` : "";
  throw incorrect(
    "cli/party-not-there",
    `${name}, ${role} of ${one.id}, does not stand in ${economy.name}; name a baseline that has it with thaw price --baseline${own}`
  );
}

function third(id: string, {economy}: OpenedBaseline): Area {
  const area = areaOf(id, economy);
  if (typeof area === "string") throw incorrect("cli/usage", `invalid --third: ${area}`);
  return area;
}

/** The most that a whole number may be; every draw of a task is kept in memory. */
const MOST = {seed: 999_999_999, draws: 100_000} as const;

/** A whole number from 0 as typed; nothing where the option is left out. */
function whole(options: Options, key: keyof typeof MOST): Partial<Record<typeof key, number>> {
  const typed = text(options[key]);
  if (typed === undefined) return {};
  if (/^\d{1,9}$/.test(typed) && Number(typed) <= MOST[key]) return {[key]: Number(typed)};
  throw incorrect("cli/usage", `invalid --${key}: ${typed}; write a whole number from 0 to ${MOST[key]}`);
}

/** A share as typed, 0.5 or 50%; null where the option is left out. */
export function shareOf(options: Options, key: string): number | null {
  const typed = text(options[key]);
  if (typed === undefined) return null;
  const share = typed.endsWith("%") ? Number(typed.slice(0, -1)) / 100 : Number(typed);
  if (typed.trim() !== "" && share >= 0 && share <= 1) return share;
  throw incorrect("cli/usage", `invalid ${flagOf(key)}: ${typed}; write a share from 0 to 1, or 0% to 100%`);
}

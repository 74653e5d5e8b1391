import {basename} from "node:path";
import {caseScenario} from "../answers/caseScenario.ts";
import type {OpenRecord} from "../answers/record.ts";
import {type OpenedBaseline, openBaseline} from "../casebook/baselines.ts";
import {livesOf} from "../casebook/livesOf.ts";
import {isScenarioFile, openScenario} from "../casebook/openScenario.ts";
import {DEFAULT_BASELINE, DRAWS, type Scenario} from "../casebook/scenario.ts";
import {incorrect} from "../errors.ts";
import type {plainClosures} from "../trade/closure.ts";
import {DEFAULT_ELASTICITIES, elasticitySet} from "../trade/elasticitySets.ts";
import {type Given, text} from "./command.ts";
import type {Effects} from "./effects.ts";
import {dayAsked, openRecord} from "./openRecord.ts";
import {flagOf} from "./priceOptions.ts";

/** What is to be priced, and with what. */
export type PriceQuestion = {
  /** The case, or the scenario's file without its ending: for names of folders. */
  readonly id: string;
  readonly scenario: Scenario;
  readonly record: OpenRecord | null;
  readonly baseline: OpenedBaseline;
};

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
  const named = text(options["baseline"]) ?? DEFAULT_BASELINE;
  const baseline = openBaseline(named, effects.cwd);
  const elasticities = text(options["elasticities"]) ?? DEFAULT_ELASTICITIES;
  elasticitySet(elasticities);
  const asked = {
    day: dayAsked(text(options["day"]), "--day", record, effects),
    baseline: named,
    elasticities,
    closure: text(options["closure"]) as (typeof plainClosures)[number] | undefined,
    against: text(options["against"]) as Scenario["against"] | undefined,
    thirds: text(options["third"])
      ?.split(",")
      .map((id) => id.trim()),
    retaliation: shareOf(options, "retaliation") ?? undefined,
    draws: DRAWS,
    ...whole(options, "seed"),
    ...whole(options, "draws")
  };
  return {id: one.id, scenario: caseScenario(record, baseline, asked, "--third"), record, baseline};
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

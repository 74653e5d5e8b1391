import {ThawError} from "../errors.ts";
import type {Economy} from "../trade/economy.ts";
import type {Case} from "./case.ts";
import {type Problem, sortProblems} from "./problem.ts";
import type {Scenario} from "./scenario.ts";
import {findConflicts} from "./scenarioConflicts.ts";
import {
  readClosure,
  readDay,
  readElasticities,
  readRetaliation,
  readSecondary,
  readSides,
  readThirds
} from "./scenarioHead.ts";
import type {Reading} from "./scenarioReading.ts";
import {type ScenarioFile, scenarioSchema} from "./scenarioSchema.ts";
import {readStep} from "./scenarioSteps.ts";
import {readYaml, type YamlFile} from "./yamlFile.ts";

/** How a scenario's names become what they mean; both throw a ThawError for a name that means nothing. */
export type Lookups = {readonly baseline: (name: string) => Economy; readonly case: (name: string) => Case};

/**
 * Reads a scenario: all of it, by the names of its baseline, or everything that is wrong. A step that does not read by
 * itself is left out of what is judged with the others.
 */
export function readScenario(
  file: string,
  text: string,
  lookups: Lookups
): {readonly scenario: Scenario} | {readonly problems: readonly Problem[]} {
  const {yaml, problems: inSchema} = readYaml(file, text, scenarioSchema);
  const problems = [...inSchema];
  if (yaml === null) return {problems: sortProblems(problems)};
  const say: Reading["say"] = (path, problem, message) =>
    problems.push(yaml.problem(path, `casebook/${problem}`, message));
  /** What a lookup finds; what it throws is a problem of the field. */
  const found = <T>(field: string, look: () => T): T | null => {
    try {
      return look();
    } catch (error) {
      if (!(error instanceof ThawError)) throw error;
      problems.push(yaml.problem([field], error.code, error.message.split("\n")[0]!));
      return null;
    }
  };
  const {value} = yaml;
  const read = {
    say,
    baseline: found("baseline", () => lookups.baseline(value.baseline)),
    record: value.case === undefined ? null : found("case", () => lookups.case(value.case!))
  };
  const scenario = scenarioOf({...read, day: readDay(read, value)}, yaml);
  return problems.length > 0 ? {problems: sortProblems(problems)} : {scenario};
}

function scenarioOf(reading: Reading, {value, whole}: YamlFile<ScenarioFile>): Scenario {
  const sides = readSides(reading, value);
  const against = value.against ?? (value.case === undefined ? "baseline" : "standing");
  checkSteps(reading, value, against);
  const isTooLong = checkLength(reading, value);
  if (whole) checkPressure(reading, value);
  const secondary = readSecondary(reading, value.secondary, sides);
  const steps = value.steps.map((step, i) => {
    const read = readStep(reading, step, sides, ["steps", i]);
    if (!isTooLong) findConflicts(reading, read, sides, ["steps", i]);
    return read;
  });
  const wedged = steps.flatMap(({wedges}) => wedges.flatMap(({from, to}) => [...from, ...to]));
  const threatened = value.secondary?.cutOff === undefined ? [] : (secondary?.comply.map(({country}) => country) ?? []);
  return {
    title: value.title,
    case: value.case ?? null,
    day: reading.day,
    baseline: value.baseline,
    elasticities: readElasticities(reading, value.elasticities),
    closure: readClosure(reading, value.closure),
    seed: value.seed,
    draws: value.draws,
    against,
    ...sides,
    retaliation: readRetaliation(reading, value.retaliation, sides, [...wedged, ...threatened]),
    secondary,
    thirds: readThirds(reading, value, sides),
    steps
  };
}

/** Lists of a step that name measures of the record. */
const ofTheRecord = ["lift", "ease", "reinstate", "join"] as const;

/** Ids of what steps are compared with and start from: a table of steps has these rows of its own. */
const reserved = ["standing", "baseline", "nothing"];

/** Moves and wedges that a scenario may have: each is compared with those beside it. */
const MOST_ENTRIES = 1000;

/** Tells a scenario that is too long to be read with care. */
function checkLength({say}: Reading, {steps, retaliation}: ScenarioFile): boolean {
  const entries = steps.reduce((sum, {add = [], wedges = []}) => sum + add.length + wedges.length, 0);
  const all = entries + (retaliation?.wedges?.length ?? 0);
  if (all <= MOST_ENTRIES) return false;
  const advice = `write at most ${MOST_ENTRIES}; a wedge may name several countries and sectors`;
  say(["steps"], "too-long", `${all} moves and wedges; ${advice}`);
  return true;
}

/** What is wrong with steps beside one another and beside the head. */
function checkSteps({say}: Reading, value: ScenarioFile, against: Scenario["against"]): void {
  const {steps} = value;
  const hasCase = value.case !== undefined;
  if (!hasCase && value.against === "standing")
    say(["against"], "no-case", "no standing without a case; name the case, or write baseline");
  for (const [i, step] of steps.entries()) {
    if (steps.findIndex(({id}) => id === step.id) < i)
      say(["steps", i, "id"], "duplicate-id", `duplicate step ${step.id}; give it another id`);
    if (reserved.includes(step.id))
      say(["steps", i, "id"], "reserved-id", `reserved id: ${step.id}; it is the name of what steps are compared with`);
    for (const field of ofTheRecord)
      if (step[field] !== undefined && !hasCase)
        say(
          ["steps", i, field],
          "no-case",
          `${field} in step ${step.id} without a case; name the case whose measures they are`
        );
    if (step.join !== undefined && value.coalition === undefined && value.secondary === undefined)
      say(["steps", i, "join"], "nobody-joins", `join in step ${step.id} without a coalition; name its members`);
    const isEmpty = Object.keys(step).every((field) => field === "id" || field === "title");
    if (isEmpty && !(hasCase && against === "baseline"))
      say(["steps", i], "empty", `empty step ${step.id}; write one of ${[...ofTheRecord, ...ownActs].join(", ")}`);
  }
}

/** Others take over or answer only what a step adds. */
function checkPressure({say}: Reading, value: ScenarioFile): void {
  const presses = value.steps.some((step) => pressing.some((field) => step[field] !== undefined));
  for (const field of ["coalition", "retaliation", "secondary"] as const)
    if (value[field] !== undefined && !presses)
      say(
        [field],
        "empty",
        `${field} without anything that a step adds; write one of ${pressing.join(", ")} in a step`
      );
}

const ownActs = ["add", "wedges", "transfer"] as const;
const pressing = ["reinstate", "join", "add", "wedges"] as const;

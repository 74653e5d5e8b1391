import {existsSync} from "node:fs";
import {basename, join, resolve} from "node:path";
import {bundledBaselines, openBaseline} from "../../casebook/baselines.ts";
import {caseFolder, readCaseFolder} from "../../casebook/node.ts";
import {readScenarioFile} from "../../casebook/openScenario.ts";
import {formatProblem, type Problem} from "../../casebook/problem.ts";
import {incorrect, ThawError} from "../../errors.ts";
import {type CommandSpec, json, jsonOption} from "../command.ts";
import {count} from "../style.ts";

/** What was checked: what is wrong, what is worth a note, and what to say where nothing is wrong. */
type Checked = {
  readonly kind: "case" | "baseline" | "scenario";
  readonly problems: readonly Problem[];
  readonly notes: readonly (Problem | string)[];
  readonly clean: string;
};

export const checkCommand: CommandSpec = {
  name: "check",
  summary: "check a case, a baseline or a scenario: every problem as file:line:column, and what would be right",
  about:
    "Reads every file of a case or of an own baseline, or the file of a scenario, and prints every problem as file:line:column and what would be right. An entry that does not read is checked against the others once it does. Notes say what a wording in another language lacks, and what a reader of a baseline has to know. Ends with an error when there is a problem.",
  args: [
    {
      name: "<case>",
      about: "a bundled case or baseline, a folder with a case.yaml or a baseline.yaml, or the YAML file of a scenario"
    }
  ],
  options: [jsonOption],
  examples: ["thaw check us-china"],
  run({args: [name = ""], options}, effects) {
    const {kind, problems, notes, clean} = check(name, effects.cwd);
    if (options["json"] === true) effects.out(json({[kind]: name, problems, notes}));
    else for (const problem of problems) effects.out(formatProblem(problem));
    for (const note of notes) effects.note(`note: ${typeof note === "string" ? note : formatProblem(note)}`);
    if (problems.length > 0) {
      const files = new Set(problems.map(({file}) => file)).size;
      throw incorrect(
        `casebook/broken-${kind}`,
        `${count(problems.length, "problem")} in ${count(files, "file")} of ${name}; mend them and run thaw check again`
      );
    }
    if (options["json"] !== true) effects.out(`${name}: no problems in ${clean}`);
  }
};

function check(name: string, cwd: string): Checked {
  const path = resolve(cwd, name);
  const isBaseline = existsSync(join(path, "baseline.yaml")) || bundledBaselines().includes(name);
  if (isBaseline || basename(path) === "baseline.yaml") return checkBaseline(name, cwd);
  if (/\.ya?ml$/.test(name) && basename(path) !== "case.yaml") return checkScenario(name, cwd);
  return checkCase(name, cwd);
}

function checkCase(name: string, cwd: string): Checked {
  const result = readCaseFolder(caseFolder(name, cwd), cwd);
  if ("problems" in result) return {kind: "case", problems: result.problems, notes: [], clean: ""};
  const {measures, sources, claims, findings} = result.case;
  const events = measures.reduce((n, {life}) => n + life.length, 0);
  const clean = `${count(measures.length, "measure")}, ${count(events, "event")}, ${count(sources.length, "source")}, ${count(claims.length, "claim")}; ${count(findings.length, "finding")} on record`;
  return {kind: "case", problems: [], notes: result.notes, clean};
}

function checkBaseline(name: string, cwd: string): Checked {
  try {
    const {economy, notes} = openBaseline(name, cwd);
    const clean = `${count(economy.countries.length, "country", "countries")} and ${count(economy.sectors.length, "sector")}`;
    return {kind: "baseline", problems: [], notes, clean};
  } catch (error) {
    if (!(error instanceof ThawError) || error.code !== "casebook/broken-baseline") throw error;
    return {kind: "baseline", problems: error.details["problems"] as readonly Problem[], notes: [], clean: ""};
  }
}

function checkScenario(name: string, cwd: string): Checked {
  const result = readScenarioFile(name, cwd);
  if ("problems" in result) return {kind: "scenario", problems: result.problems, notes: [], clean: ""};
  return {kind: "scenario", problems: [], notes: [], clean: count(result.scenario.steps.length, "step")};
}

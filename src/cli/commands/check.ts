import {caseFolder, readCaseFolder} from "../../casebook/node.ts";
import {formatProblem} from "../../casebook/problem.ts";
import {incorrect} from "../../errors.ts";
import {type CommandSpec, caseArgument, json, jsonOption} from "../command.ts";
import {count} from "../style.ts";

export const checkCommand: CommandSpec = {
  name: "check",
  summary: "check a case: every problem as file:line:column, and what would be right",
  about:
    "Reads every file of a case and prints every problem as file:line:column and what would be right. An entry that does not read is checked against the others once it does. Notes say what a wording in another language lacks. Ends with an error when there is a problem.",
  args: [caseArgument],
  options: [jsonOption],
  examples: ["thaw check us-china"],
  run({args: [name = ""], options}, effects) {
    const folder = caseFolder(name, effects.cwd);
    const result = readCaseFolder(folder, effects.cwd);
    const {problems, notes} = "problems" in result ? {...result, notes: []} : {...result, problems: []};
    if (options["json"] === true) effects.out(json({case: name, problems, notes}));
    else for (const problem of problems) effects.out(formatProblem(problem));
    for (const note of notes) effects.note(`note: ${formatProblem(note)}`);
    if (problems.length > 0) {
      const files = new Set(problems.map(({file}) => file)).size;
      throw incorrect(
        "casebook/broken-case",
        `${count(problems.length, "problem")} in ${count(files, "file")} of ${name}; mend them and run thaw check again`
      );
    }
    if ("case" in result && options["json"] !== true) {
      const {measures, sources, claims, findings} = result.case;
      const events = measures.reduce((n, {life}) => n + life.length, 0);
      effects.out(
        `${name}: no problems in ${count(measures.length, "measure")}, ${count(events, "event")}, ${count(sources.length, "source")}, ${count(claims.length, "claim")}; ${count(findings.length, "finding")} on record`
      );
    }
  }
};

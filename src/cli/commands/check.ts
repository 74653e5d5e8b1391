import {join, relative} from "node:path";
import {caseFolder, readCaseFolder} from "../../casebook/node.ts";
import {formatProblem} from "../../casebook/problem.ts";
import {incorrect} from "../../errors.ts";
import {type CommandSpec, jsonOption} from "../command.ts";

export const checkCommand: CommandSpec = {
  name: "check",
  summary: "check a case: every problem as file:line:column, and what would be right",
  args: [{name: "<case>", about: "a bundled case, or a folder with a case.yaml"}],
  options: [jsonOption],
  examples: ["thaw check us-china", "thaw check ./my-case"],
  run({args: [name = ""], options}, effects) {
    const folder = caseFolder(name, effects.cwd);
    const result = readCaseFolder(folder);
    const shown = relative(effects.cwd, folder) || ".";
    const problems = "problems" in result ? result.problems.map((p) => ({...p, file: join(shown, p.file)})) : [];
    if (options["json"] === true) effects.out(JSON.stringify({case: name, problems}, null, 2));
    else for (const problem of problems) effects.out(formatProblem(problem));
    if (problems.length > 0) {
      const files = new Set(problems.map(({file}) => file)).size;
      throw incorrect(
        "casebook/broken-case",
        `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in ${files} ${files === 1 ? "file" : "files"} of ${name}; mend them and run thaw check again`
      );
    }
    if ("case" in result && options["json"] !== true) {
      const {measures, sources, claims, findings} = result.case;
      const events = measures.reduce((n, {life}) => n + life.length, 0);
      effects.out(
        `${name}: no problems in ${measures.length} measures, ${events} events, ${sources.length} sources, ${claims.length} claims; ${findings.length} findings on record`
      );
    }
  }
};

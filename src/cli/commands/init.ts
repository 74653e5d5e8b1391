import {existsSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {exampleCase} from "../../casebook/exampleCase.ts";
import {packageRoot} from "../../casebook/node.ts";
import {incorrect, ThawError} from "../../errors.ts";
import type {CommandSpec} from "../command.ts";

export const initCommand: CommandSpec = {
  name: "init",
  summary: "start a case of your own: a small example that every command works on",
  args: [{name: "<folder>", about: "a new folder; its name becomes the case id"}],
  options: [],
  examples: ["thaw init my-case"],
  run({args: [name = ""]}, effects) {
    const folder = resolve(effects.cwd, name);
    const id = folder.split(/[/\\]/).at(-1)!;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      throw incorrect("casebook/invalid-id", `invalid case name: ${id}; write lower-case letters, digits and hyphens`);
    }
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      throw new ThawError("conflict", "casebook/folder-not-empty", `folder ${name} is not empty; name a new one`);
    }
    for (const [file, text] of exampleCase(id, join(packageRoot, "schemas"))) {
      mkdirSync(dirname(join(folder, file)), {recursive: true});
      writeFileSync(join(folder, file), text);
    }
    effects.out(`wrote ${name}: case.yaml, parties.yaml, sources.yaml, measures/example-tariff.yaml`);
    effects.out(`next: thaw check ${name}, thaw as-of ${name} 2021-06-01, thaw brief ${name}`);
  }
};

import {existsSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {exampleCase} from "../../casebook/exampleCase.ts";
import {packageRoot} from "../../casebook/node.ts";
import {incorrect, ThawError} from "../../errors.ts";
import {atPath} from "../atPath.ts";
import type {CommandSpec} from "../command.ts";

export const initCommand: CommandSpec = {
  name: "init",
  summary: "start a case of your own: a small example that every command works on",
  about:
    "Writes a small example case into a new folder: an invented dispute, for you to change. Every command takes the folder as a case.",
  args: [{name: "<folder>", about: "a new folder; its name becomes the case id"}],
  options: [],
  examples: ["thaw init my-case", "thaw as-of my-case 2021-06-01"],
  async run({args: [name = ""]}, effects) {
    const folder = resolve(effects.cwd, name);
    const id = basename(folder);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      throw incorrect("casebook/invalid-id", `invalid case name: ${id}; write lower-case letters, digits and hyphens`);
    }
    const files = exampleCase(id, join(packageRoot, "schemas"));
    await atPath(name, () => {
      if (existsSync(folder) && readdirSync(folder).length > 0) {
        throw new ThawError("conflict", "casebook/folder-not-empty", `folder ${name} is not empty; name a new one`);
      }
      for (const [file, text] of files) {
        mkdirSync(dirname(join(folder, file)), {recursive: true});
        writeFileSync(join(folder, file), text, {flag: "wx"});
      }
    });
    effects.out(`wrote ${name}: ${[...files.keys()].join(", ")}`);
    effects.out(`next: thaw check ${name}, thaw as-of ${name} 2021-06-01, thaw brief ${name}`);
  }
};

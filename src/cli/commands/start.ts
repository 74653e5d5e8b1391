import type {CommandSpec} from "../command.ts";
import {briefCommand} from "./brief.ts";

export const startCommand: CommandSpec = {
  name: "start",
  summary: "write the brief on US sanctions against China and say where it is",
  args: [],
  options: [],
  examples: ["npm start"],
  async run(_given, effects) {
    await briefCommand.run({args: ["us-china"], options: {}}, effects);
    effects.note("");
    effects.note("two pages instead of the whole: ./thaw brief us-china --short");
    effects.note(
      "next: ./thaw as-of us-china 1989-06-15 · ./thaw diff us-china 1968-12-31 2002-01-02 · ./thaw claims us-china · ./thaw --help"
    );
  }
};

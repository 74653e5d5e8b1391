import type {Command as Program} from "commander";
import type {Effects} from "./effects.ts";

/** An option as commander writes it: `--on <day>`, and what it does. */
export type OptionSpec = {
  readonly flags: string;
  readonly about: string;
  readonly choices?: readonly string[];
  readonly default?: string;
};

export type ArgumentSpec = {readonly name: string; readonly about: string};

/** What a command gets: arguments by position, options by camel-case name. */
export type Given = {
  readonly args: readonly (string | undefined)[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
};

/** One command: what it is for, what it takes, one example that works, and how it runs. */
export type CommandSpec = {
  readonly name: string;
  readonly summary: string;
  readonly about?: string;
  /** `<case>` is required, `[day]` is not. */
  readonly args: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
  readonly run: (given: Given, effects: Effects) => void | Promise<void>;
};

export const jsonOption: OptionSpec = {flags: "--json", about: "print JSON instead of a table"};

/** Puts a command's arguments, options and help into a commander program. */
export function describe(program: Program, spec: CommandSpec, Option: typeof import("commander").Option): void {
  program.summary(spec.summary).description(spec.about ?? `${spec.summary}.`);
  for (const {name, about} of spec.args) program.argument(name, about);
  for (const {flags, about, choices, default: fallback} of spec.options) {
    const option = new Option(flags, about);
    if (choices) option.choices(choices);
    if (fallback !== undefined) option.default(fallback);
    program.addOption(option);
  }
  program.addHelpText("after", `\nExamples:\n${spec.examples.map((example) => `  ${example}`).join("\n")}`);
}

export const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

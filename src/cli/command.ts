import type {Effects} from "./effects.ts";

/** An option as commander writes it: `--on <day>`, and what it does. */
export type OptionSpec = {
  readonly flags: string;
  readonly about: string;
  readonly choices?: readonly string[];
  readonly default?: string;
};

/** `<case>` is required, `[day]` is not. */
export type ArgumentSpec = {readonly name: string; readonly about: string; readonly choices?: readonly string[]};

/** What a command gets: arguments by position, options by camel-case name. */
export type Given = {
  readonly args: readonly (string | undefined)[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
};

/** One command: what it is for, what it takes, examples that work, and how it runs. */
export type CommandSpec = {
  readonly name: string;
  readonly summary: string;
  readonly about?: string;
  readonly args: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
  readonly run: (given: Given, effects: Effects) => void | Promise<void>;
};

export const caseArgument: ArgumentSpec = {name: "<case>", about: "a bundled case, or a folder with a case.yaml"};

export const jsonOption: OptionSpec = {flags: "--json", about: "print JSON"};

export const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** JSON as every command prints it. */
export const json = (value: unknown): string => JSON.stringify(value, null, 2);

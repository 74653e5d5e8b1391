import {Command, CommanderError, Option} from "commander";
import {suggest} from "../casebook/suggest.ts";
import {incorrect, type ThawError} from "../errors.ts";
import type {CommandSpec, Given, OptionSpec} from "./command.ts";
import type {Effects} from "./effects.ts";

/**
 * Reads the words after a command's name.
 * @returns null when they asked for help, which has been printed
 * @throws incorrect `cli/usage`
 */
export function parse(spec: CommandSpec, words: readonly string[], effects: Effects): Given | null {
  let complaint = "";
  const program = build(spec)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => effects.out(text.trimEnd()),
      writeErr: (text) => {
        complaint += text;
      },
      getOutHelpWidth: () => effects.width ?? 100,
      getOutHasColors: () => effects.color
    })
    .action(() => {});
  try {
    program.parse([...words], {from: "user"});
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    throw usage(spec, error.code, complaint);
  }
  if (program.args.length > spec.args.length) {
    const most = spec.args.map(({name}) => name).join(" ") || "no argument";
    const more = program.args.slice(spec.args.length).join(" ");
    throw incorrect("cli/usage", `unexpected argument ${more}; ${spec.name} takes ${most}`);
  }
  return {args: program.args, options: program.opts()};
}

function build(spec: CommandSpec): Command {
  const program = new Command(`thaw ${spec.name}`).description(spec.about ?? `${spec.summary}.`);
  for (const {name, about} of spec.args) program.argument(name, about);
  for (const option of spec.options) program.addOption(buildOption(option));
  return program
    .addHelpText("after", `\nExamples:\n${spec.examples.map((example) => `  ${example}`).join("\n")}`)
    .helpOption("-h, --help", "show this help")
    .showSuggestionAfterError(true)
    .allowExcessArguments(true);
}

function buildOption({flags, about, choices, default: fallback}: OptionSpec): Option {
  const option = new Option(flags, about);
  if (choices) option.choices(choices).argParser((value) => oneOf(choices, value, option.long!));
  if (fallback !== undefined) option.default(fallback);
  return option;
}

function oneOf(choices: readonly string[], value: string, name: string): string {
  if (choices.includes(value)) return value;
  const like = suggest(value, choices);
  throw incorrect(
    "cli/usage",
    `invalid ${name}: ${value}; ${like === undefined ? `write one of ${choices.join(", ")}` : `did you mean ${like}?`}`
  );
}

/** Commander's complaint in our form: the problem, then what would be right. */
function usage({name, args}: CommandSpec, code: string, complaint: string): ThawError {
  const thing = /'([^']+)'/.exec(complaint)?.[1] ?? "";
  const like = /Did you mean (.*)\?/.exec(complaint)?.[1];
  const help = `see thaw ${name} --help`;
  const problems: Readonly<Record<string, string>> = {
    "commander.unknownOption": `unknown option ${thing}; ${like === undefined ? help : `did you mean ${like}?`}`,
    "commander.missingArgument": `missing ${thing}; write thaw ${name} ${args.map((arg) => arg.name).join(" ")}`,
    "commander.optionMissingArgument": `missing value: ${thing}; ${help}`
  };
  return incorrect("cli/usage", problems[code] ?? `${complaint.replace(/^error: /, "").trim()}; ${help}`);
}

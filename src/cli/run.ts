import {exitCodes, ThawError} from "../errors.ts";
import {type CommandSpec, describe} from "./command.ts";
import type {Effects} from "./effects.ts";
import {registry} from "./registry.ts";

/**
 * Runs one command line and returns its exit code. Messages for people go to `effects.note`; only a fault, with
 * `--debug`, shows a stack.
 */
export async function run(argv: readonly string[], effects: Effects): Promise<number> {
  const debug = argv.includes("--debug");
  const rest = argv.filter((word) => word !== "--debug");
  try {
    return await dispatch(rest, effects);
  } catch (error) {
    if (error instanceof ThawError && error.kind !== "fault") {
      effects.note(`thaw: ${error.message}`);
      return exitCodes[error.kind];
    }
    effects.note(`thaw: this is a fault in thaw: ${error instanceof Error ? error.message : String(error)}`);
    effects.note(
      debug && error instanceof Error ? (error.stack ?? "") : "run it again with --debug and report what it prints"
    );
    return exitCodes.fault;
  }
}

async function dispatch(argv: readonly string[], effects: Effects): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined || first === "--help" || first === "-h" || (first === "help" && rest.length === 0)) {
    effects.out(await overview());
    return 0;
  }
  if (first === "--version" || first === "-V") {
    effects.out(await version());
    return 0;
  }
  const [name, words] = first === "help" ? [rest[0]!, ["--help"]] : [first, rest];
  const load = registry[name];
  if (load === undefined) {
    const {suggest} = await import("../casebook/explainIssue.ts");
    const like = suggest(name, Object.keys(registry));
    const advice = like === undefined ? "see thaw --help" : `did you mean ${like}?`;
    throw new ThawError("incorrect", "cli/unknown-command", `unknown command ${name}; ${advice}`);
  }
  return runCommand(await load(), words, effects);
}

async function runCommand(spec: CommandSpec, words: readonly string[], effects: Effects): Promise<number> {
  const {Command, CommanderError, Option} = await import("commander");
  const program = new Command(`thaw ${spec.name}`);
  describe(program, spec, Option);
  let complaint = "";
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => effects.out(text.trimEnd()),
      writeErr: (text) => {
        complaint += text;
      },
      getOutHelpWidth: () => effects.width ?? 100,
      getOutHasColors: () => effects.color
    })
    .showSuggestionAfterError(true)
    .allowExcessArguments(false)
    .action(() => {});
  try {
    program.parse([...words], {from: "user"});
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const [problem = "", advice] = complaint
      .replace(/^error: /, "")
      .trim()
      .split("\n");
    const better = advice?.match(/Did you mean (.*)\?/)?.[1];
    const next = better === undefined ? `see thaw ${spec.name} --help` : `did you mean ${better}?`;
    throw new ThawError("incorrect", "cli/usage", `${problem.replaceAll("'", "")}; ${next}`);
  }
  await spec.run({args: program.args, options: program.opts()}, effects);
  return 0;
}

async function overview(): Promise<string> {
  const specs = await Promise.all(Object.values(registry).map((load) => load()));
  const width = Math.max(...specs.map(({name}) => name.length));
  return [
    "thaw: the whole life of economic sanctions, as of any day",
    "",
    "Usage: thaw <command> [arguments]",
    "",
    ...specs.map(({name, summary}) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "  thaw <command> --help shows a command's options and an example.",
    "  thaw --version prints the version.",
    "",
    "Research aid, not legal advice; no measure found is not a clearance."
  ].join("\n");
}

async function version(): Promise<string> {
  const [{packageRoot}, {readFileSync}, {join}] = await Promise.all([
    import("../casebook/node.ts"),
    import("node:fs"),
    import("node:path")
  ]);
  return (JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {version: string}).version;
}

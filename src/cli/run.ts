import {exitCodes, ThawError} from "../errors.ts";
import type {Effects} from "./effects.ts";
import {registry} from "./registry.ts";

/**
 * Runs one command line and returns its exit code. Messages for people go to `effects.note`; only a fault, with
 * `--debug`, shows a stack.
 */
export async function run(argv: readonly string[], effects: Effects): Promise<number> {
  const debug = argv.includes("--debug");
  const words = argv.filter((word) => word !== "--debug");
  try {
    await dispatch(words, effects);
    return 0;
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

async function dispatch(argv: readonly string[], effects: Effects): Promise<void> {
  const [first, ...rest] = argv;
  if (first === undefined || first === "--help" || first === "-h" || (first === "help" && rest.length === 0)) {
    effects.out(await overview(effects));
    return;
  }
  if (first === "--version" || first === "-V") {
    effects.out(await version());
    return;
  }
  const [name, words] = first === "help" ? [rest[0]!, ["--help"]] : [first, rest];
  const load = Object.hasOwn(registry, name) ? registry[name]! : await unknown(name);
  const [spec, {parse}] = await Promise.all([load(), import("./parse.ts")]);
  const given = parse(spec, words, effects);
  if (given !== null) await spec.run(given, effects);
}

async function unknown(name: string): Promise<never> {
  if (name.startsWith("-")) {
    throw new ThawError(
      "incorrect",
      "cli/usage",
      `unknown option ${name}; options follow the command, see thaw --help`
    );
  }
  const {suggest} = await import("../casebook/suggest.ts");
  const like = suggest(name, Object.keys(registry));
  const advice = like === undefined ? "see thaw --help" : `did you mean ${like}?`;
  throw new ThawError("incorrect", "cli/unknown-command", `unknown command ${name}; ${advice}`);
}

async function overview(effects: Effects): Promise<string> {
  const [{heading, paragraph}, {DISCLAIMER}] = await Promise.all([import("./style.ts"), import("./openRecord.ts")]);
  const specs = await Promise.all(Object.values(registry).map((load) => load()));
  const names = Math.max(...specs.map(({name}) => name.length));
  const indent = " ".repeat(names + 4);
  const line = ({name, summary}: {name: string; summary: string}) =>
    paragraph(summary, effects.width, indent, `  ${name.padEnd(names)}  `);
  return [
    heading("thaw: the whole life of economic sanctions, as of any day", effects),
    "",
    "Usage: thaw <command> [arguments] [options]",
    "",
    ...specs.map(line),
    "",
    line({name: "--help", summary: "after a command: its arguments, options and examples"}),
    line({name: "--version", summary: "the version"}),
    line({name: "--debug", summary: "with any command: show where a fault in thaw arose"}),
    "",
    "First answer: thaw as-of us-china 1989-06-15",
    "",
    paragraph(DISCLAIMER, effects.width)
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

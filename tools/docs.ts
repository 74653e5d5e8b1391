import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {CommandSpec, OptionSpec} from "../src/cli/command.ts";
import {registry} from "../src/cli/registry.ts";
import {exitCodes} from "../src/errors.ts";
import type {Parity} from "../test/reference/parity.ts";
import {apiReference} from "./apiReference.ts";
import {power, table} from "./markdown.ts";
import {readmePicture} from "./picture.ts";
import {replicationPage} from "./replicationPage.ts";
import {ruleTablePage} from "./ruleTablePage.ts";
import {tradeBenchmarkPage} from "./tradeBenchmarkPage.ts";

/** The pages that are made from the code, by their path from the root. */
export const pages: Readonly<Record<string, () => Promise<string>>> = {
  "docs/reference/api.md": async () => apiReference(packageVersion()),
  "docs/reference/cli.md": cliReference,
  "docs/methods/parity.md": async () => parityPage(),
  "docs/methods/replication.md": async () => replicationPage(),
  "docs/methods/rule-table.md": async () => ruleTablePage(),
  "docs/methods/trade-benchmark.md": async () => tradeBenchmarkPage(),
  "docs/pictures/pendulum.svg": async () => readmePicture()
};

async function cliReference(): Promise<string> {
  const specs = await Promise.all(Object.values(registry).map((load) => load()));
  return `${[
    "<!-- Made by `npm run docs` from src/cli; change the commands there. -->",
    "# The command line",
    "`thaw <command> [arguments] [options]`; from a clone, `./thaw`. `thaw <command> --help` prints what stands here.",
    table(
      ["command", "what it does"],
      specs.map(({name, summary}) => [`[\`${name}\`](#${name})`, prose(summary)])
    ),
    "Data goes to stdout, notes and errors to stderr. `--json` prints JSON that names the case, its version and the checksum of its files, so that the same question can be asked again.",
    "Tables fit the terminal; into a pipe nothing is cut unless `COLUMNS` says how wide it is. `NO_COLOR` switches bold and dim off, `FORCE_COLOR` switches them on.",
    "A day is `YYYY-MM-DD`, or `today` (in UTC). `--debug` with any command shows where a fault in Thaw arose.",
    "## Exit codes",
    table(
      ["code", "when"],
      [
        ["0", "all is well"],
        ...Object.entries(exitCodes)
          .sort(([, a], [, b]) => a - b)
          .map(([kind, code]) => [String(code), meanings[kind as keyof typeof exitCodes]])
      ]
    ),
    ...specs.flatMap(section)
  ].join("\n\n")}\n`;
}

const meanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  fault: "a fault in Thaw",
  incorrect: "the input is wrong; the message says what would be right",
  notFound: "the thing named does not exist",
  conflict: "it would write over what is there",
  unsupported: "understood, and not offered",
  noConvergence: "an iteration stopped before its residual was small"
};

function section({name, summary, about, args, options, examples}: CommandSpec): string[] {
  const usage = ["thaw", name, ...args.map((arg) => arg.name), ...(options.length > 0 ? ["[options]"] : [])].join(" ");
  return [
    `## ${name}`,
    prose(about ?? `${summary[0]!.toUpperCase()}${summary.slice(1)}.`),
    `\`${usage}\``,
    ...(args.length > 0
      ? [
          table(
            ["argument", "what it is"],
            args.map((arg) => [`\`${arg.name}\``, prose(arg.about)])
          )
        ]
      : []),
    ...(options.length > 0
      ? [
          table(
            ["option", "what it does"],
            options.map((o) => [`\`${o.flags}\``, optionWords(o)])
          )
        ]
      : []),
    `\`\`\`sh\n${examples.join("\n")}\n\`\`\``
  ];
}

function optionWords({about, choices, default: fallback}: OptionSpec): string {
  const list = choices === undefined ? "" : `: ${choices.map((choice) => `\`${choice}\``).join(", ")}`;
  return prose(about) + list + (fallback === undefined ? "" : ` (default: \`${fallback}\`)`);
}

/** Text from the code as Markdown: `<day>` is no tag. */
const prose = (text: string): string => text.replaceAll("<", "\\<");

/** Every comparison with another program, from docs/methods/parity/<topic>.json. */
function parityPage(): string {
  const folder = join(root, "docs/methods/parity");
  const topics = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as readonly Parity[]);
  return `${[
    "<!-- Made by `npm run docs` from docs/methods/parity; the reference tests record it anew with THAW_PARITY=write. -->",
    "# Parity with other programs",
    "A row is a case of the tests in `test/reference`: the same data and options given to Thaw and to the program named, and the largest relative difference between their figures.",
    "A test fails when the difference is above the tolerance: 1e-12 for the same arithmetic, 1e-8 where both sides iterate, more where the other program stops early. In a case that says absolute, the difference is not divided by the figure; of tables it is in points of a per cent, as [replication](replication.md) says. Differences of convention are on the page of each method.",
    "## Nearest to the tolerance",
    "Of each topic, the case with the least room left.",
    table(
      ["topic", "cases", "case", "largest relative difference", "tolerance"],
      topics.map((rows) => {
        const nearest = rows.reduce((a, b) => (b.largest / b.tolerance > a.largest / a.tolerance ? b : a));
        const {topic, largest, tolerance} = nearest;
        return [topic, String(rows.length), nearest.case, power(largest, 1), power(tolerance)];
      })
    ),
    "## All cases",
    table(
      ["topic", "case", "software and version", "figures compared", "largest relative difference", "tolerance"],
      topics.flatMap((rows) =>
        rows
          .toSorted((a, b) => inOrder.compare(a.case, b.case))
          .map((row) => [
            row.topic,
            row.case,
            row.software,
            String(row.figures),
            power(row.largest, 1),
            power(row.tolerance)
          ])
      )
    )
  ].join("\n\n")}\n`;
}

const inOrder = new Intl.Collator("en", {numeric: true});

const root = join(import.meta.dirname, "..");

const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {readonly version: string}).version;

/** The pages that differ from what the code would make of them now. */
export async function stalePages(): Promise<string[]> {
  const stale = [];
  for (const [path, make] of Object.entries(pages)) {
    if (readPage(path) !== (await make())) stale.push(path);
  }
  return stale;
}

function readPage(path: string): string | null {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

if (import.meta.main) {
  const stale = await stalePages();
  if (process.argv.includes("--check")) {
    for (const path of stale) process.stderr.write(`${path} is not what the code says; npm run docs writes it\n`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const path of stale) {
      writeFileSync(join(root, path), await pages[path]!());
      process.stdout.write(`wrote ${path}\n`);
    }
  }
}

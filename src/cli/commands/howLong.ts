import {durationAnswer, stateAnswer} from "../../answers/duration.ts";
import {incorrect} from "../../errors.ts";
import type {HowLong} from "../../studies/howLong.ts";
import type {SpellOptions} from "../../studies/spells.ts";
import {formatDay} from "../../time/day.ts";
import {type CommandSpec, caseArgument, type Given, json, jsonOption, text} from "../command.ts";
import {printDurations, printSpecifications} from "../durationReport.ts";
import type {Effects} from "../effects.ts";
import {dayOf, type OpenRecord, openRecord, provenance} from "../openRecord.ts";

const endings = ["lifted", "first-easing", "any-relief", "lifted-or-expired", "revoked"] as const;
const units = ["measure", "package", "pair"] as const;
const origins = ["in-force", "threat"] as const;
const factors = ["type", "channel", "authority", "ender", "era", "senders", "threat"] as const;

export const howLongCommand: CommandSpec = {
  name: "how-long",
  summary: "show how long measures last, by any meaning of ended, with curves, data and a citation",
  about:
    "Estimates the share of spells that has ended by years since the origin (Aalen–Johansen; other endings compete), by the levels of a factor, with a log-rank test and Cox hazard ratios clustered by package. Each figure is computed for the fewest and for the most days that imprecise dates allow. Writes the curves as SVG, the spells, what is left out and the curves as CSV, and a citation. With --robust it reruns one contrast under every definition and draws the specification curve. With --states it estimates the share of measures in force, eased, held and ended. What is there is not written over without --force.",
  args: [caseArgument],
  options: [
    {flags: "--ended <ending>", about: "what counts as ended", choices: endings, default: "first-easing"},
    {flags: "--by <factor>", about: "compare the levels of a factor", choices: factors},
    {flags: "--unit <unit>", about: "what has a spell", choices: units, default: "measure"},
    {flags: "--origin <origin>", about: "what time runs from", choices: origins, default: "in-force"},
    {flags: "--from <day>", about: "first day of observation; earlier spells enter late"},
    {flags: "--until <day>", about: "last day of observation; the end of the record when left out"},
    {flags: "--robust", about: "one contrast under every definition; needs --by"},
    {flags: "--level <level>", about: "with --robust: the level against the rest; the one with the most spells"},
    {flags: "--states", about: "the share of measures in force, eased, held and ended; takes --until"},
    {flags: "--out <folder>", about: "folder for the files; thaw-how-long-<case>-… when left out"},
    {flags: "--force", about: "write over what is there"},
    {flags: "--no-files", about: "print only"},
    jsonOption
  ],
  examples: [
    "thaw how-long us-china --ended first-easing --by channel --no-files",
    "thaw how-long us-china --robust --by ender --no-files",
    "thaw how-long us-china --ended lifted --unit package --json --no-files",
    "thaw how-long us-china --states --no-files"
  ],
  async run({args: [name = ""], options}, effects) {
    refuse(options);
    const record = openRecord(name, effects);
    const given = spellOptions(options, record, effects);
    if (options["states"] === true) return states(record, given, options, effects);
    const by = text(options["by"]) as (typeof factors)[number] | undefined;
    const {howLong} = await import("../../studies/howLong.ts");
    const study = howLong(record.one, record.lives, given, by ?? null);
    if (options["robust"] === true) return robust(record, study, options, effects);
    if (options["json"] === true) effects.out(json({...provenance(record), ...durationAnswer(study)}));
    else printDurations(record.one, study, effects);
    if (options["files"] === false) return;
    const {writeDurations} = await import("../durationFiles.ts");
    await writeDurations(record.one, study, target(options), effects);
  }
};

type Options = Given["options"];

/** Options that would go unheard. @throws incorrect `cli/usage` */
function refuse(options: Options): void {
  const robustly = options["robust"] === true;
  if (options["level"] !== undefined && !robustly)
    throw incorrect("cli/usage", "--level without --robust; add --robust");
  if (robustly && options["by"] === undefined) {
    throw incorrect("cli/usage", `missing --by; --robust compares one level of a factor: ${factors.join(", ")}`);
  }
  const unheard = ["robust", "by", "from"].find((key) => options[key] !== undefined);
  if (options["states"] === true && unheard !== undefined) {
    throw incorrect("cli/usage", `--${unheard} with --states; --states takes --until alone, leave --${unheard} out`);
  }
}

const target = (options: Options) => ({out: text(options["out"]), force: options["force"] === true});

function spellOptions(options: Options, {one}: OpenRecord, effects: Effects): SpellOptions {
  const day = (key: "from" | "until") => {
    const typed = text(options[key]);
    return typed === undefined ? {} : {[key]: dayOf(typed, `--${key}`, effects)};
  };
  const window: Pick<SpellOptions, "from" | "until"> = {...day("from"), ...day("until")};
  const {to} = one.coverage;
  const {from = one.coverage.from, until = to} = window;
  if (from >= Math.min(until, to)) {
    const [name, typed, right] =
      until >= to ? ["--from", from, `before ${formatDay(to)}`] : ["--until", until, `after ${formatDay(from)}`];
    throw incorrect("cli/days-reversed", `invalid ${name}: ${formatDay(typed)}; write a day ${right}`);
  }
  return {
    ended: text(options["ended"]) as (typeof endings)[number],
    unit: text(options["unit"]) as (typeof units)[number],
    origin: text(options["origin"]) as (typeof origins)[number],
    ...window
  };
}

async function robust(record: OpenRecord, study: HowLong, options: Options, effects: Effects): Promise<void> {
  const {durations, table} = study;
  const by = study.by!;
  const {from, until} = table.options;
  const levels = durations.map(({level}) => level);
  if (levels.length === 0) {
    throw incorrect(
      "cli/no-spells",
      `no spells from ${formatDay(from)} to ${formatDay(until)}; write an earlier --from or a later --until`
    );
  }
  const level = text(options["level"]) ?? levels[0]!;
  if (!levels.includes(level)) {
    throw incorrect("cli/usage", `unknown level of ${by}: ${level}; write one of ${levels.join(", ")}`);
  }
  const {specificationCurve} = await import("../../studies/specificationCurve.ts");
  const contrast = {factor: by, level};
  const results = specificationCurve(record.one, record.lives, contrast, {from, until});
  if (options["json"] === true) effects.out(json({...provenance(record), contrast, specifications: results}));
  else printSpecifications(record.one, contrast, results, effects);
  if (options["files"] === false) return;
  const {writeSpecifications} = await import("../durationFiles.ts");
  await writeSpecifications(record.one, contrast, results, target(options), effects);
}

async function states(record: OpenRecord, {until}: SpellOptions, options: Options, effects: Effects): Promise<void> {
  const {stateShares} = await import("../../studies/stateShares.ts");
  const study = stateShares(record.one, record.lives, until);
  if (study === null) {
    const last = formatDay(until ?? record.one.coverage.to);
    throw incorrect(
      "cli/no-spells",
      `no measure in force by ${last} with steps all dated to the day; write another --until`
    );
  }
  if (options["json"] === true) effects.out(json({...provenance(record), ...stateAnswer(study)}));
  else {
    const {printStates} = await import("../stateReport.ts");
    printStates(record.one, study, effects);
  }
  if (options["files"] === false) return;
  const {writeStates} = await import("../durationFiles.ts");
  await writeStates(record.one, study, target(options), effects);
}

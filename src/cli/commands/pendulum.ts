import {pendulumAnswer, yearEnds} from "../../answers/pendulum.ts";
import {incorrect} from "../../errors.ts";
import {
  BAND,
  type BandPoint,
  type Comparison,
  compareDays,
  type PendulumPoint,
  type PendulumRule,
  pendulum,
  pendulumBand,
  pendulumRules
} from "../../sanctions/pendulum.ts";
import {type Day, formatDay, parseDay} from "../../time/day.ts";
import {type CommandSpec, caseArgument, json, jsonOption, text} from "../command.ts";
import type {Effects} from "../effects.ts";
import {type OpenRecord, openRecord, provenance} from "../openRecord.ts";
import {aside, heading, paragraph} from "../style.ts";
import {table} from "../table.ts";

export const pendulumCommand: CommandSpec = {
  name: "pendulum",
  summary: "show restrictiveness over time under a named rule, with a band over random weightings",
  about:
    "Shows restrictiveness on 31 December of each year under a rule. Rules: count (a measure in force counts 1), state (an eased one counts half), severity (state times the severity of its type, with a band over random weightings of the types). With --compare it says whether the first day is lower than the second under every weighting, and if not, which types stand against it.",
  args: [caseArgument],
  options: [
    {flags: "--rule <rule>", about: "how a measure counts", choices: pendulumRules, default: "severity"},
    {flags: "--compare <days>", about: "two days, as 2001-12-31,1968-12-31: is the first lower?"},
    jsonOption
  ],
  examples: ["thaw pendulum us-china --rule count", "thaw pendulum us-china --compare 2001-12-31,1968-12-31"],
  run({args: [name = ""], options}, effects) {
    const record = openRecord(name, effects);
    const compared = text(options["compare"]);
    const asJson = options["json"] === true;
    if (compared === undefined) show(record, text(options["rule"]) as PendulumRule, asJson, effects);
    else compare(record, twoDays(compared), asJson, effects);
  }
};

function twoDays(typed: string): readonly [Day, Day] {
  const [first, second, ...more] = typed.split(",").map((day) => day.trim());
  if (first === undefined || second === undefined || more.length > 0) {
    throw incorrect("cli/not-two-days", `invalid --compare: ${typed}; write two days, as 2001-12-31,1968-12-31`);
  }
  return [parseDay(first, "--compare"), parseDay(second, "--compare")];
}

function compare(record: OpenRecord, [a, b]: readonly [Day, Day], asJson: boolean, effects: Effects): void {
  const result = compareDays(record.lives, a, b);
  const [first, second] = [formatDay(a), formatDay(b)];
  if (asJson) {
    effects.out(json({...provenance(record), first, second, ...result}));
    return;
  }
  const share = `${(100 * result.shareLower).toFixed(1)}% of ${result.draws} random weightings (seed ${result.seed})`;
  effects.out(heading(`${record.one.title}: is ${first} lower than ${second}?`, effects));
  effects.out(paragraph(compareWords(result, share), effects.width));
  if (result.always) return;
  effects.out("");
  effects.out(
    table(
      [
        {label: "Type", wraps: true},
        {label: first, wraps: true},
        {label: second, wraps: true}
      ],
      result.against.map(({type, first: own, second: other}) => [type, own, other]),
      effects.width
    )
  );
  effects.out("");
  effects.out(aside("A measure that may or may not stand on the day, by its dates, counts half.", effects));
}

function compareWords({always, shareLower}: Comparison, share: string): string {
  if (!always) {
    return `It is lower under ${share}, but not under every one: a weighting on one of these types alone turns it round.`;
  }
  return shareLower === 0
    ? "It is the same under every weighting of the measure types."
    : `It is lower or equal under every weighting of the measure types, and lower under ${share}.`;
}

const BAR = 30;

function show(record: OpenRecord, rule: PendulumRule, asJson: boolean, effects: Effects): void {
  const {lives, one} = record;
  const days = yearEnds(record);
  const points = pendulum(lives, days, rule);
  // The band varies the severities and the weight of eased measures, so it says something of `severity` alone.
  const band = rule === "severity" ? pendulumBand(lives, days) : null;
  if (asJson) {
    const rows = pendulumAnswer(points, band);
    effects.out(json({...provenance(record), rule, ...(band === null ? {} : {weightings: BAND}), points: rows}));
    return;
  }
  effects.out(heading(`${one.title}: restrictiveness, rule ${rule}`, effects));
  effects.out("");
  effects.out(
    table(
      [
        {label: "Day"},
        {label: rule, align: "right"},
        {label: ""},
        ...(band === null ? [] : [{label: "Band (share of the highest)", wraps: true as const}])
      ],
      rowsOf(points, band, rule),
      effects.width
    )
  );
  effects.out("");
  const range = "A range in the value is what imprecise dates leave open.";
  const drawn = `Band: 5% to 95% of ${BAND.draws} random severities of types and weights of eased measures, seed ${BAND.seed}. `;
  effects.out(aside(band === null ? range : drawn + range, effects));
}

function rowsOf(points: readonly PendulumPoint[], band: readonly BandPoint[] | null, rule: PendulumRule): string[][] {
  const top = Math.max(...points.map(({high}) => high));
  const shown = (value: number) => value.toFixed(rule === "count" ? 0 : 1);
  return points.map(({day, low, high}, i) => [
    formatDay(day),
    low === high ? shown(low) : `${shown(low)}–${shown(high)}`,
    top === 0 ? "" : "█".repeat(Math.round((BAR * (low + high)) / 2 / top)),
    ...(band === null ? [] : [`${band[i]!.low.toFixed(2)}–${band[i]!.high.toFixed(2)}`])
  ]);
}

import {BAND, compareDays, type PendulumRule, pendulum, pendulumBand, pendulumRules} from "../../sanctions/pendulum.ts";
import {addDays, firstOfYear, formatDay, parseDay, yearOf} from "../../time/day.ts";
import {type CommandSpec, jsonOption, text} from "../command.ts";
import {openRecord, provenance} from "../openRecord.ts";
import {bold, dim, paragraph} from "../style.ts";
import {table} from "../table.ts";

export const pendulumCommand: CommandSpec = {
  name: "pendulum",
  summary: "show restrictiveness over time under a named rule, with a band over random weightings",
  about:
    "Shows restrictiveness on 31 December of each year under a rule, and a band over random weightings of the measure types. With --compare it says whether the first day is lower than the second under every weighting, and if not, which types stand against it.",
  args: [{name: "<case>", about: "a bundled case, or a folder with a case.yaml"}],
  options: [
    {flags: "--rule <rule>", about: "how a measure counts", choices: pendulumRules, default: "severity"},
    {flags: "--compare <days>", about: "two days, as 2001-12-31,1968-12-31: is the first lower?"},
    jsonOption
  ],
  examples: ["thaw pendulum us-china --rule count", "thaw pendulum us-china --compare 2001-12-31,1968-12-31"],
  run({args: [name = ""], options}, effects) {
    const record = openRecord(name, effects);
    const {lives, one} = record;
    const compared = text(options["compare"]);
    if (compared !== undefined) {
      const [a = "", b = ""] = compared.split(",").map((part) => part.trim());
      const [first, second] = [parseDay(a, "--compare"), parseDay(b, "--compare")];
      const result = compareDays(lives, first, second);
      if (options["json"] === true) {
        effects.out(JSON.stringify({...provenance(record), first: a, second: b, ...result}, null, 2));
        return;
      }
      const share = `${(100 * result.shareLower).toFixed(1)}%`;
      effects.out(bold(`Is ${a} lower than ${b}?`, effects));
      effects.out(
        paragraph(
          result.always
            ? "Yes, under every non-negative weighting of the measure types."
            : `Under ${share} of ${result.draws} random weightings (seed ${result.seed}). Not under every one: a weighting on these types alone turns it round.`,
          effects.width
        )
      );
      for (const {type, first: x, second: y} of result.against) effects.out(`  ${type}: ${x} against ${y}`);
      return;
    }
    const rule = text(options["rule"]) as PendulumRule;
    const days = [];
    for (let year = yearOf(one.coverage.from); year <= yearOf(one.coverage.to); year++) {
      days.push(addDays(firstOfYear(year + 1), -1));
    }
    const points = pendulum(lives, days, rule);
    const band = pendulumBand(lives, days);
    if (options["json"] === true) {
      const rows = points.map(({day, low, high}, i) => ({
        day: formatDay(day),
        low,
        high,
        band: {...band[i]!, day: undefined}
      }));
      effects.out(JSON.stringify({...provenance(record), rule, weightings: BAND, points: rows}, null, 2));
      return;
    }
    const top = Math.max(...points.map(({high}) => high));
    const cells = points.map(({day, low, high}, i) => [
      formatDay(day),
      low === high ? low.toFixed(1) : `${low.toFixed(1)}–${high.toFixed(1)}`,
      "█".repeat(Math.round((30 * (low + high)) / 2 / top)),
      `${band[i]!.low.toFixed(2)}–${band[i]!.high.toFixed(2)}`
    ]);
    effects.out(bold(`${one.title}: restrictiveness, rule ${rule}`, effects));
    effects.out("");
    effects.out(
      table(
        [{label: "Day"}, {label: rule, align: "right"}, {label: ""}, {label: "Band (share of the highest)"}],
        cells,
        effects.width
      )
    );
    effects.out("");
    effects.out(
      dim(
        `Band: 5% to 95% of ${BAND.draws} random weightings, seed ${BAND.seed}. A range in the value is what imprecise dates leave open.`,
        effects
      )
    );
  }
};

import {incorrect} from "../../errors.ts";
import {standingWord} from "../../sanctions/standing.ts";
import {timeline} from "../../sanctions/timeline.ts";
import {type Verb, verbs, verbWord} from "../../sanctions/verb.ts";
import {type Day, FIRST_DAY, formatDay, LAST_DAY} from "../../time/day.ts";
import {type CommandSpec, caseArgument, json, jsonOption, text} from "../command.ts";
import {DISCLAIMER, dayOrToday, openRecord, provenance} from "../openRecord.ts";
import {aside, count, heading} from "../style.ts";
import {table} from "../table.ts";

export const timelineCommand: CommandSpec = {
  name: "timeline",
  summary: "list every step of a case in order",
  about:
    "Lists every step of a case in order, from the first day to the last, both included. A step with an imprecise date is listed when it may fall between them.",
  args: [caseArgument],
  options: [
    {flags: "--from <day>", about: "first day (YYYY-MM-DD)"},
    {flags: "--to <day>", about: "last day (YYYY-MM-DD)"},
    {flags: "--verb <verb>", about: "only this verb", choices: verbs},
    jsonOption
  ],
  examples: ["thaw timeline us-china --from 1969-07-01 --to 1972-12-31", "thaw timeline us-china --verb waived --json"],
  run({args: [name = ""], options}, effects) {
    const record = openRecord(name, effects);
    const bound = (option: string, open: Day) => {
      const typed = text(options[option]);
      return typed === undefined ? open : dayOrToday(typed, `--${option}`, effects);
    };
    const [from, to] = [bound("from", FIRST_DAY), bound("to", LAST_DAY)];
    if (from > to) {
      throw incorrect(
        "cli/days-reversed",
        `invalid --to: ${formatDay(to)}; write a day on or after ${formatDay(from)}`
      );
    }
    const verb = text(options["verb"]) as Verb | undefined;
    const entries = timeline(record.lives).filter(
      ({when, verb: own}) => when.latest >= from && when.earliest <= to && (verb === undefined || own === verb)
    );
    if (options["json"] === true) {
      const steps = entries.map(({life, step, verb: own, when}) => ({
        date: when.text,
        measure: life.measure.id,
        event: step.cause.event.id,
        cause: step.cause.kind,
        verb: own,
        standing: step.standing,
        ahead: step.ahead,
        what: step.cause.event.what,
        verification: step.cause.event.verification
      }));
      effects.out(json({...provenance(record), steps}));
      return;
    }
    effects.out(heading(`${record.one.title}: ${count(entries.length, "step")}`, effects));
    effects.out("");
    if (entries.length > 0) {
      const rows = entries.map(({life, step, verb: own, when}) => [
        when.text,
        verbWord(own),
        life.measure.id,
        standingWord(step.standing),
        step.cause.kind === "clock" ? `By its own term (${step.cause.event.id})` : step.cause.event.what
      ]);
      effects.out(
        table(
          [
            {label: "Day"},
            {label: "Verb"},
            {label: "Measure", wraps: true},
            {label: "Then", wraps: true},
            {label: "What changed", wraps: true}
          ],
          rows,
          effects.width
        )
      );
      effects.out("");
    }
    effects.out(aside(DISCLAIMER, effects));
  }
};

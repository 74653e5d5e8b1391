import {standingWord} from "../../sanctions/standing.ts";
import {timeline} from "../../sanctions/timeline.ts";
import {type Verb, verbs} from "../../sanctions/verb.ts";
import {type Day, FIRST_DAY, LAST_DAY, parseDay} from "../../time/day.ts";
import {type CommandSpec, jsonOption, text} from "../command.ts";
import {DISCLAIMER, openRecord, provenance} from "../openRecord.ts";
import {bold, dim} from "../style.ts";
import {table} from "../table.ts";

export const timelineCommand: CommandSpec = {
  name: "timeline",
  summary: "list every step of a case in order",
  args: [{name: "<case>", about: "a bundled case, or a folder with a case.yaml"}],
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
      return typed === undefined ? open : parseDay(typed, `--${option}`);
    };
    const [from, to] = [bound("from", FIRST_DAY), bound("to", LAST_DAY)];
    const verb = text(options["verb"]) as Verb | undefined;
    const entries = timeline(record.lives).filter(
      ({when, verb: own}) => when.latest >= from && when.earliest <= to && (verb === undefined || own === verb)
    );
    if (options["json"] === true) {
      const rows = entries.map(({life, step, verb: own, when}) => ({
        date: when.text,
        measure: life.measure.id,
        event: step.cause.event.id,
        cause: step.cause.kind,
        verb: own,
        standing: step.standing,
        what: step.cause.event.what,
        verification: step.cause.event.verification
      }));
      effects.out(JSON.stringify({...provenance(record), steps: rows}, null, 2));
      return;
    }
    effects.out(bold(`${record.one.title}: ${entries.length} steps`, effects));
    effects.out("");
    effects.out(
      table(
        [
          {label: "Day"},
          {label: "Verb"},
          {label: "Measure", shrink: 1},
          {label: "Then"},
          {label: "What changed", shrink: 2}
        ],
        entries.map(({life, step, verb: own, when}) => [
          when.text,
          own,
          life.measure.id,
          standingWord(step.standing),
          step.cause.kind === "clock" ? `By its own term (${step.cause.event.id})` : step.cause.event.what
        ]),
        effects.width
      )
    );
    effects.out("");
    effects.out(dim(DISCLAIMER, effects));
  }
};

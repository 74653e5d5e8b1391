import {stepAnswer} from "../../answers/steps.ts";
import {standingWord} from "../../sanctions/standing.ts";
import {outspans, timeline} from "../../sanctions/timeline.ts";
import {type Verb, verbs, verbWord} from "../../sanctions/verb.ts";
import {FIRST_DAY, LAST_DAY} from "../../time/day.ts";
import {type CommandSpec, caseArgument, json, jsonOption, text} from "../command.ts";
import {DISCLAIMER, dayOf, openRecord, provenance, requireDays} from "../openRecord.ts";
import {aside, count, heading} from "../style.ts";
import {table} from "../table.ts";

export const timelineCommand: CommandSpec = {
  name: "timeline",
  summary: "list every step of a case in order",
  about:
    "Lists every step of a case in order, from the first day to the last, both included. A step with an imprecise date is listed when it may fall between them; one that may just as well lie before the first day as after the last is counted and left out, unless --all is given.",
  args: [caseArgument],
  options: [
    {flags: "--from <day>", about: "first day (YYYY-MM-DD or today)"},
    {flags: "--to <day>", about: "last day, included (YYYY-MM-DD or today)"},
    {flags: "--verb <verb>", about: "only this verb", choices: verbs},
    {flags: "--all", about: "with steps that are not known to lie between the two days"},
    jsonOption
  ],
  examples: ["thaw timeline us-china --from 1969-07-01 --to 1972-12-31", "thaw timeline us-china --verb waived --json"],
  run({args: [name = ""], options}, effects) {
    const record = openRecord(name, effects);
    const [first, last] = [text(options["from"]), text(options["to"])];
    const from = first === undefined ? FIRST_DAY : dayOf(first, "--from", effects);
    const to = last === undefined ? LAST_DAY : dayOf(last, "--to", effects);
    requireDays(from, to);
    const verb = text(options["verb"]) as Verb | undefined;
    const all = timeline(record.lives).filter(
      ({when, verb: own}) => when.latest >= from && when.earliest <= to && (verb === undefined || own === verb)
    );
    const entries = options["all"] === true ? all : all.filter(({when}) => !outspans(when, from, to));
    const hidden = all.length - entries.length;
    if (options["json"] === true) {
      effects.out(json({...provenance(record), hidden, steps: entries.map(stepAnswer)}));
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
    const left =
      hidden === 0
        ? ""
        : `Left out: ${count(hidden, "step")} that may lie before, in between or after; --all lists it all. `;
    effects.out(aside(`${left}${DISCLAIMER}`, effects));
  }
};

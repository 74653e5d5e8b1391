import {suggest} from "../../casebook/explainIssue.ts";
import {bundledCases, openCase} from "../../casebook/node.ts";
import {ThawError} from "../../errors.ts";
import {easingPath} from "../../sanctions/easings.ts";
import {motiveKeys} from "../../sanctions/event.ts";
import {type Life, type Step, verbOf} from "../../sanctions/life.ts";
import {standingWord} from "../../sanctions/standing.ts";
import {whoCanEnd} from "../../sanctions/whoCanEnd.ts";
import type {CommandSpec} from "../command.ts";
import {jsonOption} from "../command.ts";
import type {Effects} from "../effects.ts";
import {DISCLAIMER, type OpenRecord, openRecord, provenance} from "../openRecord.ts";
import {bold, dim, paragraph} from "../style.ts";
import {table} from "../table.ts";

export const lifeCommand: CommandSpec = {
  name: "life",
  summary: "tell the life of one measure: steps, clocks, sources, motives",
  args: [
    {name: "<measure>", about: "id of a measure, as as-of lists it"},
    {name: "[case]", about: "the case it is in; every bundled case is looked through when left out"}
  ],
  options: [jsonOption],
  examples: ["thaw life zte-denial-order-2018", "thaw life mfn-withdrawal-1951 us-china --json"],
  run({args: [id = "", name], options}, effects) {
    const {record, life} = findLife(id, name, effects);
    if (options["json"] === true) {
      effects.out(JSON.stringify({...provenance(record), ...asJson(life)}, null, 2));
      return;
    }
    print(life, record, effects);
  }
};

function findLife(id: string, name: string | undefined, effects: Effects): {record: OpenRecord; life: Life} {
  const names = name === undefined ? bundledCases() : [name];
  for (const one of names) {
    if (!openCase(one, effects.cwd).measures.some((measure) => measure.id === id)) continue;
    const record = openRecord(one, effects);
    return {record, life: record.lives.find(({measure}) => measure.id === id)!};
  }
  const ids = names.flatMap((one) => openCase(one, effects.cwd).measures.map((measure) => measure.id));
  const like = suggest(id, ids) ?? ids.find((other) => other.startsWith(id)) ?? ids.find((other) => other.includes(id));
  const advice = like === undefined ? "thaw as-of lists the ids" : `did you mean ${like}?`;
  throw new ThawError("notFound", "cli/no-measure", `no measure ${id} in ${names.join(", ")}; ${advice}`);
}

function print(life: Life, {one}: OpenRecord, effects: Effects): void {
  const {measure} = life;
  const end = whoCanEnd(measure);
  const field = (label: string, value: string) => effects.out(paragraph(`${label}: ${value}`, effects.width));
  effects.out(bold(measure.title, effects));
  field("Id", `${measure.id} (${one.id})`);
  field("Type", `${measure.type}, ${measure.subtype}`);
  field("Senders and targets", `${measure.senders.join(", ")} → ${measure.targets.join(", ")}`);
  field("Authorities", measure.authorities.map(({cite, kind}) => `${cite} (${kind})`).join("; "));
  field(
    "Who can end it",
    `${end.ender}, because of ${end.because.map(({cite}) => cite).join("; ") || "nothing on record"}`
  );
  if (measure.scope !== null) field("Scope", measure.scope);
  field("Stands at", `${standingWord(life.steps.at(-1)!.standing)}; source base: ${measure.status}`);
  effects.out("");
  effects.out(
    table(
      [
        {label: "Day"},
        {label: "Verb"},
        {label: "Then"},
        {label: "What changed", shrink: 2},
        {label: "Instrument", shrink: 1},
        {label: "Checked"}
      ],
      life.steps.map((step) => [
        dayCell(step),
        verbOf(step.cause) + (step.cause.kind === "act" && step.cause.event.extent === "part" ? " (part)" : ""),
        standingWord(step.standing),
        step.cause.kind === "act" ? step.cause.event.what : clockWords(step),
        step.cause.kind === "act" ? step.cause.event.instrument : `set by ${step.cause.event.id}`,
        step.cause.event.verification
      ]),
      effects.width
    )
  );
  printMotives(life, one.coders, effects);
  printSources(life, one.sources, effects);
  effects.out("");
  effects.out(dim(DISCLAIMER, effects));
}

function dayCell({when, cause}: Step): string {
  const {announced, effective, expires} = cause.event;
  if (cause.kind === "clock") return when.text;
  const notes = [
    announced !== undefined && effective !== undefined ? `announced ${announced.text}` : "",
    expires !== undefined ? `expires ${expires.text}` : ""
  ].filter((note) => note !== "");
  return notes.length === 0 ? when.text : `${when.text} (${notes.join(", ")})`;
}

const clockWords = ({ahead, cause}: Step) =>
  `${cause.kind === "clock" && cause.verb === "reimposed" ? "Relief runs out and the measure is back" : "The term runs out"}${ahead ? ", unless somebody acts first" : ""}.`;

function printMotives(life: Life, coders: OpenRecord["one"]["coders"], effects: Effects): void {
  const coded = life.steps.flatMap(({cause}) =>
    cause.kind === "act" && cause.event.motives.length > 0 ? [cause.event] : []
  );
  if (coded.length === 0) return;
  effects.out("");
  effects.out(bold("Why it was eased: a judgement, by coder", effects));
  for (const event of coded) {
    for (const {coder, weights, rationale} of event.motives) {
      const shown = motiveKeys.filter((key) => weights[key] > 0).sort((a, b) => weights[b] - weights[a]);
      const list = shown.map((key) => `${key} ${Math.round(weights[key] * 100)}%`).join(", ");
      const name = coders.find(({id}) => id === coder)?.name ?? coder;
      effects.out(
        paragraph(
          `${(event.effective ?? event.announced)?.text} ${event.verb}: ${list}. ${rationale} (${name})`,
          effects.width,
          "  "
        )
      );
    }
  }
}

function printSources(life: Life, sources: OpenRecord["one"]["sources"], effects: Effects): void {
  const keys = [...new Set(life.measure.life.flatMap((event) => event.sources.map(({source}) => source)))];
  effects.out("");
  effects.out(bold("Sources", effects));
  for (const key of keys) {
    const source = sources.find(({id}) => id === key);
    if (source === undefined) continue;
    const author = source.author?.map(({literal}) => literal).join(", ");
    const parts = [author, source.title, source.number, source.URL, source.consulted ? "" : "not consulted"];
    effects.out(
      paragraph(`[${key}] ${parts.filter((part) => part !== undefined && part !== "").join(". ")}`, effects.width, "  ")
    );
  }
}

function asJson(life: Life) {
  return {
    measure: life.measure,
    whoCanEnd: whoCanEnd(life.measure),
    steps: life.steps.map(({cause, when, standing, ahead}) => ({
      event: cause.event.id,
      cause: cause.kind,
      verb: verbOf(cause),
      date: when.text,
      standing,
      ahead
    })),
    easingPath: easingPath(life).easings.map(({easing, daysAfter}) => ({event: easing.event.id, daysAfter}))
  };
}

import {lifeAnswer} from "../../answers/life.ts";
import {bundledCases, caseFolder, openCase} from "../../casebook/node.ts";
import {ThawError} from "../../errors.ts";
import {standingAsOf} from "../../sanctions/asOf.ts";
import {motiveKeys} from "../../sanctions/event.ts";
import {type Life, type Step, verbOf} from "../../sanctions/life.ts";
import type {Authority} from "../../sanctions/measure.ts";
import {standingWord} from "../../sanctions/standing.ts";
import {verbWord} from "../../sanctions/verb.ts";
import {whoCanEnd} from "../../sanctions/whoCanEnd.ts";
import {formatDay} from "../../time/day.ts";
import {type CommandSpec, json, jsonOption} from "../command.ts";
import type {Effects} from "../effects.ts";
import {DISCLAIMER, notFound, type OpenRecord, openRecord, provenance} from "../openRecord.ts";
import {aside, bold, heading, paragraph} from "../style.ts";
import {textWidth} from "../textWidth.ts";

export const lifeCommand: CommandSpec = {
  name: "life",
  summary: "tell the life of one measure: steps, clocks, sources, motives",
  about:
    "Tells the life of one measure: each step with what it left standing, its instrument, its sources and how far it is verified; then why it was eased, as coders judge it. The case may stand before the measure or after it.",
  args: [
    {name: "<measure>", about: "id of a measure, as as-of lists it"},
    {name: "[case]", about: "the case it is in; every bundled case is looked through when left out"}
  ],
  options: [jsonOption],
  examples: ["thaw life zte-denial-order-2018", "thaw life us-china mfn-withdrawal-1951 --json"],
  run({args: [first = "", second], options}, effects) {
    const [id, name] = second === undefined || isCase(second, effects) ? [first, second] : [second, first];
    const {record, life} = findLife(id, name, effects);
    if (options["json"] === true) effects.out(json({...provenance(record), ...lifeAnswer(life, record)}));
    else print(life, record, effects);
  }
};

function isCase(name: string, {cwd}: Effects): boolean {
  try {
    caseFolder(name, cwd);
    return true;
  } catch (error) {
    if (error instanceof ThawError && error.kind === "notFound") return false;
    throw error;
  }
}

function findLife(id: string, name: string | undefined, effects: Effects): {record: OpenRecord; life: Life} {
  const names = name === undefined ? bundledCases() : [name];
  const ids: string[] = [];
  for (const one of names) {
    const own = openCase(one, effects.cwd).measures.map((measure) => measure.id);
    ids.push(...own);
    if (!own.includes(id)) continue;
    const record = openRecord(one, effects);
    return {record, life: record.lives.find(({measure}) => measure.id === id)!};
  }
  if (isCase(id, effects)) {
    throw new ThawError("notFound", "cli/no-measure", `${id} is a case; thaw as-of ${id} lists its measures`);
  }
  const place = names.join(", ");
  throw notFound("cli/no-measure", `no measure ${id} in ${place}`, id, ids, `thaw as-of ${names[0]} lists the ids`);
}

function print(life: Life, record: OpenRecord, effects: Effects): void {
  effects.out(heading(life.measure.title, effects));
  printFields(life, record, effects);
  printSteps(life, effects);
  printMotives(life, record, effects);
  printSources(life, record, effects);
  effects.out("");
  effects.out(aside(DISCLAIMER, effects));
}

function printFields(life: Life, {one}: OpenRecord, effects: Effects): void {
  const {measure} = life;
  const {ender, because} = whoCanEnd(measure, one.coverage.to);
  const field = (label: string, value: string) => effects.out(paragraph(`${label}: ${value}`, effects.width));
  const names = (ids: readonly string[]) =>
    ids.map((id) => one.parties.find((party) => party.id === id)?.name ?? id).join(", ");
  const stands = standingAsOf(life, one.coverage.to).standings.map(standingWord).join(" or ");
  field("Id", `${measure.id} (${one.id})`);
  field("Type", `${measure.type}, ${measure.subtype}`);
  field("Senders and targets", `${names(measure.senders)} → ${names(measure.targets)}`);
  field("Authorities", measure.authorities.map(authorityWords).join("; "));
  field("Who can end it", `${ender}, because of ${because.map(({cite}) => cite).join("; ") || "nothing on record"}`);
  if (measure.scope !== null) field("Scope", measure.scope);
  field(`Stands on ${formatDay(one.coverage.to)}`, `${stands}; status as recorded: ${measure.status}`);
}

function authorityWords({cite, kind, from, to}: Authority): string {
  const days = [
    ...(from === undefined ? [] : [`from ${from.text}`]),
    ...(to === undefined ? [] : [`until ${to.text}`])
  ];
  return `${cite} (${[kind, ...days].join(", ")})`;
}

/** Each step under its day: what was done and what it left standing, in what words, on what grounds. */
function printSteps({steps}: Life, effects: Effects): void {
  const wide = Math.max(...steps.map(({when}) => textWidth(when.text))) + 2;
  const indent = " ".repeat(wide);
  for (const step of steps) {
    const {what, sources, verification, confidence, note} = step.cause.event;
    const cited = sources.map(({source, at}) => (at === undefined ? source : `${source} ${at}`)).join(", ");
    effects.out("");
    effects.out(bold(paragraph(headOf(step), effects.width, indent, step.when.text.padEnd(wide)), effects));
    effects.out(paragraph(step.cause.kind === "act" ? what : clockWords(step), effects.width, indent));
    effects.out(paragraph(groundsOf(step), effects.width, indent));
    if (note !== undefined && step.cause.kind === "act") effects.out(aside(`Note: ${note}`, effects, indent));
    const checked = `${verification}, ${confidence.level}; ${cited === "" ? "no source" : `source ${cited}`}`;
    effects.out(aside(checked, effects, indent));
  }
}

function headOf({cause, standing}: Step): string {
  const part = cause.kind === "act" && cause.event.extent === "part" ? " in part" : "";
  return `${verbWord(verbOf(cause))}${part} → ${standingWord(standing)}`;
}

function groundsOf({cause}: Step): string {
  const {id, instrument, announced, effective, expires} = cause.event;
  if (cause.kind === "clock") return `Set by ${id}: ${instrument}`;
  return [
    instrument,
    ...(announced !== undefined && effective !== undefined ? [`announced ${announced.text}`] : []),
    ...(expires !== undefined ? [`expires ${expires.text}`] : [])
  ].join("; ");
}

const clockWords = ({ahead, cause}: Step) =>
  `${cause.kind === "clock" && cause.verb === "reimposed" ? "Relief runs out and the measure is back" : "The term runs out"}${ahead ? ", unless somebody acts first" : ""}.`;

function printMotives({steps}: Life, {one}: OpenRecord, effects: Effects): void {
  const judged = steps.flatMap(({cause, when}) =>
    cause.kind === "act" ? cause.event.motives.map((motive) => ({when, event: cause.event, motive})) : []
  );
  if (judged.length === 0) return;
  effects.out("");
  effects.out(heading("Why it was eased: a judgement, by coder", effects));
  for (const {when, event, motive} of judged) {
    const {coder, weights, rationale} = motive;
    const list = motiveKeys
      .filter((key) => weights[key] > 0)
      .sort((a, b) => weights[b] - weights[a])
      .map((key) => `${key} ${Math.round(weights[key] * 100)}%`)
      .join(", ");
    const name = one.coders.find(({id}) => id === coder)?.name ?? coder;
    effects.out(paragraph(`${when.text} ${event.verb}: ${list}. ${rationale} (${name})`, effects.width, "  "));
  }
}

function printSources({measure}: Life, {one}: OpenRecord, effects: Effects): void {
  const keys = new Set(measure.life.flatMap(({sources}) => sources.map(({source}) => source)));
  if (keys.size === 0) return;
  effects.out("");
  effects.out(heading("Sources", effects));
  for (const {id, author, title, number, URL, consulted} of one.sources) {
    if (!keys.has(id)) continue;
    const by = author?.map(({literal}) => literal).join(", ");
    const parts = [by, title, number === title ? undefined : number, URL, consulted ? undefined : "not consulted"];
    effects.out(paragraph(`[${id}] ${parts.filter((part) => part !== undefined).join(". ")}`, effects.width, "  "));
  }
}

import {type Event, operative} from "../sanctions/event.ts";
import {lifeOf} from "../sanctions/life.ts";
import {isEasing} from "../sanctions/verb.ts";
import {formatDay} from "../time/day.ts";
import type {CaseParts, MeasurePart, Names} from "./caseParts.ts";
import {checkName} from "./checkName.ts";
import {addAll, type Problem} from "./problem.ts";
import type {Path} from "./yamlFile.ts";

/** Measures against the rest of the case: file names, ids, parties, sources, coders, coverage, and the rule book. */
export function checkMeasures(parts: CaseParts, names: Names): Problem[] {
  const takenIn = new Map<string, string>();
  return parts.measures.flatMap((part) => {
    const {yaml, measure} = part;
    const problems: Problem[] = [];
    if (/([^/]+)\.ya?ml$/.exec(yaml.file)?.[1] !== measure.id) {
      const message = `measure ${measure.id} is in ${yaml.file}; name the file ${measure.id}.yaml`;
      problems.push(yaml.problem(["id"], "casebook/file-name", message));
    }
    for (const side of ["senders", "targets"] as const) {
      addAll(
        problems,
        measure[side].flatMap((id, i) => checkName(yaml, [side, i], "party", id, names))
      );
    }
    for (const [i, {id}] of yaml.value.life.entries()) {
      const other = takenIn.get(id);
      if (other !== undefined) {
        const message = `event id ${id} is taken in ${other}; choose another`;
        problems.push(yaml.problem(["life", i, "id"], "casebook/duplicate-id", message));
      }
      takenIn.set(id, yaml.file);
    }
    const places = new Map(yaml.value.life.map(({id}, i) => [id, ["life", i]]));
    return [
      ...problems,
      ...measure.life.flatMap((event) => checkEvent(part, event, places.get(event.id)!, parts, names)),
      ...checkLife(part, places, parts)
    ];
  });
}

function checkEvent({yaml}: MeasurePart, event: Event, path: Path, {frame}: CaseParts, names: Names): Problem[] {
  const problems = event.sources.flatMap(({source}, k) =>
    checkName(yaml, [...path, "sources", k, "source"], "source", source, names)
  );
  const add = (at: readonly PropertyKey[], code: string, message: string) =>
    problems.push(yaml.problem([...path, ...at], `casebook/${code}`, message));
  for (const [k, {coder, source}] of event.motives.entries()) {
    problems.push(...checkName(yaml, [...path, "motives", k, "coder"], "coder", coder, names));
    problems.push(...checkName(yaml, [...path, "motives", k, "source"], "source", source, names));
  }
  if (event.verification === "verified" && event.sources.length === 0) {
    const message = `event ${event.id} is verified by no source; cite one, or write recalled`;
    add(["verification"], "verified-without-source", message);
  }
  if (event.motives.length > 0 && !isEasing(event.verb)) {
    const message = `motive on ${event.verb}; only relief and endings have motives, remove it`;
    add(["motives"], "motive-without-easing", message);
  }
  if (event.verb === "superseded" && event.by === undefined) {
    const message = `superseded without successor: ${event.id}; name in by what takes over, or write expired`;
    add(["verb"], "superseded-by-nothing", message);
  }
  if (frame !== null && operative(event).latest < frame.coverage.from) {
    const start = formatDay(frame.coverage.from);
    const message = `event ${event.id} is before the coverage starts on ${start}; widen coverage.from`;
    add([], "before-coverage", message);
  }
  return problems;
}

/** What the rule book refuses; it cannot judge a life of which an event could not be read. */
function checkLife({yaml, measure}: MeasurePart, places: ReadonlyMap<string, Path>, {frame}: CaseParts) {
  if (frame === null || !yaml.whole) return [];
  return lifeOf(measure, frame.coverage.to).problems.map(({event, code, message}) =>
    yaml.problem([...places.get(event.id)!, "verb"], code, message)
  );
}

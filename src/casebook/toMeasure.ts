import {type Event, type Motive, type MotiveKey, motiveKeys} from "../sanctions/event.ts";
import type {Measure} from "../sanctions/measure.ts";
import {parseEdtf} from "../time/edtf.ts";
import type {ImpreciseDay} from "../time/impreciseDay.ts";
import type {EventFile, MeasureFile} from "./measureSchema.ts";
import {messageOf, type Problem} from "./problem.ts";
import type {YamlFile} from "./yamlFile.ts";

const clockNames = ["announced", "effective", "published", "expires"] as const;

/** Turns a measure file into a measure; dates and weights that cannot be are problems, at their place in the file. */
export function toMeasure(yaml: YamlFile<MeasureFile>): {readonly measure: Measure; readonly problems: Problem[]} {
  const {life, ...rest} = yaml.value;
  const problems: Problem[] = [];
  const events = life.flatMap((event, i) => {
    const result = toEvent(yaml, event, ["life", i]);
    problems.push(...result.problems);
    return result.event === undefined ? [] : [result.event];
  });
  return {measure: {...rest, life: events}, problems};
}

function toEvent(
  yaml: YamlFile<MeasureFile>,
  event: EventFile,
  path: readonly PropertyKey[]
): {readonly event?: Event; readonly problems: Problem[]} {
  const problems: Problem[] = [];
  const clocks: Partial<Record<(typeof clockNames)[number], ImpreciseDay>> = {};
  for (const name of clockNames) {
    const text = event[name];
    if (text === undefined) continue;
    try {
      clocks[name] = parseEdtf(text, name);
    } catch (error) {
      problems.push(yaml.problem([...path, name], "time/invalid-edtf", messageOf(error)));
    }
  }
  if (event.announced === undefined && event.effective === undefined) {
    problems.push(
      yaml.problem(
        [...path, "verb"],
        "casebook/no-day",
        `event ${event.id} has no day; give announced, effective or both (? when nothing is known)`
      )
    );
  }
  const operative = clocks.effective ?? clocks.announced;
  if (operative !== undefined && clocks.expires !== undefined && clocks.expires.latest <= operative.earliest) {
    problems.push(
      yaml.problem(
        [...path, "expires"],
        "casebook/expires-before-start",
        `invalid expires: ${clocks.expires.text}; it must come after the event's own day ${operative.text}`
      )
    );
  }
  const motives = event.motives.map((motive, i) => {
    const weights = fill(motive.weights);
    const sum = motiveKeys.reduce((total, key) => total + weights[key], 0);
    if (Math.abs(sum - 1) > 1e-9) {
      const shown = Number(sum.toFixed(6));
      problems.push(
        yaml.problem(
          [...path, "motives", i, "weights"],
          "casebook/weights-do-not-sum",
          `weights sum to ${shown}: ${event.id} by ${motive.coder}; make them sum to 1`
        )
      );
    }
    return {...motive, weights} as Motive;
  });
  if (problems.length > 0) return {problems};
  const {announced: _a, effective: _e, published: _p, expires: _x, motives: _m, ...rest} = event;
  return {event: {...rest, ...clocks, motives} as Event, problems};
}

function fill(weights: Readonly<Record<string, number | undefined>>): Record<MotiveKey, number> {
  return Object.fromEntries(motiveKeys.map((key) => [key, weights[key] ?? 0])) as Record<MotiveKey, number>;
}

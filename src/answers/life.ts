import {plainMeasure, sorted} from "../exports/json.ts";
import {easingPath} from "../sanctions/easings.ts";
import {type Life, verbOf} from "../sanctions/life.ts";
import {whoCanEnd} from "../sanctions/whoCanEnd.ts";
import type {OpenRecord} from "./record.ts";

/** The life of one measure: the measure as recorded, its steps as the rule book derives them, and how it was eased. */
export const lifeAnswer = (life: Life, {one}: Pick<OpenRecord, "one">) => ({
  measure: sorted(plainMeasure(life.measure)) as ReturnType<typeof plainMeasure>,
  whoCanEnd: whoCanEnd(life.measure, one.coverage.to),
  steps: life.steps.map(({cause, when, standing, ahead}) => ({
    event: cause.event.id,
    cause: cause.kind,
    verb: verbOf(cause),
    date: when.text,
    standing,
    ahead
  })),
  easingPath: easingPath(life).easings.map(({easing, daysAfter}) => ({event: easing.event.id, daysAfter}))
});

import type {MeasureFilter, Quantity, StandingOn} from "../casebook/claim.ts";
import {answers, standingAsOf} from "../sanctions/asOf.ts";
import type {Life} from "../sanctions/life.ts";
import {parseDay} from "../time/day.ts";
import type {Answer} from "../time/impreciseDay.ts";
import type {Ground} from "./ground.ts";
import {selectLives} from "./selectActs.ts";
import {tallied, type Value} from "./value.ts";

/** Does a measure stand so on the day? */
function stands(life: Life, {on, standing}: StandingOn, {at}: Ground): Answer {
  return answers(standingAsOf(life, parseDay(on, `on in ${at}`)), (own) => standing.includes(own));
}

/** Measures that stand so on one day, and so on the other where a second is asked for. */
export function measuresAt(
  ground: Ground,
  {where, also, ...first}: StandingOn & {readonly where?: MeasureFilter; readonly also?: StandingOn}
): Value {
  const counted: string[] = [];
  const possible: string[] = [];
  for (const life of selectLives(ground, where)) {
    const both = [stands(life, first, ground), also === undefined ? "certainly" : stands(life, also, ground)];
    if (both.includes("no")) continue;
    (both.includes("possibly") ? possible : counted).push(life.measure.id);
  }
  return tallied(counted, possible);
}

/** Bounds of part ÷ whole over every reading of the dates, measure by measure. */
export function shareAt(ground: Ground, {where, also, ...first}: Extract<Quantity, {kind: "share"}>): Value | null {
  const lives = selectLives(ground, where).map((life) => ({
    id: life.measure.id,
    whole: stands(life, first, ground),
    part: stands(life, also, ground)
  }));
  const base = lives.filter(({whole}) => whole === "certainly");
  const doubtful = lives.filter(({whole}) => whole === "possibly");
  if (base.length + doubtful.length === 0) return null;
  const least = base.filter(({part}) => part === "certainly").length;
  const most = base.filter(({part}) => part !== "no").length;
  const without = doubtful.filter(({part}) => part !== "certainly").length;
  const withPart = doubtful.filter(({part}) => part !== "no").length;
  return {
    unit: "share",
    low: base.length + without === 0 ? 1 : least / (base.length + without),
    high: base.length + withPart === 0 ? 0 : (most + withPart) / (base.length + withPart),
    sure: base.length > 0,
    counted: base.map(({id}) => id),
    possible: doubtful.map(({id}) => id)
  };
}

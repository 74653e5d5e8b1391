import fc from "fast-check";
import {expect, test} from "vitest";
import {asOf} from "../../src/sanctions/asOf.ts";
import {calendar} from "../../src/sanctions/calendar.ts";
import {diff} from "../../src/sanctions/diff.ts";
import {durability} from "../../src/sanctions/durability.ts";
import {escalationStops} from "../../src/sanctions/escalationStops.ts";
import {instrumentMix} from "../../src/sanctions/instrumentMix.ts";
import {type Life, lifeOf} from "../../src/sanctions/life.ts";
import {compareDays, pendulum, pendulumBand} from "../../src/sanctions/pendulum.ts";
import {timeline} from "../../src/sanctions/timeline.ts";
import {addDays} from "../../src/time/day.ts";
import {period} from "../../src/time/period.ts";
import {BASE, measures} from "./lives.ts";

const complete = addDays(BASE, 20);
const eras = [
  {id: "a", title: "A", from: BASE, to: addDays(BASE, 8)},
  {id: "b", title: "B", from: addDays(BASE, 8), to: null}
];
const some = [0, 5, 9, 14, 30].map((n) => addDays(BASE, n));

/** The lives of the measures as listed, and with the measures and the events of each shuffled. */
const shuffled = measures.chain((list) =>
  fc
    .tuple(
      fc.shuffledSubarray(list, {minLength: list.length}),
      ...list.map(({life}) => fc.shuffledSubarray([...life], {minLength: life.length}))
    )
    .map(([order, ...lives]) => ({
      plain: list.map((measure) => lifeOf(measure, complete)),
      mixed: order.map((measure) => lifeOf({...measure, life: lives[list.indexOf(measure)]!}, complete))
    }))
);

/** An answer without the measures that it carries: their list of events is in the order of the file. */
const answer = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner) => (key === "measure" && typeof inner === "object" ? inner.id : inner))
  );

test.each<[string, (lives: readonly Life[]) => unknown]>([
  ["as-of", (lives) => some.map((day) => asOf(lives, day))],
  ["diff", (lives) => diff(lives, some[1]!, some[3]!)],
  ["timeline", timeline],
  ["pendulum", (lives) => (["count", "state", "severity"] as const).map((rule) => pendulum(lives, some, rule))],
  ["pendulumBand", (lives) => pendulumBand(lives, some, {draws: 20, seed: 1})],
  ["compareDays", (lives) => compareDays(lives, some[1]!, some[3]!, {draws: 20, seed: 1})],
  ["durability", (lives) => durability(lives, complete)],
  ["instrumentMix", (lives) => instrumentMix(lives, eras, complete)],
  ["calendar", (lives) => calendar(lives, period(addDays(BASE, -5), null), complete)],
  ["escalationStops", (lives) => escalationStops(lives, 10)]
])("%s does not depend on the order of measures or events", (_, ask) => {
  fc.assert(
    fc.property(shuffled, ({plain, mixed}) => {
      expect(answer(ask(mixed))).toEqual(answer(ask(plain)));
    })
  );
});

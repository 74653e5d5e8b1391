import fc from "fast-check";
import {expect, test} from "vitest";
import {diff} from "../../src/sanctions/diff.ts";
import {durability} from "../../src/sanctions/durability.ts";
import {instrumentMix} from "../../src/sanctions/instrumentMix.ts";
import {lifeOf} from "../../src/sanctions/life.ts";
import {compareDays, pendulum, pendulumBand, pendulumByChannel} from "../../src/sanctions/pendulum.ts";
import {timeline} from "../../src/sanctions/timeline.ts";
import {addDays} from "../../src/time/day.ts";
import {BASE, measures} from "./lives.ts";

const lives = measures.map((list) => list.map((measure) => lifeOf(measure)));
const day = fc.integer({min: -3, max: 40}).map((n) => addDays(BASE, n));

test("the channels add up to the pendulum, and low is not above high", () => {
  fc.assert(
    fc.property(lives, day, (list, on) => {
      const [whole] = pendulum(list, [on], "state");
      const parts = pendulumByChannel(list, [on], "state");
      expect(parts.reduce((sum, {low}) => sum + low, 0)).toBe(whole!.low);
      expect(parts.reduce((sum, {high}) => sum + high, 0)).toBe(whole!.high);
      expect(whole!.low).toBeLessThanOrEqual(whole!.high);
    })
  );
});

test("the band is in [0, 1], and its quantiles are in order", () => {
  fc.assert(
    fc.property(lives, fc.array(day, {minLength: 1, maxLength: 4}), (list, days) => {
      for (const {low, mid, high} of pendulumBand(list, days, {draws: 20, seed: 3})) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(mid);
        expect(mid).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
      }
    })
  );
});

test("what is always lower or equal is never higher in a draw, and two days that are so both ways never differ", () => {
  fc.assert(
    fc.property(lives, day, day, (list, a, b) => {
      const options = {draws: 40, seed: 5};
      const [forth, back] = [compareDays(list, a, b, options), compareDays(list, b, a, options)];
      if (forth.always) expect(back.shareLower).toBe(0);
      if (forth.always && back.always) expect(forth.shareLower).toBe(0);
      expect(forth.always).toBe(forth.against.length === 0);
    })
  );
});

test("a comparison that does not always hold has a weighting that turns it round", () => {
  fc.assert(
    fc.property(lives, day, day, (list, a, b) => {
      const {against} = compareDays(list, a, b, {draws: 1, seed: 1});
      for (const {first, second} of against) {
        const weigh = (text: string, eased: number) => {
          const [full, part] = text.match(/[\d.]+/g)!.map(Number);
          return full! + eased * part!;
        };
        expect([0, 1].some((eased) => weigh(first, eased) > weigh(second, eased))).toBe(true);
      }
    })
  );
});

test("steps that a difference lists are those of the timeline that may lie between the days", () => {
  fc.assert(
    fc.property(lives, day, day, (list, a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const between = timeline(list).filter(
        ({step: {when}}) => Math.max(when.earliest, addDays(from, 1)) <= Math.min(when.latest, to)
      );
      const changes = diff(list, from, to);
      expect(changes.reduce((n, {steps}) => n + steps.length, 0)).toBe(between.length);
    })
  );
});

test("the timeline holds every step once, in the order of its life", () => {
  fc.assert(
    fc.property(lives, (list) => {
      const entries = timeline(list);
      for (const life of list) {
        expect(entries.filter((entry) => entry.life === life).map(({step}) => step)).toEqual(life.steps);
      }
    })
  );
});

test("shares of an era sum to 1", () => {
  fc.assert(
    fc.property(lives, (list) => {
      const [mix] = instrumentMix(list, [{id: "e", title: "E", from: BASE, to: null}], addDays(BASE, 100));
      if (mix!.acts === 0) return;
      // ROUNDING: a sum of at most 22 shares.
      expect(Math.abs(mix!.byType.reduce((sum, {share}) => sum + share, 0) - 1)).toBeLessThan(1e-14);
      expect(Math.abs(mix!.byChannel.reduce((sum, {share}) => sum + share, 0) - 1)).toBeLessThan(1e-14);
    })
  );
});

test("acts of relief are no more than grants, those taken back no more than granted, reversals no more than rows", () => {
  fc.assert(
    fc.property(lives, day, (list, until) => {
      const {reliefs, acts} = durability(list, until);
      const reversed = reliefs.filter(({reversal}) => reversal !== null).length;
      expect(acts.granted).toBeLessThanOrEqual(reliefs.length);
      expect(acts.takenBack).toBeLessThanOrEqual(Math.min(acts.granted, reversed));
      expect(acts.reversals).toBeLessThanOrEqual(reversed);
      expect([acts.takenBack > 0, acts.reversals > 0]).toEqual([reversed > 0, reversed > 0]);
    })
  );
});

test("relief lasts no fewer days than the fewest and no more than the most, and by verb nothing is lost", () => {
  fc.assert(
    fc.property(lives, day, (list, until) => {
      const {reliefs, byVerb} = durability(list, until);
      for (const {days} of reliefs) expect(days[0]).toBeLessThanOrEqual(days[1]);
      expect(byVerb.reduce((n, one) => n + one.n, 0)).toBe(reliefs.length);
      expect(byVerb.reduce((n, one) => n + one.reversed, 0)).toBe(reliefs.filter(({reversal}) => reversal).length);
    })
  );
});

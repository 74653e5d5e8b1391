import fc from "fast-check";
import {expect, test} from "vitest";
import {standingAsOf} from "../../src/sanctions/asOf.ts";
import type {Event} from "../../src/sanctions/event.ts";
import {apply, type Fold, inOrder, lifeOf, START} from "../../src/sanctions/life.ts";
import {measure} from "../unit/sanctions/make.ts";
import {anyEvents, BASE, legalLife} from "./lives.ts";

const fold = (events: readonly Event[], start: Fold): Fold =>
  events.reduce((state, event) => {
    const result = apply(state, event);
    return "fold" in result ? result.fold : state;
  }, start);

test("a life read in two pieces, with the fold written down between them, ends as the life read in one", () => {
  fc.assert(
    fc.property(legalLife(8), fc.nat(8), (events, cut) => {
      const ordered = inOrder(events);
      const between: Fold = JSON.parse(JSON.stringify(fold(ordered.slice(0, cut), START)));
      expect(JSON.stringify(fold(ordered.slice(cut), between))).toBe(JSON.stringify(fold(ordered, START)));
    })
  );
});

test("the bounds of the steps never fall along a life", () => {
  fc.assert(
    fc.property(legalLife(8), (events) => {
      const {steps, problems} = lifeOf(measure(events));
      expect(problems).toEqual([]);
      for (const [i, {when}] of steps.entries()) {
        expect(when.earliest).toBeLessThanOrEqual(when.latest);
        if (i === 0) continue;
        expect(when.earliest).toBeGreaterThanOrEqual(steps[i - 1]!.when.earliest);
        expect(when.latest).toBeGreaterThanOrEqual(steps[i - 1]!.when.latest);
      }
    })
  );
});

test("a step is never outside the dates of its cause", () => {
  fc.assert(
    fc.property(legalLife(8), (events) => {
      for (const {cause, when} of lifeOf(measure(events)).steps) {
        const written = cause.kind === "act" ? cause.event.effective! : cause.event.expires!;
        expect(when.earliest).toBeGreaterThanOrEqual(written.earliest);
        expect(when.latest).toBeLessThanOrEqual(written.latest);
      }
    })
  );
});

test("any list of events reads without an exception, and every event is a step or a problem", () => {
  fc.assert(
    fc.property(anyEvents, fc.boolean(), (events, complete) => {
      const {steps, problems} = lifeOf(measure(events), complete ? BASE : null);
      const acts = steps.flatMap(({cause}) => (cause.kind === "act" ? [cause.event.id] : []));
      const refused = problems.filter(({code}) => code !== "sanctions/dates-cross").map(({event}) => event.id);
      expect([...acts, ...refused].sort()).toEqual(events.map(({id}) => id).sort());
      for (const {message} of problems) expect(message).toMatch(/legal here: \w|narrow (its date|whichever)/);
    })
  );
});

test("the past does not change when the record ends earlier: a step before `complete` stands as it stood", () => {
  fc.assert(
    fc.property(legalLife(8), fc.integer({min: 0, max: 40}), (events, offset) => {
      const complete = (BASE + offset) as typeof BASE;
      const [cut, whole] = [lifeOf(measure(events), complete), lifeOf(measure(events))];
      for (let day = BASE - 3; day <= complete; day++) {
        const open = cut.steps.some(({ahead, when}) => ahead && when.earliest <= day);
        if (open) continue;
        expect(standingAsOf(cut, day as typeof BASE).standings).toEqual(
          standingAsOf(whole, day as typeof BASE).standings
        );
      }
    })
  );
});

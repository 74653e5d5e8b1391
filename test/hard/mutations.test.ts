import {expect, test} from "vitest";
import {random} from "../../src/numeric/random.ts";
import {tryCase, tryDate} from "../fuzz/targets.ts";
import {minimalCase} from "../unit/casebook/minimalCase.ts";

// The short form of test/fuzz/main.ts: the same damages, always the same ones.
test("a damaged case file is read or refused with a place, in time, and nothing is thrown", () => {
  const next = random(1949);
  for (let i = 0; i < 1500; i++) expect(tryCase(minimalCase(), next)).toBeNull();
}, 20_000);

test("a damaged date is read with its nominal day inside its bounds, or refused by the one error for dates", () => {
  const next = random(1949);
  for (let i = 0; i < 20_000; i++) expect(tryDate(next)).toBeNull();
});

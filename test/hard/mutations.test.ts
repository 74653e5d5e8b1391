import {expect, test} from "vitest";
import {random} from "../../src/numeric/random.ts";
import {tryCase, tryDate} from "../fuzz/targets.ts";
import {minimalCase, problemsOf} from "../unit/casebook/minimalCase.ts";

// The short form of test/fuzz/main.ts: the same damages, always the same ones.
test("a damaged case file is read or refused with a place, in time, and nothing is thrown", () => {
  const next = random(1949);
  for (let i = 0; i < 1500; i++) expect(tryCase(minimalCase(), next)).toBeNull();
}, 20_000);

test("a damaged date is read with its nominal day inside its bounds, or refused by the one error for dates", () => {
  const next = random(1949);
  for (let i = 0; i < 20_000; i++) expect(tryDate(next)).toBeNull();
});

const LARGE = 20_000; // ms; what grows with the square of a file takes minutes

test(
  "a file of 60,000 fields that no case has is told in full, in time that grows with the file",
  () => {
    const fields = Array.from({length: 60_000}, (_, i) => `field${i}: 1\n`).join("");
    const files = minimalCase();
    expect(problemsOf(files.set("case.yaml", files.get("case.yaml")! + fields))).toHaveLength(60_000);
  },
  LARGE
);

test(
  "20,000 entries of which each lacks seven fields are told in full",
  () => {
    const entries = Array.from({length: 20_000}, (_, i) => `- {id: claim${i}}\n`).join("");
    expect(problemsOf(minimalCase().set("claims.yaml", entries)).length).toBeGreaterThan(100_000);
  },
  LARGE
);

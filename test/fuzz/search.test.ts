import {expect, test} from "vitest";
import {search} from "./search.ts";

const MINUTE = 60; // s, for each seed

test.each([1, 2, 3])(
  "a minute of damaged case files and dates: each is read or refused with a place (seed %i)",
  (seed) => {
    const {runs, failures} = search(MINUTE, seed);
    expect(failures).toEqual([]);
    expect(runs).toBeGreaterThan(1000);
  }
);

import {expect, test} from "vitest";
import {operative} from "../../../src/sanctions/event.ts";
import {parseEdtf} from "../../../src/time/edtf.ts";

const [announced, effective, published] = ["1990-01-01", "1990-02-01", "1990-03-01"].map((day) => parseEdtf(day));

test("effect moves the state; an announcement does where no effect is on record", () => {
  expect(operative({id: "e", announced: announced!, effective: effective!})).toBe(effective);
  expect(operative({id: "e", announced: announced!})).toBe(announced);
});

test("the day of publication moves nothing", () => {
  expect(() => operative({id: "e", published: published!})).toThrow("event e has neither");
});

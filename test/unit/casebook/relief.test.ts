import {expect, test} from "vitest";
import {lookups, read, saidOf} from "./scenarioText.ts";

const text = (reinstate: string, day = "2025-12-31") =>
  `title: T\ncase: us-china\nday: ${day}\nsteps: [{id: a, title: A, reinstate: ${reinstate}}]\n`;

test("all that may be put back in force is what is suspended, waived or eased on the day, and nothing else", () => {
  const {reinstate} = read(text("[all]")).steps[0]!;
  expect(reinstate).toEqual(
    expect.arrayContaining(["ieepa-reciprocal-tariff", "ieepa-fentanyl-tariff", "s301-list4a"])
  );
  for (const id of ["threat-100pct-nov-2025", "mfn-withdrawal-1951", "sec301-ipr-1991", "s301-list2", "s301-list4b"]) {
    expect(lookups.case("us-china").measures.map((one) => one.id)).toContain(id);
    expect(reinstate).not.toContain(id);
  }
  const ofPackage = read(text('["package:section-301-2018"]')).steps[0]!.reinstate;
  expect(ofPackage).toEqual(expect.arrayContaining(["s301-list4a", "s301-maritime-fees"]));
  expect(ofPackage).not.toContain("s301-list2");
});

test.each([
  ["threat-100pct-nov-2025", "2025-12-31", "was never imposed"],
  ["mfn-withdrawal-1951", "2025-12-31", "is ended (lifted) on 2025-12-31"],
  ["s301-list2", "2025-12-31", "is in force on 2025-12-31"],
  ["s301-list2", "2016-01-01", "is not imposed yet"]
])("%s on %s cannot be reinstated: it %s", (id, day, why) => {
  expect(saidOf(text(`[${id}]`, day))).toEqual([
    `4:39  ${id} ${why}; name measures that are suspended, waived or eased on ${day}`
  ]);
});

test("a package without relief has nothing to reinstate", () => {
  expect(saidOf(text('["package:section-301-2018"]', "2018-08-01"))).toEqual([
    "4:39  nothing to reinstate in package:section-301-2018 on 2018-08-01; name measures that are suspended, waived or eased on 2018-08-01"
  ]);
});

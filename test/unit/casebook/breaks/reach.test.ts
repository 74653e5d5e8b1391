import {expect, test} from "vitest";
import {readCase} from "../../../../src/casebook/readCase.ts";
import {parseDay} from "../../../../src/time/day.ts";
import {minimalCase} from "../minimalCase.ts";
import {expectBreaks} from "./expectBreak.ts";

const FILE = "reach.yaml";

test("what measures reach is read with its days and bands", () => {
  const result = readCase(minimalCase(), "checksum");
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  const [trade, assets] = result.case.reaches;
  expect(trade).toMatchObject({
    measure: "ban",
    flow: "exports",
    covers: {shares: {goods: {kind: "exact", value: 1}}, amount: {million: {kind: "exact", value: 10}, year: 1972}},
    levels: [
      {from: parseDay("1950-12-03"), size: {kind: "closed", value: {kind: "exact", value: 1}}, full: null, part: null},
      {
        from: parseDay("1960-01-01"),
        size: {kind: "closed", value: {kind: "triangular", low: 0.5, likely: 0.9, high: 1}},
        full: {kind: "exact", value: 1},
        part: {kind: "exact", value: 0.8}
      }
    ]
  });
  expect(assets).toMatchObject({flow: "assets", million: {kind: "exact", value: 5}});
});

test("a case without the file reaches nothing that is known", () => {
  const files = minimalCase();
  files.delete(FILE);
  const result = readCase(files, "checksum");
  expect("case" in result && result.case.reaches).toEqual([]);
});

expectBreaks([
  [
    "an unknown measure",
    FILE,
    "measure: ban\n  flow",
    "measure: ‸bam\n  flow",
    "casebook/unknown-measure",
    "unknown measure bam; did you mean ban?"
  ],
  [
    "an unknown source",
    FILE,
    "{source: LAW}",
    "{source: ‸LAWS}",
    "casebook/unknown-source",
    "unknown source LAWS; did you mean LAW?"
  ],
  [
    "a day that does not exist",
    FILE,
    "from: 1960-01-01",
    "from: ‸1960-02-30",
    "time/invalid-day",
    "invalid from: 1960-02-30; write a day that exists as YYYY-MM-DD"
  ],
  [
    "levels in the wrong order",
    FILE,
    "from: 1960-01-01",
    "from: ‸1950-12-03",
    "casebook/reach-order",
    "level of 1950-12-03 does not come after 1950-12-03; list levels oldest first"
  ],
  [
    "a level before the measure",
    FILE,
    "from: 1950-12-03",
    "from: ‸1949-12-03",
    "casebook/reach-before-measure",
    "level of 1949-12-03 is before the life of ban begins; correct the day"
  ],
  [
    "a share above 1",
    FILE,
    "mining: 0.5",
    "mining: ‸1.5",
    "casebook/reach-figure",
    "invalid share: 1.5; it is in [0, 1]"
  ],
  [
    "a closed share below 0",
    FILE,
    "closed: [0.5, 0.9, 1]",
    "‸closed: [-0.5, 0.9, 1]",
    "casebook/reach-figure",
    "invalid share: -0.5; it is in [0, 1]"
  ],
  [
    "a band in the wrong order",
    FILE,
    "closed: [0.5, 0.9, 1]",
    "‸closed: [0.9, 0.5, 1]",
    "casebook/reach-figure",
    "invalid share: [0.9, 0.5, 1]; write [low, likely, high] in this order"
  ],
  [
    "a figure in words",
    FILE,
    "mining: 0.5",
    "mining: ‸half",
    "casebook/invalid-type",
    "invalid mining: half; write a number, or [low, likely, high]"
  ],
  [
    "a sector that nobody has",
    FILE,
    "mining: 0.5",
    "minning: ‸0.5",
    "casebook/unknown-field",
    "unknown field minning; did you mean mining?"
  ],
  [
    "two sizes",
    FILE,
    "{from: 1950-12-03, closed: 1}",
    "{from: 1950-12-03, tariff: 1, closed: ‸1}",
    "casebook/reach-size",
    "two sizes of one level: tariff, closed; keep one"
  ],
  [
    "an amount without its year",
    FILE,
    "million: 10, year: 1972",
    "million: ‸10",
    "casebook/reach-covers",
    "million and year go together; write both or neither"
  ],
  [
    "a flow of no kind",
    FILE,
    "flow: exports",
    "flow: ‸export",
    "casebook/invalid-value",
    /invalid flow: export; did you mean exports\?/
  ],
  [
    "the same flow twice",
    FILE,
    "- {measure: ban, flow: assets",
    "- {measure: ban, flow: assets, million: 5, basis: By hand., verification: recalled}\n- {measure: ‸ban, flow: assets",
    "casebook/duplicate-id",
    "assets of ban stand twice; keep one of the two"
  ],
  [
    "verified by nothing",
    FILE,
    "sources: [{source: LAW}]\n  verification: verified",
    "verification: ‸verified",
    "casebook/verified-without-source",
    "reach of ban is verified by no source; cite one, or write recalled"
  ]
]);

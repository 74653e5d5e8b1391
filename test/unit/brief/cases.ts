import type {Block, Brief} from "../../../src/brief/document.ts";
import type {Case} from "../../../src/casebook/case.ts";
import {exampleCase} from "../../../src/casebook/exampleCase.ts";
import {openCase} from "../../../src/casebook/node.ts";
import {readCase} from "../../../src/casebook/readCase.ts";
import {type Day, parseDay} from "../../../src/time/day.ts";
import {smallCase} from "../exports/smallCase.ts";

export const usChina = openCase("us-china", process.cwd());

/** What `thaw init` writes: one measure, no claims, no trade. */
export const example: Case = (() => {
  const result = readCase(exampleCase("example", "schemas"), "0".repeat(64));
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.case;
})();

/** The small case without claims and trade, without eras, and with nothing but its frame. */
export const bare: Case = {...smallCase, id: "bare", claims: [], findings: [], trade: null, coders: []};
export const noEras: Case = {...smallCase, id: "no-eras", eras: []};
export const empty: Case = {...bare, id: "empty", measures: [], eras: [], wordings: {}};

/** The cases, each with days before, inside and after what it covers. */
export const casesOnDays: readonly (readonly [Case, Day])[] = [
  ...on(usChina, "1940-01-01", "1949-01-01", "1971-06-10", "2001-12-11", "2018-07-06", "2025-12-31", "2031-05-05"),
  ...on(smallCase, "1930-06-01", "1950-12-17", "1971-06-10", "2000-12-31", "2030-01-01"),
  ...on(example, "2019-12-31", "2020-02-15", "2021-06-01", "2025-12-31", "2027-05-01", "2040-01-01"),
  ...on(bare, "1949-01-01", "1989-06-15", "2000-12-31"),
  ...on(noEras, "1971-06-10", "2000-12-31"),
  ...on(empty, "1949-01-01", "2000-12-31")
];

function on(one: Case, ...days: readonly string[]): [Case, Day][] {
  return days.map((day) => [one, parseDay(day)]);
}

export const blocksOf = ({opening, sections}: Brief): readonly Block[] => [
  ...opening,
  ...sections.flatMap(({blocks}) => blocks)
];

/** The case as another person would have written it down: measures and events the other way round. */
export const turned = (one: Case): Case => ({
  ...one,
  measures: one.measures.toReversed().map((measure) => ({...measure, life: measure.life.toReversed()}))
});

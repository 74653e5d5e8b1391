import {describe, expect, test} from "vitest";
import {buildBrief} from "../../../src/brief/build.ts";
import {citedIn, textsOf} from "../../../src/brief/document.ts";
import {briefHtml} from "../../../src/brief/html.ts";
import {isEasing} from "../../../src/sanctions/verb.ts";
import {addYears, formatDay} from "../../../src/time/day.ts";
import {blocksOf, casesOnDays, usChina} from "./cases.ts";

describe.each(casesOnDays.map(([one, on]) => ({name: `${one.id} on ${formatDay(on)}`, one, on})))(
  "the short brief of $name",
  ({one, on}) => {
    const short = buildBrief(one, {on, form: "short"});
    const full = buildBrief(one, {on});

    test("says of the whole what the full brief says", () => {
      const {figures, lead, title} = full;
      expect({...short}).toMatchObject({figures, lead, title});
      const counts = (brief: typeof full) =>
        blocksOf(brief).find((one) => "id" in one && one.id === "in-force-by-channel");
      expect(counts(short)).toEqual(counts(full));
    });

    test("cites by note, and every note is cited", () => {
      const cited = [...short.lead, ...blocksOf(short).flatMap(textsOf)].flatMap(citedIn);
      expect(short.notes.map(({source}) => source)).toEqual([...new Set(cited)]);
    });

    test("has no empty section, and the same shape in Russian", () => {
      const shape = ({sections}: typeof full) => sections.map(({id, blocks}) => [id, blocks.map(({kind}) => kind)]);
      expect(shape(buildBrief(one, {on, form: "short", language: "ru"}))).toEqual(shape(short));
      for (const {blocks} of short.sections) expect(blocks.length).toBeGreaterThan(0);
    });
  }
);

test("the easings of the twelve months have a row each, with their motives", () => {
  const {to} = usChina.coverage;
  const table = blocksOf(buildBrief(usChina, {form: "short"})).find(
    (one) => "id" in one && one.id === "easings-of-the-year"
  );
  if (table?.kind !== "table") throw new Error("the short brief has no table of easings");
  const events = usChina.measures
    .flatMap(({life}) => life)
    .filter(({verb, effective, announced}) => {
      const {nominal} = (effective ?? announced)!;
      return isEasing(verb) && nominal > addYears(to, -1) && nominal <= to;
    });
  expect(events.length).toBeGreaterThan(5);
  expect(table.rows).toHaveLength(events.length);
  for (const [, , motives] of table.rows) expect(motives!.join()).toMatch(/\d\s%/);
});

test("a short page has no contents, a full one has", () => {
  expect(briefHtml(buildBrief(usChina, {form: "short"}))).not.toContain("<nav");
  expect(briefHtml(buildBrief(usChina))).toContain("<nav");
});

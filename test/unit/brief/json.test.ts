import {expect, test} from "vitest";
import {buildBrief} from "../../../src/brief/build.ts";
import {briefJson} from "../../../src/brief/json.ts";
import {formatDay, parseDay} from "../../../src/time/day.ts";
import {blocksOf, casesOnDays, usChina} from "./cases.ts";
import {hostileCase} from "./hostileCase.ts";

type Json = {readonly [key: string]: unknown};

/** Every key of a JSON value, at any depth. */
const keysIn = (value: unknown): string[] =>
  value === null || typeof value !== "object"
    ? []
    : Object.entries(value).flatMap(([key, one]) => [...(Array.isArray(value) ? [] : [key]), ...keysIn(one)]);

test("says what it rests on, then the brief", () => {
  const on = parseDay("2018-12-31");
  const brief = buildBrief(usChina, {on});
  const {id, version, checksum} = usChina;
  expect(JSON.parse(briefJson(brief, usChina, on))).toMatchObject({
    ...{case: id, version, checksum, on: "2018-12-31", coverage: {from: "1949-01-01", to: "2025-12-31"}},
    ...{title: brief.title, figures: brief.figures, lead: brief.lead, notes: brief.notes, colophon: brief.colophon}
  });
});

test.each(casesOnDays.map(([one, on]) => ({name: `${one.id} on ${formatDay(on)}`, one, on})))(
  "$name: a chart is its texts and the numbers of its table, and every other block is as it is",
  ({one, on}) => {
    const brief = buildBrief(one, {on});
    const json = JSON.parse(briefJson(brief, one, on)) as {opening: Json[]; sections: {blocks: Json[]}[]};
    const blocks = [...json.opening, ...json.sections.flatMap((section) => section.blocks)];
    expect(blocks).toEqual(
      blocksOf(brief).map((block) => {
        if (block.kind !== "chart") return block;
        const {id, title, caption, description, table} = block.wide;
        return {kind: "chart", id, title, caption, description, table};
      })
    );
    expect(keysIn(json)).not.toContain("plot");
    expect(keysIn(json)).not.toContain("marks");
  }
);

test("hostile text comes back as it was written", () => {
  const {title} = JSON.parse(briefJson(buildBrief(hostileCase), hostileCase, hostileCase.coverage.to)) as Json;
  expect(title).toContain(hostileCase.title);
});

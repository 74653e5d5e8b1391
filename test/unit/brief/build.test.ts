import {describe, expect, test} from "vitest";
import {buildBrief} from "../../../src/brief/build.ts";
import {type Block, type Brief, type BriefTable, citedIn, type Text, textsOf} from "../../../src/brief/document.ts";
import type {Case} from "../../../src/casebook/case.ts";
import {livesOf} from "../../../src/casebook/livesOf.ts";
import {ThawError} from "../../../src/errors.ts";
import {answers, asOf} from "../../../src/sanctions/asOf.ts";
import {durability} from "../../../src/sanctions/durability.ts";
import {easings} from "../../../src/sanctions/easings.ts";
import {escalationStops} from "../../../src/sanctions/escalationStops.ts";
import {operative} from "../../../src/sanctions/event.ts";
import {isLive, stateOf} from "../../../src/sanctions/standing.ts";
import {type Day, formatDay, parseDay, yearOf} from "../../../src/time/day.ts";
import {smallCase} from "../exports/smallCase.ts";
import {blocksOf, casesOnDays, empty, turned, usChina} from "./cases.ts";

const titled = casesOnDays.map(([one, on]) => ({name: `${one.id} on ${formatDay(on)}`, one, on}));
const textsIn = (brief: Brief): readonly Text[] => [...brief.lead, ...blocksOf(brief).flatMap(textsOf)];
const plain = (text: Text): string => text.map((piece) => (typeof piece === "string" ? piece : "")).join("");
const numbers = (text: string): number[] => [...text.replace(/,/g, "").matchAll(/\d+/g)].map(Number);

function table(brief: Brief, id: string): BriefTable {
  const found = blocksOf(brief).find((block) => block.kind === "table" && block.id === id);
  if (found?.kind !== "table") throw new Error(`the brief has no table ${id}`);
  return found;
}

describe.each(["1950-12-31", "1972-02-21", "1990-01-01", "2018-07-06", "2025-12-31"].map((day) => ({day})))(
  "figures of us-china on $day",
  ({day}) => {
    const on = parseDay(day);
    const brief = buildBrief(usChina, {on});
    // The brief knows what was on record on the day; the rule book is asked here about the whole record.
    const lives = livesOf(usChina);
    const standing = asOf(lives, on).filter(({standings}) => standings.some(isLive));
    const certain = standing.filter(({certainty}) => certainty === "certain");
    const inState = (state: string) => certain.filter(({states}) => states[0] === state).length;
    const eased = certain.filter(({standings}) => standings.includes("eased")).length;

    test("what stands is what asOf says", () => {
      const [inForce, held] = brief.figures;
      expect(numbers(inForce!.value)).toEqual([inState("inForce")]);
      const mayBe = standing.filter((at) => answers(at, (s) => stateOf(s) === "inForce") !== "no");
      expect(numbers(inForce!.rule)).toEqual(mayBe.length > inState("inForce") ? [mayBe.length] : []);
      expect(numbers(held!.value)).toEqual([inState("suspended")]);
      const [, rest] = plain(brief.lead[0]!).split(" the record holds ");
      const counts = [inState("inForce"), eased, inState("suspended"), inState("threatened")];
      expect(numbers(rest!).slice(0, 5)).toEqual([...counts, standing.length - certain.length]);
    });

    test("the table of counts adds up, and every measure that stands has its row in the lists", () => {
      const {rows} = table(brief, "in-force-by-channel");
      const counts = rows.map((row) => row.slice(1).map((cell) => Number(plain(cell))));
      const total = counts.pop()!;
      expect(total.at(-1)).toBe(standing.length);
      expect(total).toEqual(total.map((_, i) => counts.reduce((sum, row) => sum + row[i]!, 0)));
      for (const row of counts) expect(row.at(-1)).toBe(row.slice(0, -1).reduce((sum, n) => sum + n, 0));
      const ids = blocksOf(brief)
        .filter((block) => block.kind === "table" && /^in-force-(?!by-channel)/.test(block.id))
        .flatMap((block) => (block.kind === "table" ? block.rows : []))
        .map(([first]) =>
          first!.map((piece) => (typeof piece === "object" && "minor" in piece ? piece.minor : "")).join("")
        );
      expect(ids.sort()).toEqual(standing.map(({life}) => life.measure.id).sort());
    });

    test("relief taken back is what durability says", () => {
      const {reliefs, acts} = durability(lives, on);
      const reversed = reliefs.filter(({reversal}) => reversal !== null).length;
      const {value, rule} = brief.figures[2]!;
      expect(numbers(rule)).toEqual([reversed, reliefs.length, acts.reversals]);
      expect(numbers(value)).toEqual(reliefs.length === 0 ? [] : [Math.round((100 * reversed) / reliefs.length)]);
    });

    test("stopped escalations are what escalationStops says", () => {
      const stops = escalationStops(lives).filter(({easing}) => easing.when.earliest <= on);
      const relief = stops.filter(({cause}) => cause === "relief");
      const certainly = relief.filter(({certainty}) => certainty === "certain").length;
      const {value, rule} = brief.figures[3]!;
      expect(numbers(value)).toEqual([certainly]);
      expect(numbers(rule).slice(-2)).toEqual([relief.length - certainly, stops.length - relief.length]);
      if (relief.length > 0) expect(table(brief, "escalation-stops").rows).toHaveLength(relief.length);
    });

    test("every easing that may have come by the day has its row", () => {
      const rows = blocksOf(brief).flatMap((block) =>
        block.kind === "table" && /^easings-/.test(block.id) ? block.rows : []
      );
      expect(rows).toHaveLength(easings(lives).filter(({when}) => when.earliest <= on).length);
    });
  }
);

describe.each(titled)("the brief of $name", ({one, on}) => {
  const brief = buildBrief(one, {on});

  test("every citation has a note, every note is cited, and notes are numbered by first citation", () => {
    const cited = [...new Set(textsIn(brief).flatMap(citedIn))];
    expect(brief.notes.map(({source}) => source)).toEqual(cited);
    expect(brief.notes.map(({number}) => number)).toEqual(cited.map((_, i) => i + 1));
  });

  test("no section is empty, every row has a cell for each column, and ids are unique", () => {
    for (const {blocks} of brief.sections) expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocksOf(brief)) {
      if (block.kind === "table") {
        expect(block.rows.length, block.id).toBeGreaterThan(0);
        for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
      }
      if (block.kind === "paragraph") expect(plain(block.text)).not.toBe("");
      if (block.kind === "chart") expect(block.narrow.table).toEqual(block.wide.table);
    }
    const ids = [...brief.sections, ...blocksOf(brief).filter((block) => block.kind === "table")].map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const charts = blocksOf(brief).flatMap((block) => (block.kind === "chart" ? [block.wide.id] : []));
    expect(new Set(charts).size).toBe(charts.length);
  });

  test("nothing is undefined, not a number or left blank", () => {
    const said = [
      brief.title,
      brief.colophon,
      ...brief.figures.flatMap(({value, label, rule}) => [value, label, rule])
    ];
    const all = [...said, ...textsIn(brief).map((text) => JSON.stringify(text))].join("\n");
    expect(all).not.toMatch(/undefined|NaN|Infinity|\[object|\{[a-z]+\}/);
  });

  test("both languages have the same shape", () => {
    const russian = buildBrief(one, {on, language: "ru"});
    expect(shape(russian)).toEqual(shape(brief));
    expect(russian.notes.map(({source}) => source)).toEqual(brief.notes.map(({source}) => source));
  });
});

const shape = (brief: Brief) => ({
  figures: brief.figures.map(({value}) => numbers(value)),
  lead: brief.lead.length,
  opening: brief.opening.map(shapeOf),
  sections: brief.sections.map(({id, blocks}) => ({id, blocks: blocks.map(shapeOf)}))
});

function shapeOf(block: Block) {
  if (block.kind === "table") return [block.id, block.columns.length, block.rows.length];
  if (block.kind === "chart") return [block.wide.id, block.wide.table.columns.length, block.wide.table.rows.length];
  return block.kind === "list" ? block.items.length : block.kind;
}

describe("what a brief knows", () => {
  /** The case without what nobody could know on the day: acts that were neither there nor announced, and later trade. */
  const asKnown = (one: Case, on: Day): Case => ({
    ...one,
    measures: one.measures.map((measure) => ({
      ...measure,
      life: measure.life.filter(
        (event) => operative(event).earliest <= on || (event.announced !== undefined && event.announced.latest <= on)
      )
    })),
    trade: one.trade && {
      years: one.trade.years.filter((year) => year <= yearOf(on)),
      columns: one.trade.columns.map((column) => ({
        ...column,
        values: column.values.filter((_, i) => one.trade!.years[i]! <= yearOf(on))
      }))
    }
  });

  test.each(["1979-01-01", "2001-12-11", "2019-05-10"])(
    "%s: later acts, later trade and later eras do not show",
    (day) => {
      const on = parseDay(day);
      const parts = ({figures, lead, sections}: Brief) => ({
        figures,
        lead: lead.filter((_, i) => i !== 2), // the next days say what has become of them since, and so does their section
        sections: sections.filter(({id}) => id !== "next").map(shapeAndText)
      });
      const shapeAndText = ({id, blocks}: Brief["sections"][number]) => [id, blocks.map(shapeOf), blocks.map(textsOf)];
      const one = {...usChina, claims: []}; // claims are about the whole record
      expect(parts(buildBrief(asKnown(one, on), {on}))).toEqual(parts(buildBrief(one, {on})));
    }
  );

  test("the day left out is the last that the record covers", () => {
    expect(buildBrief(smallCase).title).toBe(buildBrief(smallCase, {on: smallCase.coverage.to}).title);
  });

  test("the order in which measures and events are written down does not show", () => {
    expect(JSON.stringify(buildBrief(turned(usChina)))).toBe(JSON.stringify(buildBrief(usChina)));
  });
});

describe("a brief for a day beyond the record", () => {
  const on = parseDay("2031-05-05");
  const brief = buildBrief(usChina, {on});

  test("says so before it says anything else, and calls nothing certain", () => {
    expect(plain(brief.lead[0]!)).toMatch(/^The record is complete to 31 December 2025; what follows takes it that /);
    expect(brief.figures[0]!.rule).toMatch(/^in force on the day, in full or eased, if nobody has acted since /);
    const tables = blocksOf(brief).filter((block) => block.kind === "table" && /^in-force-(?!by)/.test(block.id));
    const said = tables.flatMap((block) => (block.kind === "table" ? block.rows.map((row) => plain(row.at(-1)!)) : []));
    expect(new Set(said)).toEqual(new Set(["if unchanged", "only possible"]));
    expect(JSON.stringify(brief.lead)).not.toContain("certainly");
  });

  test("counts no clock that may have been stopped since among the steps of the year", () => {
    const [, year] = buildBrief(usChina, {on: parseDay("2026-11-23")}).lead;
    expect(plain(year!)).not.toContain("re-imposed");
  });
});

describe("a row of what stands", () => {
  const row = (day: string, id: string) => {
    const brief = buildBrief(usChina, {on: parseDay(day)});
    const rows = blocksOf(brief).flatMap((block) =>
      block.kind === "table" && /^in-force-(?!by)/.test(block.id) ? block.rows : []
    );
    return rows.find(([first]) => JSON.stringify(first).includes(`"${id}"`))!.map((cell) => JSON.stringify(cell));
  };

  test("tells since when it is in force, and since when eased", () => {
    const [, , since] = row("1972-02-21", "prc-dual-use-country-group");
    expect(since).toMatch(/10 June 1971.*in force, eased since 14 February 1972/);
  });

  test("cites no law that is yet to come", () => {
    const [, , , authority] = row("1989-06-15", "tiananmen-satellites");
    expect(authority).not.toMatch(/101-162/);
    expect(row("1990-06-15", "tiananmen-satellites")[3]).toMatch(/101-162|101-246/);
  });

  test("is as well verified as the weakest step that counts", () => {
    expect(row("1960-01-01", "un-strategic-embargo-1951")[4]).toContain('"recalled"');
  });
});

test("a day that a rule had set and that was overtaken since says so", () => {
  const brief = buildBrief(usChina);
  const ruled = table(brief, "calendar-rules").rows.find((row) => JSON.stringify(row).includes("2 April 2026"));
  expect(JSON.stringify(ruled)).toMatch(/reciprocal tariff[^;]*\(overtaken since\)/);
});

test("findings are told on what was on record by the day", () => {
  const findings = (day: string) => table(buildBrief(usChina, {on: parseDay(day)}), "findings").rows;
  const measures = (day: string) => new Set(findings(day).map(([measure]) => plain(measure!)));
  expect(measures("2025-12-31")).toContain("tiktok-pafaca");
  expect(measures("1989-06-15")).not.toContain("tiktok-pafaca");
  expect(findings("1989-06-15").length).toBeLessThan(findings("2025-12-31").length);
});

test("before anything is in force nothing is said of its restrictiveness", () => {
  const text = JSON.stringify(buildBrief(usChina, {on: parseDay("1940-01-01")}).lead);
  expect(text).not.toMatch(/severity-weighted|–/);
});

test("without trade, claims and coders a brief has no table of theirs", () => {
  const {sections} = buildBrief(empty);
  expect(sections.map(({id}) => id)).toEqual(["in-force", "path", "easings", "durability", "trade", "next", "method"]);
});

test("a citation of a source that the case does not have is refused by name", () => {
  const build = () => buildBrief({...smallCase, sources: smallCase.sources.slice(1)});
  expect(build).toThrow(ThawError);
  expect(build).toThrow("unknown source: statute-1949; add it to sources.yaml");
});

import {expect, test} from "vitest";
import type {Case} from "../../src/casebook/case.ts";
import {type FtmEntity, followTheMoney} from "../../src/exports/followTheMoney.ts";
import {parseDay} from "../../src/time/day.ts";
import {parseEdtf} from "../../src/time/edtf.ts";
import {smallCase} from "../unit/exports/smallCase.ts";

/** The part of the model that the export rests on: FollowTheMoney 4.5.2, properties by schema, own and inherited. */
const thing = ["name", "country"];
const model: Readonly<Record<string, {readonly required: readonly string[]; readonly properties: readonly string[]}>> =
  {
    ...Object.fromEntries(
      ["PublicBody", "Organization", "Company", "Person", "LegalEntity"].map((schema) => [
        schema,
        {required: ["name"], properties: thing}
      ])
    ),
    Sanction: {
      required: ["entity"],
      properties: [
        ...["entity", "authority", "country", "program", "provisions", "reason", "status"],
        ...["startDate", "endDate", "summary", "description", "recordId", "sourceUrl"]
      ]
    }
  };

const read = (record: Case): FtmEntity[] =>
  followTheMoney(record)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const entities = read(smallCase);
const sanctions = entities.filter(({schema}) => schema === "Sanction");

test("every entity has a schema and properties of the model, the required ones, and values that are texts", () => {
  for (const {schema, properties} of entities) {
    const {required, properties: known} = model[schema]!;
    for (const name of required) expect(properties[name]).toBeDefined();
    for (const [name, values] of Object.entries(properties)) {
      expect(known).toContain(name);
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) expect(value).toMatch(/\S/);
    }
  }
});

test("ids are unique and start with thaw-, and a sanction points to a party that is there", () => {
  const ids = entities.map(({id}) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^thaw-small-/);
  for (const {properties} of sanctions) expect(ids).toContain(properties.entity![0]);
});

test("there is one sanction for each target of a measure that took effect, and none for a threat", () => {
  const imposed = smallCase.measures.filter(({life}) => life.some(({verb}) => verb === "imposed"));
  expect(sanctions.map(({properties}) => properties.recordId![0]).sort()).toEqual(
    imposed.flatMap(({id, targets}) => targets.map(() => id)).sort()
  );
});

test("dates are ISO prefixes that hold every possible day, and what a prefix cannot say stands in the description", () => {
  const [arms] = sanctions.filter(({properties}) => properties.recordId![0] === "arms");
  expect(arms!.properties.startDate).toEqual(["1989"]);
  expect(arms!.properties.endDate).toBeUndefined();
  expect(arms!.properties.description).toContain("in force from 1989-06~ (EDTF)");
  const [embargo] = sanctions.filter(({properties}) => properties.recordId![0] === "embargo");
  expect(embargo!.properties).toMatchObject({startDate: ["1950-12-17"], endDate: ["1971-06-10"]});
});

test.each([
  ["1989-06", "1989-06", 1],
  ["1989", "1989", 1],
  ["1996-02-28/1996-04-24", "1996", 2],
  ["1996-02-03/1996-02-24", "1996-02", 2],
  ["1950?", undefined, 2]
])("a measure in force from %s has the start date %s", (edtf, start, texts) => {
  const [arms] = smallCase.measures.filter(({id}) => id === "arms");
  const life = [{...arms!.life[0]!, effective: parseEdtf(edtf)}];
  const [sanction] = read({...smallCase, measures: [{...arms!, life}]}).filter(({schema}) => schema === "Sanction");
  expect(sanction!.properties.startDate?.[0]).toBe(start);
  expect(sanction!.properties.description).toHaveLength(texts);
});

test("a clock beyond the record ends nothing, and the status is that of the last day covered", () => {
  const [arms] = sanctions.filter(({properties}) => properties.recordId![0] === "arms");
  expect(arms!.properties.status).toEqual(["waived"]);
  const later = {...smallCase, coverage: {...smallCase.coverage, to: parseDay("2002-01-01")}};
  const [revived] = read(later).filter(({properties}) => properties.recordId?.[0] === "arms");
  expect(revived!.properties.status).toEqual(["in force"]);
});

test("an expiry ends a measure once the record covers its day, and not before", () => {
  const [arms] = smallCase.measures.filter(({id}) => id === "arms");
  const life = [{...arms!.life[0]!, expires: parseEdtf("2001-02-18")}];
  const endOf = (to: string) => {
    const coverage = {...smallCase.coverage, to: parseDay(to)};
    const ended = read({...smallCase, coverage, measures: [{...arms!, life}]});
    const {endDate, description} = ended.find(({schema}) => schema === "Sanction")!.properties;
    return {endDate, told: description!.some((text) => text.startsWith("ended"))};
  };
  expect(endOf("2000-12-31")).toEqual({endDate: undefined, told: false});
  expect(endOf("2001-12-31")).toEqual({endDate: ["2001-02-18"], told: false});
});

test("a party without a code has the country of the party it belongs to", () => {
  const countries = Object.fromEntries(entities.map(({id, properties}) => [id, properties.country]));
  expect(countries["thaw-small-party-dealer"]).toEqual(["cn"]);
  expect(countries["thaw-small-party-SU"]).toBeUndefined();
});

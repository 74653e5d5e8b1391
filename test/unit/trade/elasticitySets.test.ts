import {describe, expect, test} from "vitest";
import {openBaseline} from "../../../src/casebook/baselines.ts";
import {centre, quantileOf} from "../../../src/numeric/uncertain.ts";
import {drawn} from "../../../src/studies/price/line.ts";
import {estimates, members} from "../../../src/trade/elasticity/caliendoParro.ts";
import {
  DEFAULT_ELASTICITIES,
  elasticitiesFor,
  elasticitySet,
  elasticitySets
} from "../../../src/trade/elasticitySets.ts";

const wiod = openBaseline("wiod2014-44x14", ".").economy;
const goods = openBaseline("world2023-goods", ".").economy;

const code = (run: () => unknown): string => {
  try {
    run();
    return "";
  } catch (error) {
    return `${(error as {code: string}).code}: ${(error as Error).message}`;
  }
};

describe("every set", () => {
  test.each(elasticitySets)("$id has each sector of both bundled baselines", (set) => {
    expect(elasticitiesFor(set, wiod)).toHaveLength(14);
    expect(elasticitiesFor(set, goods)).toHaveLength(1);
  });

  test.each(elasticitySets)("$id gives θ above 0 in any draw, and its centre lies among the draws", (set) => {
    for (const {value} of elasticitiesFor(set, wiod)) {
      const [least, most] = [quantileOf(value, 0), quantileOf(value, 1 - 2 ** -53)];
      expect(least).toBeGreaterThanOrEqual(0.5);
      expect(most).toBeLessThan(200); // the solver has been tried up to 250
      expect(centre(value)).toBeGreaterThanOrEqual(least);
      expect(centre(value)).toBeLessThan(most);
    }
  });

  test.each(elasticitySets)("$id says where each number is from and what was made of it", ({sectors}) => {
    for (const {source, how} of Object.values(sectors)) {
      expect(source).toMatch(/\(\d{4}\)/);
      expect(how.length).toBeGreaterThan(20);
    }
  });

  test("ids differ, and the default is a long run", () => {
    expect(new Set(elasticitySets.map(({id}) => id)).size).toBe(elasticitySets.length);
    expect(elasticitySet(DEFAULT_ELASTICITIES).run).toBe("long");
  });
});

describe("caliendo-parro-2015", () => {
  test("the 20 estimates stand in one sector each", () => {
    expect(Object.values(members).flat().sort()).toEqual(Object.keys(estimates).sort());
  });

  test("wood and paper by hand: 10.83 (2.53) and 9.07 (1.69), with 44.3 and 98.4 of 142.7 billion", () => {
    const [wood, paper] = [44.3 / 142.7, 98.4 / 142.7];
    const {value} = elasticitySet("caliendo-parro-2015").sectors["wood_paper"]!;
    expect(value).toEqual({
      kind: "normal",
      mean: expect.closeTo(wood * 10.83 + paper * 9.07, 12),
      sd: expect.closeTo(Math.hypot(wood * 2.53, paper * 1.69), 12),
      above: 0.76
    });
  });

  test("a sector of one estimate is that estimate", () => {
    expect(elasticitySet("caliendo-parro-2015").sectors["petroleum"]!.value).toEqual({
      kind: "normal",
      mean: expect.closeTo(51.08, 12),
      sd: expect.closeTo(18.05, 12),
      above: 0.76
    });
  });
});

describe("draws", () => {
  const draw = (id: string) => elasticitiesFor(elasticitySet(id), wiod).map(drawn(1, 0));

  test("one elasticity for all sectors is one draw", () => {
    for (const id of ["simonovska-waugh-2014", "boehm-2023-long", "boehm-2023-short"])
      expect(new Set(draw(id)).size).toBe(1);
  });

  test("estimates are drawn one by one, services together", () => {
    expect(new Set(draw("caliendo-parro-2015")).size).toBe(11 + 1);
  });
});

describe("a baseline's own", () => {
  test("its values are exact", () => {
    expect(elasticitiesFor(elasticitySet("own"), goods)).toEqual([
      {key: "elasticity:own:goods", value: {kind: "exact", value: 4}}
    ]);
  });

  test("a baseline without them says which sets there are", () => {
    expect(code(() => elasticitiesFor(elasticitySet("own"), wiod))).toMatch(
      /^trade\/elasticity: no elasticity for sector agri in wiod2014-44x14 itself; choose a set: caliendo-parro-2015, /
    );
  });
});

test("an unknown set is answered with the known ones", () => {
  expect(code(() => elasticitySet("caliendo"))).toBe(
    "trade/elasticity-set: unknown elasticity set: caliendo; the sets are caliendo-parro-2015, simonovska-waugh-2014, boehm-2023-long, boehm-2023-short, own"
  );
});

test("a sector that a set lacks is named", () => {
  const economy = {...goods, sectors: ["gas"]};
  expect(code(() => elasticitiesFor(elasticitySet("boehm-2023-long"), economy))).toMatch(
    /^trade\/elasticity: no elasticity for sector gas in boehm-2023-long; it has agri, /
  );
});

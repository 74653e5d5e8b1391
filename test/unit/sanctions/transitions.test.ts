import {describe, expect, test} from "vitest";
import {type Standing, standings, stateOf} from "../../../src/sanctions/standing.ts";
import {legalVerbs, transitions} from "../../../src/sanctions/transitions.ts";
import {isEnding, type Verb, verbs} from "../../../src/sanctions/verb.ts";

const cells = standings.flatMap((standing) => verbs.map((verb) => [standing, verb] as const));
const cell = (standing: Standing, verb: Verb) => transitions[standing][verb];

test("the table is total: eleven standings by twelve verbs and nothing else", () => {
  expect(Object.keys(transitions).sort()).toEqual([...standings].sort());
  for (const standing of standings) expect(Object.keys(transitions[standing]).sort()).toEqual([...verbs].sort());
  expect(cells).toHaveLength(132);
});

describe.each(cells)("%s × %s", (standing, verb) => {
  const transition = cell(standing, verb);
  test("leads to a standing, or refuses with what would be legal", () => {
    if ("next" in transition) {
      expect(standings).toContain(transition.next);
      expect(legalVerbs(standing)).toContain(verb);
      return;
    }
    expect(legalVerbs(standing)).not.toContain(verb);
    expect(transition.refused).toMatch(/^[a-z].*[^.]$/);
    // Every refusal advises a way on, or says that there is nothing left to do.
    expect(transition.refused).toMatch(
      new RegExp(`${verbs.join("|")}|reimpose|date the|nothing left|already ended|open a new measure`)
    );
  });
});

test.each(standings)("the verbs that a refusal from %s advises are legal there", (standing) => {
  for (const verb of verbs) {
    const transition = cell(standing, verb);
    if ("next" in transition) continue;
    const advised = [...transition.refused.matchAll(/use (\w+)(?: or (\w+))?/g)].flatMap(([, a, b]) => [a, b ?? a]);
    for (const other of advised) expect(legalVerbs(standing), transition.refused).toContain(other);
  }
});

test.each(standings)("the legal verbs from %s stand in the order of a day", (standing) => {
  const legal = legalVerbs(standing);
  expect(legal).toEqual(verbs.filter((verb) => "next" in cell(standing, verb)));
});

test("an ending verb ends whatever it is legal on, and a threat that ends was withdrawn", () => {
  for (const [standing, verb] of cells) {
    const transition = cell(standing, verb);
    if (!isEnding(verb) || "refused" in transition) continue;
    expect(stateOf(transition.next)).toBe("ended");
    expect(transition.next).toBe(standing === "threatened" ? "withdrawn" : verb);
  }
});

test("nothing returns to notYet, and only a threat, an imposition or a reimposition leaves an end", () => {
  for (const [standing, verb] of cells) {
    const transition = cell(standing, verb);
    if ("refused" in transition) continue;
    expect(transition.next).not.toBe("notYet");
    if (stateOf(standing) === "ended" && transition.next !== standing) {
      expect(["threatened", "imposed", "reimposed"]).toContain(verb);
    }
  }
});

test("a measure that was never in force cannot be reimposed", () => {
  for (const standing of ["notYet", "threatened", "withdrawn"] as const) {
    expect(legalVerbs(standing)).not.toContain("reimposed");
    expect(legalVerbs(standing)).toContain("imposed");
  }
});

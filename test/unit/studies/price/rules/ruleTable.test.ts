import {expect, test} from "vitest";
import {measureTypes} from "../../../../../src/sanctions/measure.ts";
import {ruleFor} from "../../../../../src/studies/price/rules/rule.ts";
import {RULE_TABLE} from "../../../../../src/studies/price/rules/ruleTable.ts";
import {usChina} from "./world.ts";

const {rules} = RULE_TABLE;

test("every type of measure has a rule, whatever its subtype", () => {
  for (const type of measureTypes) expect(ruleFor({type, subtype: "none of these"}, RULE_TABLE), type).not.toBeNull();
});

test("ids are unique, and no two rules read the same subtype or are both the rule of a type for one kind of size", () => {
  expect(new Set(rules.map(({id}) => id)).size).toBe(rules.length);
  const reads = rules.flatMap(({types, subtypes = [undefined], effect}) =>
    types.flatMap((type) =>
      subtypes.map((subtype) => `${type}/${subtype ?? `any ${effect.kind === "trade" ? effect.wedge : ""}`}`)
    )
  );
  expect(new Set(reads).size).toBe(reads.length);
});

test("a size that the case states in another kind is read by the rule of the type for that kind", () => {
  const tariff = {type: "tariff", subtype: "section 301"} as const;
  expect(ruleFor(tariff, RULE_TABLE)?.id).toBe("tariff");
  expect(ruleFor(tariff, RULE_TABLE, new Set(["tariff"]))?.id).toBe("tariff");
  expect(ruleFor(tariff, RULE_TABLE, new Set(["cost"]))?.id).toBe("port-fees");
  expect(ruleFor(tariff, RULE_TABLE, new Set(["closed"]))?.id).toBe("tariff");
});

test("every subtype that a rule names is one of the record", () => {
  const known = usChina.measures.map(({type, subtype}) => `${type}/${subtype}`);
  for (const {types, subtypes = []} of rules)
    for (const subtype of subtypes)
      expect(known).toContain(`${types.find((type) => known.includes(`${type}/${subtype}`))}/${subtype}`);
});

test("every rule gives its reasoning, and says what it cites", () => {
  for (const {reasoning, citation, verification} of rules) {
    expect(reasoning.length).toBeGreaterThan(20);
    expect(citation.startsWith("none") || citation.startsWith("as for")).toBe(
      verification === null || citation.startsWith("as for")
    );
  }
});

test("shares that a standing leaves are in [0, 1], and only measures in force have an effect", () => {
  for (const [standing, figure] of Object.entries(RULE_TABLE.strength)) {
    const list = figure.kind === "exact" ? [figure.value] : [figure.low, figure.likely, figure.high];
    expect(list.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(list.some((value) => value > 0)).toBe(standing === "inForce" || standing === "eased");
  }
});

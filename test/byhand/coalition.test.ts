import {expect, test} from "vitest";
import {adopted} from "../../src/studies/price/adopted.ts";
import {coalition} from "../../src/studies/price/coalition.ts";
import {equalisingTransfers} from "../../src/studies/price/equalisingTransfers.ts";
import {times} from "../../src/studies/price/line.ts";
import {gainFromComplying, secondaryGame, thirdsOf} from "../../src/studies/price/secondaryGame.ts";
import {exposure, switchingPoint, withScaledTrade} from "../../src/studies/price/switchingPoint.ts";
import {embargo, equals, pricerOf} from "../unit/studies/price/priced.ts";

const SOLVED = 1e-8; // both sides iterate

const world = equals(["A", "B", "C", "T"], 10);
const price = pricerOf(world);
const lines = [embargo(world, "A", "T")];
const joiner = (country: string) => ({country, lines: adopted(lines, {sender: "A", target: "T", by: country})});

test("when everyone has joined, the target is left with 1 − π^(1⁄θ) less, and the members trade as three equals", () => {
  const {rows} = coalition(price, {
    targets: ["T"],
    base: [],
    founders: [{country: "A", lines}],
    candidates: [joiner("C"), joiner("B")],
    order: "trade"
  });
  expect(rows.map(({joined}) => joined)).toEqual([null, "B", "C"]); // all trade alike, so by code
  const last = rows[2]!.outcome;
  if (last.kind === "none") throw new Error(last.message);
  expect(last.isTargetAlone).toBe(true);
  expect(Math.abs(last.losses.target / 100 - (1 - 0.7 ** (1 / 4)))).toBeLessThan(SOLVED);
  // a member still buys 90 of its 100 from itself and the other two, at unchanged relative wages
  for (const lost of last.losses.byMember) expect(Math.abs(lost / 100 - (1 - 0.9 ** (1 / 4)))).toBeLessThan(SOLVED);
  expect(last.losses.outsiders).toBe(0);
  expect(Math.abs(last.losses.world - last.losses.target - last.losses.members)).toBeLessThan(1e-5);
});

test("equal members need no transfers, and a single one has none to give", () => {
  const both = [...lines, embargo(world, "B", "T")];
  const shared = equalisingTransfers(price, both, ["A", "B"]);
  if (shared.kind === "none") throw new Error(shared.message);
  expect(Math.max(...shared.received.map(Math.abs))).toBeLessThan(100 * SOLVED);
  expect(equalisingTransfers(price, lines, ["A"])).toMatchObject({kind: "equal", gap: 0, iterations: 1});
});

// To C the sender A and the target T are mirror images once they no longer trade with each other: losing a share s of
// trade with the one hurts exactly as much as losing the same share with the other.
const gameAt = (share: number, cut: number) => ({
  senders: ["A"],
  targets: ["T"],
  base: lines,
  thirds: thirdsOf(world, ["A"], (by) => joiner(by).lines, ["C"], {share: times(share), cut: times(cut)})
});

test("a third country between equals complies just when it would be cut off by more than it must give up", () => {
  const found = switchingPoint((cut) => gainFromComplying(price, gameAt(0.4, cut), "C", []), 0, 1);
  if (found.kind !== "switches") throw new Error(found.kind);
  expect(found).toMatchObject({below: "defy", above: "comply", switches: 1});
  expect(Math.abs(found.at - 0.4)).toBeLessThan(1e-6); // the width that is left
  const even = secondaryGame(price, gameAt(0.4, 0.4));
  expect(even.tables[0]!.rows).toMatchObject([{best: "either"}]);
  expect(even.tables[0]!.dominant).toBeNull();
  expect(even.equilibria).toHaveLength(2);
});

test("it switches to defying when its trade with the target outgrows that with the sender", () => {
  const gainAt = (factor: number) =>
    gainFromComplying(pricerOf(withScaledTrade(world, "C", "T", factor)), gameAt(0.5, 0.5), "C", []);
  const found = switchingPoint(gainAt, 0.3, 3);
  if (found.kind !== "switches") throw new Error(found.kind);
  expect(found).toMatchObject({below: "comply", above: "defy"});
  expect(Math.abs(found.at - 1)).toBeLessThan(1e-5);
  expect(exposure(withScaledTrade(world, "C", "T", found.at), "C", ["A"], ["T"])).toBeCloseTo(1, 5);
});

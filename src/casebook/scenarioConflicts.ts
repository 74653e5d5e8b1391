import {centre, type Uncertain} from "../numeric/uncertain.ts";
import {type Move, membersOf, type ScenarioStep} from "./scenario.ts";
import type {Reading} from "./scenarioReading.ts";
import type {Sides} from "./scenarioSteps.ts";
import type {Path} from "./yamlFile.ts";

/** One entry of a step as a claim on flows. `whole` says all of the tariff, so that nothing may be added to it. */
type Entry = {
  readonly path: Path;
  readonly kind: "closed" | "cost" | "tariff" | "exportTax" | "whole tariff";
  readonly words: string;
  readonly size: Uncertain | null;
  readonly flows: readonly Flows[];
};

/** Trade from each of some countries to each other one, in each of some sectors. */
type Flows = {readonly from: readonly string[]; readonly to: readonly string[]; readonly sectors: readonly string[]};

/** Tells what of a step cannot hold together: at each entry, with the first of those before it that it contradicts. */
export function findConflicts({say, baseline}: Reading, step: ScenarioStep, sides: Sides, path: Path): void {
  measureConflicts(say, step, path);
  if (baseline === null) return;
  const entries = [
    ...step.add.flatMap((move, i) => moveEntry(move, sides, baseline.sectors, [...path, "add", i])),
    ...step.wedges.map((wedge, i): Entry => {
      const {kind, size, from, to, sectors} = wedge;
      const at = [...path, "wedges", i];
      return {path: at, kind, size, words: `${kind} ${sizeWords(size)}`, flows: [{from, to, sectors}]};
    })
  ];
  for (const [i, later] of entries.entries())
    for (const earlier of entries.slice(0, i)) {
      const fault = faultBetween(earlier, later);
      const shared = fault === null ? null : sharedFlows(later.flows, earlier.flows);
      if (shared === null) continue;
      const more = shared.count > 1 ? ` and ${shared.count - 1} more` : "";
      say(
        later.path,
        "contradiction",
        `contradictory ${later.words} after ${earlier.words} on ${shared.first}${more}; ${fault}`
      );
      break;
    }
}

function measureConflicts(say: Reading["say"], {id, lift, ease, reinstate, join}: ScenarioStep, path: Path): void {
  const lists = [
    {verb: "lifted", field: ["lift"], of: lift},
    {verb: "eased", field: ["ease", "of"], of: ease?.of ?? []},
    {verb: "reinstated", field: ["reinstate"], of: reinstate},
    {verb: "joined", field: ["join"], of: join}
  ];
  for (const [i, later] of lists.entries())
    for (const earlier of lists.slice(0, i)) {
      if (earlier.verb !== "lifted" && later.verb === "joined") continue;
      const both = later.of.filter((name) => earlier.of.includes(name));
      if (both.length === 0) continue;
      const more = both.length > 1 ? ` and ${both.length - 1} more` : "";
      say(
        [...path, ...later.field],
        "contradiction",
        `${both[0]}${more} ${earlier.verb} and ${later.verb} in step ${id}; keep one`
      );
    }
}

function moveEntry(move: Move, {senders, targets}: Sides, sectors: readonly string[], path: Path): Entry[] {
  const [from, to] = [membersOf(senders), membersOf(targets)];
  const entry = (kind: Entry["kind"], size: Uncertain | null, ...flows: readonly Flows[]): Entry[] => {
    const words = size === null ? move.what : `${move.what} ${sizeWords(size)}`;
    return [{path, kind, size, words, flows}];
  };
  switch (move.what) {
    case "embargo":
      return entry("closed", null, {from, to, sectors}, {from: to, to: from, sectors});
    case "export-control":
      return entry("closed", move.share, {from, to, sectors: move.sectors});
    case "import-ban":
      return entry("closed", move.share, {from: to, to: from, sectors: move.sectors});
    case "tariff-to":
      return entry("whole tariff", move.rate, {from: to, to: from, sectors});
    case "column-two":
      return entry("tariff", null, {from: to, to: from, sectors});
    case "full-blocking":
      return [];
  }
}

function faultBetween(a: Entry, b: Entry): string | null {
  const isShut = ({kind, size}: Entry) => kind === "closed" && (size === null || centre(size) === 1);
  const isTariff = ({kind}: Entry) => kind === "tariff" || kind === "whole tariff";
  if (a.kind === "closed" && b.kind === "closed") return isShut(a) && isShut(b) ? null : "close a flow once";
  if (isShut(a) || isShut(b)) return "nothing is traded there; keep one of them";
  if (isTariff(a) && isTariff(b) && (a.kind === "whole tariff" || b.kind === "whole tariff"))
    return "one of them says the whole tariff; keep it";
  return null;
}

/** How many flows two entries share, and the first of them in words; null where there is none. */
function sharedFlows(some: readonly Flows[], others: readonly Flows[]): {first: string; count: number} | null {
  let [first, shared]: [string | undefined, number] = [undefined, 0];
  for (const a of some)
    for (const b of others) {
      const [from, to] = [common(a.from, b.from), common(a.to, b.to)];
      const sectors = common(a.sectors, b.sectors);
      const count = (from.length * to.length - common(from, to).length) * sectors.length; // nothing from a country to itself
      if (count === 0) continue;
      const o = from.find((name) => to.some((other) => other !== name))!;
      const d = to.find((name) => name !== o)!;
      first ??= `${sectors[0]} from ${o} to ${d}`;
      shared += count;
    }
  return first === undefined ? null : {first, count: shared};
}

const common = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((name) => others.includes(name));

const sizeWords = (size: Uncertain): string =>
  size.kind === "triangular" ? `[${size.low}, ${size.likely}, ${size.high}]` : String(centre(size));

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
  readonly flows: ReadonlySet<string>;
};

/** Tells what of a step cannot hold together: at the later of two entries, once for each two. */
export function findConflicts({say, baseline}: Reading, step: ScenarioStep, sides: Sides, path: Path): void {
  measureConflicts(say, step, path);
  if (baseline === null) return;
  const entries = [
    ...step.add.flatMap((move, i) => moveEntry(move, sides, baseline.sectors, [...path, "add", i])),
    ...step.wedges.map((wedge, i): Entry => {
      const {kind, size, from, to, sectors} = wedge;
      const at = [...path, "wedges", i];
      return {path: at, kind, size, words: `${kind} ${sizeWords(size)}`, flows: flowsOf(from, to, sectors)};
    })
  ];
  for (const [i, later] of entries.entries())
    for (const earlier of entries.slice(0, i)) {
      const fault = faultBetween(earlier, later);
      const shared = fault === null ? [] : [...later.flows].filter((flow) => earlier.flows.has(flow));
      if (fault === null || shared.length === 0) continue;
      const more = shared.length > 1 ? ` and ${shared.length - 1} more` : "";
      say(
        later.path,
        "contradiction",
        `contradictory ${later.words} after ${earlier.words} on ${shared[0]}${more}; ${fault}`
      );
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
  const entry = (kind: Entry["kind"], size: Uncertain | null, flows: ReadonlySet<string>): Entry[] => {
    const words = size === null ? move.what : `${move.what} ${sizeWords(size)}`;
    return [{path, kind, size, words, flows}];
  };
  switch (move.what) {
    case "embargo": {
      const both = new Set([...flowsOf(from, to, sectors), ...flowsOf(to, from, sectors)]);
      return entry("closed", null, both);
    }
    case "export-control":
      return entry("closed", move.share, flowsOf(from, to, move.sectors));
    case "import-ban":
      return entry("closed", move.share, flowsOf(to, from, move.sectors));
    case "tariff-to":
      return entry("whole tariff", move.rate, flowsOf(to, from, sectors));
    case "column-two":
      return entry("tariff", null, flowsOf(to, from, sectors));
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

const flowsOf = (from: readonly string[], to: readonly string[], sectors: readonly string[]): ReadonlySet<string> =>
  new Set(from.flatMap((o) => to.filter((d) => d !== o).flatMap((d) => sectors.map((s) => `${s} from ${o} to ${d}`))));

const sizeWords = (size: Uncertain): string =>
  size.kind === "triangular" ? `[${size.low}, ${size.likely}, ${size.high}]` : String(centre(size));

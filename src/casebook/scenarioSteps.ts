import {exact} from "../numeric/uncertain.ts";
import {type Move, membersOf, type Scenario, type ScenarioStep, type ScenarioWedge} from "./scenario.ts";
import type {Area} from "./scenarioCountries.ts";
import {
  AMOUNT,
  RATE,
  type Reading,
  readAreas,
  readMeasureNames,
  readReinstated,
  readSectors,
  readSize,
  SHARE
} from "./scenarioReading.ts";
import type {StepFile, WedgeFile} from "./scenarioSchema.ts";
import type {Path} from "./yamlFile.ts";

/** Those that a scenario names once and its steps refer to. */
export type Sides = Pick<Scenario, "senders" | "targets" | "coalition">;

const kinds = ["closed", "cost", "tariff", "exportTax"] as const;

export function readStep(reading: Reading, step: StepFile, sides: Sides, path: Path): ScenarioStep {
  const {id, title, lift = [], ease, reinstate = [], join = [], add = [], wedges = [], transfer = []} = step;
  const names = (list: readonly string[], ...at: PropertyKey[]) => readMeasureNames(reading, list, [...path, ...at]);
  return {
    id,
    title,
    lift: names(lift, "lift"),
    ease:
      ease === undefined
        ? null
        : {of: names(ease.of, "ease", "of"), by: readSize(reading, ease.by, [...path, "ease", "by"], SHARE)},
    reinstate: readReinstated(reading, reinstate, [...path, "reinstate"]),
    join: names(join, "join"),
    add: add.map((move, i) => readMove(reading, move, [...path, "add", i])),
    wedges: readWedges(reading, wedges, sides, [...path, "wedges"]),
    transfers: transfer.flatMap(({from, to, amount}, i) => {
      const at = [...path, "transfer", i];
      const [giver] = readCountry(reading, from, [...at, "from"]);
      const [taker] = readCountry(reading, to, [...at, "to"]);
      const size = readSize(reading, amount, [...at, "amount"], AMOUNT);
      if (giver === undefined || taker === undefined) return [];
      if (giver === taker) reading.say(at, "own-flow", `transfer from ${giver} to itself; name two countries`);
      return [{from: giver, to: taker, amount: size}];
    })
  };
}

/** One for each entry of the file, also of what is wrong. */
export const readWedges = (reading: Reading, wedges: readonly WedgeFile[], sides: Sides, path: Path): ScenarioWedge[] =>
  wedges.map((wedge, i) => readWedge(reading, wedge, sides, [...path, i]));

function readMove(reading: Reading, move: NonNullable<StepFile["add"]>[number], path: Path): Move {
  switch (move.what) {
    case "tariff-to":
      return {what: move.what, rate: readSize(reading, move.rate, [...path, "rate"], RATE)};
    case "export-control":
    case "import-ban":
      return {
        what: move.what,
        sectors: readSectors(reading, move.sectors, [...path, "sectors"]),
        share: readSize(reading, move.share, [...path, "share"], SHARE)
      };
    default:
      return move;
  }
}

function readWedge(reading: Reading, wedge: WedgeFile, sides: Sides, path: Path): ScenarioWedge {
  const {say} = reading;
  const from = readPlaces(reading, wedge.from, sides, [...path, "from"]);
  const to = readPlaces(reading, wedge.to, sides, [...path, "to"]);
  const sectors = readSectors(reading, wedge.sectors ?? "all", [...path, "sectors"]);
  const isWorld = wedge.from === "world" || wedge.to === "world";
  const self = isWorld ? undefined : from.find((name) => to.includes(name));
  if (self !== undefined) say(path, "own-flow", `flow from ${self} to itself; a measure is between two countries`);
  const sizes = kinds.flatMap((kind) => {
    const size = wedge[kind];
    return size === undefined ? [] : [{kind, size: readSize(reading, size, [...path, kind], boundsOf(kind))}];
  });
  if (sizes.length > 1)
    say(path, "sizes", `a wedge with ${sizes.map(({kind}) => kind).join(" and ")}; write a wedge for each`);
  const [first] = sizes;
  if (first === undefined) say(path, "sizes", `a wedge without a size; write one of ${kinds.join(", ")}`);
  return {...(first ?? {kind: "cost", size: exact(0)}), from, to, sectors};
}

const boundsOf = (kind: ScenarioWedge["kind"]) => (kind === "closed" ? SHARE : RATE);

function readPlaces(reading: Reading, places: string | readonly string[], sides: Sides, path: Path): readonly string[] {
  if (places === "world") return reading.baseline?.countries ?? [];
  if (places === "senders" || places === "targets" || places === "coalition") return membersOf(sides[places]);
  return membersOf(typeof places === "string" ? readArea(reading, places, path) : readAreas(reading, places, path));
}

function readArea(reading: Reading, id: string, path: Path): Area[] {
  const say: Reading["say"] = (_, problem, message) => reading.say(path, problem, message);
  return readAreas({...reading, say}, [id], path);
}

/** The one country of the baseline that a code means. */
export function readCountry(reading: Reading, id: string, path: Path): string[] {
  const members = membersOf(readArea(reading, id, path));
  if (members.length > 1) reading.say(path, "unknown-country", `${id} is ${members.length} countries here; name one`);
  return members.slice(0, 1);
}

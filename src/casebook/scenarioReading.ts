import {exact, triangular, type Uncertain} from "../numeric/uncertain.ts";
import {lifeOf} from "../sanctions/life.ts";
import type {Measure} from "../sanctions/measure.ts";
import {type Day, formatDay} from "../time/day.ts";
import type {Economy} from "../trade/economy.ts";
import {goodsSectors, serviceSectors} from "../trade/sectors.ts";
import type {Case} from "./case.ts";
import {show} from "./explainIssue.ts";
import {whyNotReinstated} from "./relief.ts";
import {type Area, areaOf} from "./scenarioCountries.ts";
import type {SizeFile} from "./scenarioSchema.ts";
import {suggest} from "./suggest.ts";
import type {Path} from "./yamlFile.ts";

/**
 * What is known while a scenario is read. `baseline` and `record` are null where the file names none or one that is not
 * there; then what they would decide is not judged. `day` is null without a case.
 */
export type Reading = {
  readonly say: (path: Path, problem: string, message: string) => void;
  readonly baseline: Economy | null;
  readonly record: Case | null;
  readonly day: Day | null;
};

/** What a size may be. */
export type Bounds = {readonly fits: (value: number) => boolean; readonly advice: string};

export const SHARE: Bounds = {fits: (value) => value >= 0 && value <= 1, advice: "write a share from 0 to 1"};
export const RATE: Bounds = {fits: (value) => value > -1, advice: "write a rate above -1; 0.25 is 25 %"};
export const AMOUNT: Bounds = {fits: (value) => value >= 0, advice: "write 0 or more, in million USD a year"};
export const ELASTICITY: Bounds = {
  fits: (value) => value > 0,
  advice: "write θ above 0 (σ − 1), the fall of trade in % where costs rise by 1 %"
};

/** A size within its bounds, with its numbers in order; what is neither is told and taken as it stands. */
export function readSize({say}: Reading, size: SizeFile, path: Path, {fits, advice}: Bounds): Uncertain {
  const name = String(path.at(-1));
  const numbers = typeof size === "number" ? [size] : size;
  if (!numbers.every(fits)) say(path, "invalid-value", `invalid ${name}: ${show(size)}; ${advice}`);
  if (typeof size === "number") return exact(size);
  const [low, likely, high] = size;
  if (low > likely || likely > high)
    say(path, "size-order", `invalid ${name}: ${show(size)}; write [low, likely, high] from the least to the greatest`);
  return triangular(low, likely, high);
}

/** The areas of a list of codes, without those that are not there or stand there twice. */
export function readAreas({say, baseline, day}: Reading, ids: readonly string[], path: Path): Area[] {
  if (baseline === null) return [];
  const areas: Area[] = [];
  for (const [i, id] of ids.entries()) {
    const area = areaOf(id, baseline, day);
    if (typeof area === "string") {
      say([...path, i], "unknown-country", area);
      continue;
    }
    const other = areas.find(({members}) => members.some((name) => area.members.includes(name)));
    if (other === undefined) areas.push(area);
    else say([...path, i], "duplicate-country", `${id} stands twice, in ${other.id} as well; name it once`);
  }
  return areas;
}

const groups = new Map<string, readonly string[]>([
  ["goods", goodsSectors],
  ["services", serviceSectors]
]);

/** Sectors of the baseline that a scenario names, each once; goods, services and all stand for all of them. */
export function readSectors({say, baseline}: Reading, sectors: string | readonly string[], path: Path): string[] {
  if (baseline === null) return [];
  const written =
    typeof sectors === "string" ? [{id: sectors, at: path}] : sectors.map((id, i) => ({id, at: [...path, i]}));
  const namedBy = new Map<string, string>();
  for (const {id, at} of written) {
    const own = sectorsOf(id, baseline.sectors);
    const twice = own.find((sector) => namedBy.has(sector));
    if (own.length === 0) say(at, "unknown-sector", unknownSector(id, baseline));
    else if (twice !== undefined) {
      const other = namedBy.get(twice)!;
      const where = other === id ? "" : `, in ${other === twice ? id : other} as well`;
      say(at, "duplicate-sector", `${twice} stands twice${where}; name it once`);
    }
    for (const sector of own) if (!namedBy.has(sector)) namedBy.set(sector, id);
  }
  return [...namedBy.keys()];
}

function sectorsOf(id: string, sectors: readonly string[]): readonly string[] {
  if (sectors.includes(id)) return [id];
  if (id === "all") return sectors;
  return groups.get(id)?.filter((sector) => sectors.includes(sector)) ?? [];
}

export function unknownSector(id: string, {name, sectors}: Pick<Economy, "name" | "sectors">): string {
  const like = suggest(id, [...sectors, "all"]);
  return `unknown sector ${id}; ${like === undefined ? `${name} has ${sectors.join(", ")}` : `did you mean ${like}?`}`;
}

/** Ids of the measures that a list names, by id, by package or all of them, each once. */
export const readMeasureNames = (reading: Reading, names: readonly string[], path: Path): string[] =>
  unique(names.flatMap((name, i) => measuresNamed(reading, name, [...path, i])));

/**
 * Ids of the measures that a list puts back in force in full: all of them, or those of a package, that are suspended,
 * waived or eased on the day; one that is named by id has to be.
 */
export function readReinstated(reading: Reading, names: readonly string[], path: Path): string[] {
  const {say, record, day} = reading;
  if (record === null || day === null) return [];
  const wanted = `name measures that are suspended, waived or eased on ${formatDay(day)}`;
  return unique(
    names.flatMap((name, i) => {
      const found = measuresNamed(reading, name, [...path, i]);
      const lives = found.map((measure) => lifeOf(measure, record.coverage.to));
      const relieved = lives.filter((life) => whyNotReinstated(life, day) === null).map(({measure}) => measure);
      const isOne = name !== "all" && !name.startsWith("package:");
      if (found.length > 0 && relieved.length === 0)
        say(
          [...path, i],
          "nothing-to-reinstate",
          isOne
            ? `${name} ${whyNotReinstated(lives[0]!, day)}; ${wanted}`
            : `nothing to reinstate in ${name} on ${formatDay(day)}; ${wanted}`
        );
      return relieved;
    })
  );
}

const unique = (measures: readonly Measure[]): string[] => [...new Set(measures.map(({id}) => id))];

function measuresNamed({say, record}: Reading, name: string, path: Path): readonly Measure[] {
  if (record === null) return [];
  const {measures} = record;
  const isPackage = name.startsWith("package:");
  const wanted = name.slice("package:".length);
  const found =
    name === "all" ? measures : measures.filter((one) => (isPackage ? one.package === wanted : one.id === name));
  if (found.length > 0) return found;
  const packages = [...new Set(measures.flatMap((one) => one.package ?? []))];
  const like = suggest(isPackage ? wanted : name, isPackage ? packages : measures.map(({id}) => id));
  const kind = isPackage ? "package" : "measure";
  const advice =
    like !== undefined
      ? `did you mean ${isPackage ? "package:" : ""}${like}?`
      : isPackage
        ? `${record.id} has ${packages.length === 0 ? "none" : packages.join(", ")}`
        : `thaw timeline ${record.id} has the ids`;
  say(path, `unknown-${kind}`, `unknown ${kind} ${isPackage ? wanted : name}; ${advice}`);
  return [];
}

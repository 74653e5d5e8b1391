import {ThawError} from "../errors.ts";
import {exact} from "../numeric/uncertain.ts";
import {type Day, formatDay, parseDay} from "../time/day.ts";
import type {Closure} from "../trade/closure.ts";
import {DEFAULT_ELASTICITIES, elasticitiesFor, elasticitySet} from "../trade/elasticitySets.ts";
import {membersOf, type Retaliation, type Scenario, type Secondary} from "./scenario.ts";
import {type Area, areaOf} from "./scenarioCountries.ts";
import {ELASTICITY, type Reading, readAreas, readSize, SHARE, unknownSector} from "./scenarioReading.ts";
import type {ScenarioFile} from "./scenarioSchema.ts";
import {readCountry, readWedges, type Sides} from "./scenarioSteps.ts";
import type {Path} from "./yamlFile.ts";

/** Senders, targets and coalition; nobody may be in two of them. */
export function readSides(
  reading: Reading,
  {senders, targets, coalition = [], ...value}: Pick<ScenarioFile, "case" | "senders" | "targets" | "coalition">
): Sides {
  const sides = {
    senders: readSide(reading, "sender", senders, value.case),
    targets: readSide(reading, "target", targets, value.case),
    coalition: readAreas(reading, coalition, ["coalition"])
  };
  const sender = {areas: sides.senders, at: ["senders"], ids: senders};
  const target = {areas: sides.targets, at: ["targets"], ids: targets};
  const member = {areas: sides.coalition, at: ["coalition"], ids: coalition};
  apart(reading, "sender and target", sender, target);
  apart(reading, "sender and member of the coalition", sender, member);
  apart(reading, "target and member of the coalition", target, member);
  return sides;
}

function readSide(
  reading: Reading,
  role: "sender" | "target",
  ids: readonly string[] | undefined,
  named?: string
): Area[] {
  const {say, baseline, record, day} = reading;
  const field = `${role}s`;
  if (ids !== undefined) return readAreas(reading, ids, [field]);
  if (named === undefined) say([field], "missing-field", `missing field ${field}; add it, or name a case`);
  if (baseline === null || record === null) return [];
  const party = record.parties.find(({id}) => id === record[role]);
  const area = areaOf(party?.iso2 ?? party?.iso3 ?? record[role], baseline, day);
  if (typeof area !== "string") return [area];
  say([field], "unknown-country", `${role} of case ${record.id}: ${area}`);
  return [];
}

/** Areas in a role, and the ids of the field that names them; none where they are the parties of the case. */
type Role = {readonly areas: readonly Area[]; readonly at: Path; readonly ids: readonly string[] | undefined};

/** Nobody may be in both roles; told at the later one that the file names. */
function apart({say}: Reading, roles: string, first: Role, second: Role): void {
  const [told, other] = second.ids === undefined ? [first, second] : [second, first];
  const taken = membersOf(other.areas);
  const of = other.ids === undefined ? `, or write ${other.at.join(".")}` : "";
  for (const {id, members} of told.areas)
    if (members.some((name) => taken.includes(name)))
      say([...told.at, told.ids?.indexOf(id) ?? 0], "contradiction", `${id} is both ${roles}; keep one${of}`);
}

/** Countries that the file names beside the sides, each once; codes that mean nothing are told elsewhere. */
export function readThirds({baseline, day}: Reading, value: ScenarioFile, sides: Sides): Area[] {
  if (baseline === null) return [];
  const {retaliation, secondary, steps} = value;
  const flows = [
    ...(retaliation?.wedges ?? []),
    ...steps.flatMap(({wedges = [], transfer = []}) => [...wedges, ...transfer])
  ];
  const ids = [
    ...Object.keys(secondary?.comply ?? {}),
    ...(retaliation?.by ?? []),
    ...flows.flatMap(({from, to}) => [from, to].flat())
  ];
  const thirds: Area[] = [];
  for (const id of ids) {
    const area = areaOf(id, baseline, day);
    const known = membersOf([...sides.senders, ...sides.targets, ...sides.coalition, ...thirds]);
    if (typeof area !== "string" && !area.members.some((name) => known.includes(name))) thirds.push(area);
  }
  return thirds;
}

/** The day asked for, or the last that the record covers. */
export function readDay({say, record}: Omit<Reading, "day">, {day: written, ...value}: ScenarioFile): Day | null {
  if (written !== undefined && value.case === undefined)
    say(["day"], "no-case", "a day without a case has no standing; name the case, or leave the day out");
  if (record === null) return null;
  const {from, to} = record.coverage;
  if (written === undefined) return to;
  const day = parseDay(written, "day");
  if (day >= from && day <= to) return day;
  say(
    ["day"],
    "day-outside",
    `invalid day: ${written}; the record of ${record.id} is from ${formatDay(from)} to ${formatDay(to)}`
  );
  return null;
}

/** A set that has θ for every sector of the baseline, or own numbers for each. */
export function readElasticities(reading: Reading, written: ScenarioFile["elasticities"]): Scenario["elasticities"] {
  const {say, baseline} = reading;
  if (written === undefined) return DEFAULT_ELASTICITIES;
  if (typeof written === "string") {
    try {
      const set = elasticitySet(written);
      if (baseline !== null) elasticitiesFor(set, baseline);
    } catch (error) {
      if (!(error instanceof ThawError)) throw error;
      say(["elasticities"], "elasticities", error.message);
    }
    return written;
  }
  if (baseline === null) return [];
  for (const id of Object.keys(written)) {
    if (id !== "all" && !baseline.sectors.includes(id))
      say(["elasticities", id], "unknown-sector", unknownSector(id, baseline));
  }
  const sizes = new Map(
    Object.entries(written).map(([id, size]) => [id, readSize(reading, size, ["elasticities", id], ELASTICITY)])
  );
  const without = sizes.has("all") ? [] : baseline.sectors.filter((sector) => !sizes.has(sector));
  if (without.length > 0)
    say(["elasticities"], "no-elasticity", `no elasticity for ${without.join(", ")}; add them, or all: for the others`);
  return baseline.sectors.map((sector) => sizes.get(sector) ?? sizes.get("all") ?? exact(Number.NaN));
}

export function readClosure(reading: Reading, closure: ScenarioFile["closure"]): Closure {
  if (typeof closure === "string") return {kind: closure};
  const [country = closure.nominal] = readCountry(reading, closure.nominal, ["closure", "nominal"]);
  return {kind: "nominal", country};
}

/** @param alsoPressed countries beside the targets on which some step or threat lays wedges */
export function readRetaliation(
  reading: Reading,
  value: ScenarioFile["retaliation"],
  sides: Sides,
  alsoPressed: readonly string[]
): Retaliation | null {
  if (value === undefined) return null;
  const {by, mirror, wedges = []} = value;
  if (mirror === undefined && wedges.length === 0)
    reading.say(
      ["retaliation"],
      "empty",
      "retaliation without mirror or wedges; write mirror: 1 for the same in return"
    );
  const countries = by === undefined ? sides.targets : readAreas(reading, by, ["retaliation", "by"]);
  const sender = {areas: sides.senders, at: ["senders"], ids: []};
  if (by !== undefined)
    apart(reading, "sender and retaliator", sender, {areas: countries, at: ["retaliation", "by"], ids: by});
  const pressed = [...membersOf(sides.targets), ...alsoPressed];
  for (const {id, members} of mirror === undefined ? [] : countries)
    if (!members.some((name) => pressed.includes(name)))
      reading.say(
        ["retaliation", "by", by!.indexOf(id)],
        "not-pressed",
        `${id} has nothing to mirror, as nobody presses it; name a target, or give it wedges of its own without mirror`
      );
  return {
    by: membersOf(countries),
    mirror: mirror === undefined ? exact(0) : readSize(reading, mirror, ["retaliation", "mirror"], SHARE),
    wedges: readWedges(reading, wedges, sides, ["retaliation", "wedges"])
  };
}

export function readSecondary(reading: Reading, value: ScenarioFile["secondary"], sides: Sides): Secondary | null {
  if (value === undefined) return null;
  const {say, baseline, day} = reading;
  const {comply, cutOff} = value;
  const taken = membersOf([...sides.senders, ...sides.targets, ...sides.coalition]);
  const shares = new Map<string, number>();
  for (const [id, share] of Object.entries(comply)) {
    const path = ["secondary", "comply", id];
    readSize(reading, share, path, SHARE);
    if (id === "all" || baseline === null) continue;
    const area = areaOf(id, baseline, day);
    if (typeof area === "string") say(path, "unknown-country", area);
    else if (area.members.some((name) => taken.includes(name)))
      say(path, "contradiction", `${id} is no third country: it is a sender, a target or a member of the coalition`);
    else for (const name of area.members) shares.set(name, share);
  }
  const rest = comply["all"];
  if (rest !== undefined)
    for (const name of baseline?.countries ?? [])
      if (!taken.includes(name) && !shares.has(name)) shares.set(name, rest);
  const path = ["secondary", "cutOff"];
  const size = cutOff === undefined ? exact(0) : readSize(reading, cutOff, path, SHARE);
  if (Object.keys(comply).length === 0)
    say(["secondary", "comply"], "empty", "nobody in comply; name third countries, or all");
  else if (cutOff !== undefined && cutOff !== 0 && Object.values(comply).every((share) => share === 1))
    say(
      path,
      "contradiction",
      "cutOff meets nobody: every third country complies in full; leave it out, or let somebody comply less"
    );
  return {comply: [...shares].map(([country, share]) => ({country, share})), cutOff: size};
}

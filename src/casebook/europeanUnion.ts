import {type Day, parseDay} from "../time/day.ts";
import {contains} from "../time/period.ts";

/** Accession by treaty; the United Kingdom left at the end of January 2020. */
const accessions: readonly (readonly [from: string, members: string])[] = [
  ["1958-01-01", "BEL DEU FRA ITA LUX NLD"],
  ["1973-01-01", "DNK GBR IRL"],
  ["1981-01-01", "GRC"],
  ["1986-01-01", "ESP PRT"],
  ["1995-01-01", "AUT FIN SWE"],
  ["2004-05-01", "CYP CZE EST HUN LVA LTU MLT POL SVK SVN"],
  ["2007-01-01", "BGR ROU"],
  ["2013-07-01", "HRV"]
];
const BREXIT = parseDay("2020-02-01");

const memberships = accessions.flatMap(([from, members]) =>
  members.split(" ").map((code) => ({code, period: {from: parseDay(from), to: code === "GBR" ? BREXIT : null}}))
);

/** The region of a baseline that stands for the present members which it does not name. */
const REGION = "rest-of-eu";

/**
 * The European Union on a day by the names of a baseline, and the members that none of them stands for. The region of
 * the smaller members is taken where all of it belongs to the Union, else they are left.
 *
 * @param day null for the present members
 */
export function europeanUnion(
  countries: readonly string[],
  day: Day | null
): {readonly members: readonly string[]; readonly left: readonly string[]} {
  const on = memberships.filter(({period}) => (day === null ? period.to === null : contains(period, day)));
  const codes = on.map(({code}) => code);
  const [members, unnamed] = [
    codes.filter((code) => countries.includes(code)),
    codes.filter((code) => !countries.includes(code))
  ];
  if (!countries.includes(REGION)) return {members, left: unnamed};
  const region = memberships.filter(({code, period}) => period.to === null && !countries.includes(code));
  return region.every(({code}) => unnamed.includes(code))
    ? {members: [...members, REGION], left: unnamed.filter((code) => !region.some((one) => one.code === code))}
    : {members, left: unnamed};
}

import type {Case} from "../../../src/casebook/case.ts";
import {livesOf} from "../../../src/casebook/livesOf.ts";
import {readCase} from "../../../src/casebook/readCase.ts";
import {groundOf} from "../../../src/studies/ground.ts";

const measure = (id: string, type: string, sender: string, life: string) => `id: ${id}
title: ${id}
type: ${type}
subtype: of ${id}
senders: [${sender}]
targets: [BB]
regime: invented
authorities: [{cite: Act 1, kind: delegation}]
objectives: [other]
scope: null
package: ${sender === "AA" ? "home" : "null"}
tradeShare: null
status: invented
life:
${life}`;

const event = (id: string, verb: string, effective: string, more = "") =>
  `  - {id: ${id}, verb: ${verb}, effective: "${effective}", what: w, instrument: i, tags: [${verb}-tag], sources: [{source: S1}], verification: partly, confidence: {level: certain, why: w}${more}}
`;

const motives = (weights: string) => `, motives: [{coder: one, weights: {${weights}}, rationale: r}]`;

/** Imprecise on purpose: the freeze ends some day of 2002 to 2004, the allied ban starts some day of 2000 to 2002. */
export const files = new Map([
  [
    "case.yaml",
    `id: tiny
title: Tiny
version: 0.1.0
licence: CC0-1.0
sender: AA
target: BB
about: Invented.
coverage: {from: "2000-01-01", to: "2005-12-31"}
coders: [{id: one, name: One, about: Invented}]
`
  ],
  ["parties.yaml", ["AA", "BB", "CC"].map((id) => `- {id: ${id}, name: ${id}, kind: state}\n`).join("")],
  [
    "sources.yaml",
    `- {id: S1, type: report, title: T, issued: {date-parts: [[1997, 10]]}, consulted: true, primary: true}
- {id: S2, type: report, title: Undated, consulted: true, primary: true}
`
  ],
  [
    "measures/freeze.yaml",
    measure(
      "freeze",
      "asset-freeze",
      "AA",
      event("f1", "imposed", "2000-01-10", ', announced: "1999-12-24"') +
        event("f2", "eased", "2001-06", motives("balancing: 1")) +
        event("f3", "lifted", "2003~", motives("economic: 1"))
    )
  ],
  [
    "measures/duty.yaml",
    measure(
      "duty",
      "tariff",
      "AA",
      event("d1", "threatened", "2000-02-01") +
        event("d2", "imposed", "2000-03-01") +
        event("d3", "waived", "2000-03-20", motives("economic: 0.6, compliance: 0.4")) +
        event("d4", "reimposed", "2001-01-01") +
        event("d5", "tightened", "2002-05-05")
    )
  ],
  [
    "measures/warning.yaml",
    measure(
      "warning",
      "tariff",
      "AA",
      event("w1", "threatened", "2002-01-01") +
        event("w2", "lifted", "2002-02-01", motives("economic: 0.5, compliance: 0.5"))
    )
  ],
  ["measures/allied.yaml", measure("allied", "arms-embargo", "CC", event("a1", "imposed", "2001?"))],
  [
    "trade.yaml",
    `columns:
${[
  ["out", "AA", "AA", "BB"],
  ["out-mirror", "BB", "AA", "BB"],
  ["back", "AA", "BB", "AA"]
]
  .map(
    ([id, reporter, origin, destination]) =>
      `  - {id: ${id}, title: t, reporter: ${reporter}, origin: ${origin}, destination: ${destination}, valuation: fob, source: S1, verification: verified, provenance: p}`
  )
  .join("\n")}
`
  ],
  ["trade.csv", "year,out,out-mirror,back\n2000,10,12,20\n2001,30,,15\n2002,25,26,25\n2003,25,27,40\n"]
]);

/** The case with some of its files changed. */
export function tiny(edit: ReadonlyMap<string, string> = new Map()): Case {
  const result = readCase(new Map([...files, ...edit]), "");
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.case;
}

export const one = tiny();
export const ground = groundOf(one, livesOf(one));

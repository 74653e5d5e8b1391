import {type CaseFiles, readCase} from "../../../src/casebook/readCase.ts";

/** The smallest case that has a bit of everything: one measure, one claim, two years of trade, one wording. */
export const minimalCase = (): Map<string, string> =>
  new Map([
    [
      "case.yaml",
      `id: test-case
title: Test case
version: 0.1.0
licence: CC-BY-4.0
sender: US
target: CN
about: Made for a test.
coverage:
  from: 1949-01-01
  to: 2025-12-31
eras:
  - {id: first, title: First, from: 1949-01-01}
  - {id: second, title: Second, from: 1979-01-01}
coders:
  - {id: coder, name: A coder, about: One person.}
`
    ],
    [
      "parties.yaml",
      `- {id: US, name: United States, kind: state, iso2: US, iso3: USA, cow: 2}
- {id: CN, name: China, kind: state}
`
    ],
    [
      "sources.yaml",
      `- id: LAW
  type: legislation
  title: A law
  URL: https://example.org/law
  consulted: true
  primary: true
`
    ],
    [
      "measures/ban.yaml",
      `id: ban
title: A ban
type: trade-embargo
subtype: all goods
senders: [US]
targets: [CN]
regime: Trade
authorities:
  - {cite: A law, kind: statute}
objectives: [other]
status: lifted (1971-06-10)
life:
  - id: ban-imposed
    verb: imposed
    effective: 1950-12-03
    what: Trade stops.
    instrument: A law
    sources:
      - {source: LAW}
    verification: verified
    confidence: {level: certain, why: Text seen}
  - id: ban-lifted
    verb: lifted
    announced: 1971-06
    effective: 1971-06-10
    what: Trade starts.
    instrument: An order
    verification: recalled
    confidence: {level: probable, why: Recalled}
    motives:
      - coder: coder
        weights: {balancing: 0.75, economic: 0.25}
        rationale: Made for a test
        source: LAW
`
    ],
    [
      "claims.yaml",
      `- id: claim-1
  quote: the ban fell in 1971
  paraphrase: The ban ends in 1971.
  kind: date
  verdict: supported
  evidence: The record.
  measures: [ban]
  sources: [LAW]
  method:
    kind: query
    holds: supported
    fails: contradicted
    tests:
      - name: the day
        value: {kind: day, pick: first, events: {measures: [ban], verbs: [lifted]}}
        is: before
        to: "1972"
`
    ],
    [
      "findings.yaml",
      `- {measure: ban, event: ban-lifted, problem: a date, was: "1972", is: "1971", reason: The law says so.}
`
    ],
    [
      "reach.yaml",
      `- measure: ban
  flow: exports
  covers: {million: 10, year: 1972, shares: {goods: 1, mining: 0.5}}
  levels:
    - {from: 1950-12-03, closed: 1}
    - {from: 1960-01-01, closed: [0.5, 0.9, 1], full: 1, part: 0.8}
  basis: By hand.
  sources: [{source: LAW}]
  verification: verified
- {measure: ban, flow: assets, million: 5, basis: By hand., verification: recalled}
`
    ],
    [
      "trade.yaml",
      `columns:
  - {id: out, title: Exports, reporter: US, origin: US, destination: CN, valuation: fob, source: LAW, verification: recalled, provenance: By hand}
  - {id: in, title: Imports, reporter: US, origin: CN, destination: US, valuation: customs, source: LAW, verification: recalled, provenance: By hand}
`
    ],
    ["trade.csv", "year,out,in\n1971,0,4.9\n1972,63.5,\n"],
    [
      "ru.yaml",
      `title: Пробный случай
eras: {first: Первая, second: Вторая}
coders:
  coder: {name: Кодировщик, about: Один человек.}
parties:
  US: США
  CN: Китай
columns: {out: Экспорт, in: Импорт}
measures:
  ban: {title: Запрет}
events:
  ban-imposed: {what: Торговля закрыта.}
  ban-lifted: {what: Торговля открыта., rationale: Для проверки}
claims:
  claim-1: {paraphrase: Запрет снят., evidence: Запись.}
findings:
  "1972": "1972"
  "1971": "1971"
  The law says so.: Так сказано в законе.
`
    ]
  ]);

export type Place = {readonly line: number; readonly column: number};

/**
 * The minimal case with one text replaced. A ‸ in the new text marks the place that a problem should name; it is taken
 * out, and its line and column are returned.
 */
export function breakCase(file: string, was: string, is: string): {readonly files: CaseFiles; readonly place: Place} {
  const files = minimalCase();
  const text = files.get(file);
  if (text === undefined || text.split(was).length !== 2) throw new Error(`${file} does not hold this once: ${was}`);
  const marked = text.replace(was, () => is);
  const before = marked.slice(0, marked.indexOf("‸")).split("\n");
  files.set(file, marked.replace("‸", ""));
  return {files, place: {line: before.length, column: before.at(-1)!.length + 1}};
}

/** The problems of a case; fails when it reads. */
export function problemsOf(files: CaseFiles) {
  const result = readCase(files, "checksum");
  if ("case" in result) throw new Error("the case reads although it is broken");
  return result.problems;
}

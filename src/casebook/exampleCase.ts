/**
 * The files of a small case for a person to change: an invented dispute between two areas, so that no invented fact
 * about a real one can slip into a record. Each file names its schema, so that an editor completes and checks it.
 *
 * @param schemas folder of the JSON Schemas
 */
export function exampleCase(id: string, schemas: string): ReadonlyMap<string, string> {
  const schema = (name: string) => `# yaml-language-server: $schema=${schemas}/${name}.schema.json\n`;
  return new Map([
    ["case.yaml", schema("case") + head(id)],
    ["parties.yaml", schema("parties") + PARTIES],
    ["sources.yaml", schema("sources") + SOURCES],
    ["measures/example-tariff.yaml", schema("measure") + MEASURE]
  ]);
}

const head = (id: string) => `id: ${id}
title: Arendelle and Corona (an invented example)
version: 0.1.0
licence: CC-BY-4.0
sender: arendelle
target: corona
about: An invented dispute. Put your own case in its place.
coverage: {from: "2020-01-01", to: "2025-12-31"}
eras:
  - {id: dispute, title: Dispute, from: "2020-01-01"}
  - {id: talks, title: Talks, from: "2022-01-01"}
coders:
  - {id: me, name: Your name, about: What you looked at and how you weighed it.}
`;

const PARTIES = `- {id: arendelle, name: Arendelle, kind: state}
- {id: corona, name: Corona, kind: state}
`;

const SOURCES = `- id: GAZETTE
  type: legislation
  title: Arendelle Gazette
  issued: {"date-parts": [[2020, 3, 1]]}
  number: Gazette 2020/17
  consulted: false
  primary: true
`;

const MEASURE = `id: example-tariff
title: Extra duty on lanterns
type: tariff
subtype: duty
senders: [arendelle]
targets: [corona]
regime: Lantern Act
authorities:
  - {cite: Lantern Act §4, kind: delegation}
  - {cite: Order 17 of 2020, kind: order}
objectives: [policy_change]
scope: Paper lanterns
package: null
tradeShare: null
status: suspended
life:
  - id: example-tariff-imposed
    verb: imposed
    announced: 2020-02-15
    effective: 2020-03-01
    what: A duty of 20 per cent is set on lanterns.
    instrument: Order 17 of 2020
    sources: [{source: GAZETTE, at: p. 4}]
    verification: recalled
    confidence: {level: probable, why: An example}
  - id: example-tariff-eased
    verb: eased
    effective: 2021-06~
    what: Small lanterns are exempted.
    instrument: Order 3 of 2021
    verification: recalled
    confidence: {level: uncertain, why: An example with a month that is only approximate}
    motives:
      - coder: me
        weights: {economic: 0.7, domestic: 0.3}
        rationale: Shops had run out of lanterns
  - id: example-tariff-suspended
    verb: suspended
    effective: 2022-05-01
    expires: 2027-05-01
    what: The duty is suspended for five years.
    instrument: Order 9 of 2022
    verification: recalled
    confidence: {level: probable, why: An example}
    motives:
      - coder: me
        weights: {compliance: 0.6, socialisation: 0.4}
        rationale: Corona reopened its harbour
`;

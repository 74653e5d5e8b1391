import type {Case} from "../../../src/casebook/case.ts";
import type {Event, Motive, MotiveKey} from "../../../src/sanctions/event.ts";
import type {Measure} from "../../../src/sanctions/measure.ts";
import {parseDay} from "../../../src/time/day.ts";
import {parseEdtf} from "../../../src/time/edtf.ts";

const weights = (some: Partial<Record<MotiveKey, number>>): Motive["weights"] => ({
  balancing: 0,
  economic: 0,
  socialisation: 0,
  compliance: 0,
  domestic: 0,
  humanitarian: 0,
  other: 0,
  ...some
});

type Written = {announced?: string; effective?: string; published?: string; expires?: string};

function event(id: string, verb: Event["verb"], written: Written, more: Partial<Event> = {}): Event {
  const clocks = Object.fromEntries(Object.entries(written).map(([name, text]) => [name, parseEdtf(text)]));
  return {
    id,
    verb,
    what: `The sender acts (${id}).`,
    instrument: `Order ${id}`,
    tags: [],
    sources: [{source: "statute-1949"}],
    verification: "partly",
    confidence: {level: "probable", why: "one source"},
    motives: [],
    ...clocks,
    ...more
  };
}

const measure = (id: string, more: Partial<Measure> & Pick<Measure, "title" | "type" | "life">): Measure => ({
  id,
  subtype: "total",
  senders: ["US"],
  targets: ["CN"],
  regime: "Foreign assets control",
  authorities: [{cite: "Trading with the Enemy Act, § 5(b)", kind: "delegation"}],
  objectives: ["policy_change", "other"],
  scope: null,
  package: null,
  tradeShare: null,
  status: "ended",
  reviews: [],
  ...more
});

/**
 * Three measures with everything that is hard to write out: rough days, an open clock, two coders, texts in three
 * scripts, texts that a spreadsheet would run, and texts with commas, quotes and line breaks.
 */
export const smallCase: Case = {
  id: "small",
  title: "Small case: États-Unis & 中国",
  version: "1.2.0",
  licence: "CC-BY-4.0",
  sender: "US",
  target: "CN",
  about: "Three measures.",
  released: parseDay("2001-02-03"),
  coverage: {from: parseDay("1949-01-01"), to: parseDay("2000-12-31")},
  eras: [
    {id: "containment", title: "Containment", from: parseDay("1949-01-01"), to: parseDay("1969-07-21")},
    {id: "opening", title: "Opening", from: parseDay("1969-07-21"), to: null}
  ],
  coders: [
    {id: "first", name: "First coder", about: "A first pass."},
    {id: "second", name: "Zweite Kodiererin", about: "A second pass."}
  ],
  parties: [
    {id: "US", name: "United States", kind: "state", iso2: "US", iso3: "USA", cow: 2, gw: 2},
    {id: "CN", name: "China", kind: "state", iso2: "CN", iso3: "CHN", cow: 710, gw: 710},
    {id: "SU", name: "Soviet Union", kind: "state", cow: 365, gw: 365},
    {id: "cocom", name: "CoCom", kind: "body"},
    {id: "norinco", name: "中国北方工业公司 (Norinco)", kind: "company", of: "CN"},
    {id: "dealer", name: "A dealer", kind: "person", of: "norinco"},
    {id: "fronts", name: "Front firms", kind: "group"}
  ],
  sources: [
    {
      id: "statute-1949",
      type: "legislation",
      title: "Export Control Act of 1949 & “Müller” {x}, 中国 50%_#",
      number: "P.L. 81-11",
      issued: {"date-parts": [[1949, 2, 26]]},
      URL: "https://example.org/a_b?x=1&y=2%20",
      consulted: true,
      primary: true
    },
    {
      id: "a-source-with-an-id-of-more-than-twenty-characters",
      type: "article-newspaper",
      title: "A headline long enough to be broken over more than one line by a writer who breaks long lines at seventy",
      author: [{literal: "Staff of the Paper"}],
      issued: {"date-parts": [[1971, 6, 11]]},
      publisher: "The Paper",
      consulted: false,
      primary: false
    },
    {
      id: "treaty",
      type: "treaty",
      title: "Agreement of 1985",
      number: "TIAS 12027",
      issued: {"date-parts": [[1985]]},
      consulted: true,
      primary: true
    },
    {
      id: "judgment",
      type: "legal_case",
      title: "Firm v. Office",
      number: "560 F. Supp. 3d 81",
      consulted: true,
      primary: true
    },
    {
      id: "report",
      type: "report",
      title: "China: sanctions",
      author: [{literal: "Research Service"}],
      number: "96-272 F",
      issued: {"date-parts": [[1997, 10]]},
      consulted: true,
      primary: false
    }
  ],
  measures: [
    measure("embargo", {
      title: '=HYPERLINK("http://example.org","embargo")',
      type: "trade-embargo",
      scope: "-all goods",
      life: [
        event(
          "embargo-end",
          "lifted",
          {announced: "1971-04-14", effective: "1971-06-10"},
          {
            motives: [
              {
                coder: "first",
                weights: weights({balancing: 0.7, economic: 0.3}),
                rationale: "To win the target, said one; “not so”, another.",
                source: "report"
              },
              {coder: "second", weights: weights({economic: 1}), rationale: "@later: trade first"}
            ],
            sources: [{source: "a-source-with-an-id-of-more-than-twenty-characters", at: "p. 1"}, {source: "report"}]
          }
        ),
        event("embargo-start", "imposed", {announced: "1950-12-16", effective: "1950-12-17", published: "1950?"})
      ]
    }),
    measure("arms", {
      title: 'Arms, "dual use"\nand parts – 军事',
      type: "arms-embargo",
      targets: ["CN", "norinco"],
      authorities: [{cite: "P.L. 101-246, § 902", kind: "statute"}],
      objectives: ["human_rights"],
      reviews: [
        {kind: "review", every: "02-16", from: 1998, what: "The report is due.", rule: "P.L. 101-246, § 902(c)"}
      ],
      life: [
        event("arms-start", "imposed", {effective: "1989-06~"}),
        event("arms-waiver", "waived", {effective: "1998-02", expires: "2001-02-18"}, {tags: ["satellite", "waiver"]})
      ]
    }),
    measure("threat", {
      title: "＝A threat of a tariff",
      type: "tariff",
      senders: ["US", "cocom"],
      targets: ["fronts"],
      life: [event("threat-made", "threatened", {announced: "1995"})]
    })
  ],
  claims: [
    {
      id: "c1",
      quote: "the embargo ended in 1971",
      paraphrase: "The embargo ended in 1971.",
      kind: "date",
      verdict: "supported",
      evidence: "The event embargo-end.",
      measures: ["embargo"],
      sources: ["report"],
      method: {kind: "hand", by: "first", why: "the claim names no day"}
    }
  ],
  reaches: [],
  findings: [
    {
      measure: "embargo",
      event: "embargo-end",
      problem: "wrong day",
      was: "1971-04-14",
      is: "1971-06-10",
      reason: "effect"
    }
  ],
  trade: {
    years: [1971, 1972, 1973],
    columns: [
      {
        id: "us-exports",
        title: "US exports to China",
        reporter: "US",
        origin: "US",
        destination: "CN",
        valuation: "fas",
        source: "report",
        verification: "partly",
        provenance: "table 1",
        values: [0, null, 689.1]
      },
      {
        id: "revision",
        title: "Revision",
        reporter: "US",
        origin: "CN",
        destination: "US",
        valuation: "customs",
        source: "report",
        verification: "recalled",
        provenance: "table 2",
        values: [-3.5, 32.4, 0.1]
      }
    ]
  },
  wordings: {ru: {measures: {embargo: {title: "Эмбарго"}}, events: {}, claims: {}}},
  checksum: "0".repeat(64)
};

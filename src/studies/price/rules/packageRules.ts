import {between, just, type Rule} from "./rule.ts";

/** Rules that only packages use: measures that are on no record, and may come. */
export const packageRules = [
  {
    id: "all-trade",
    title: "Embargo on all trade, both ways",
    types: [],
    effect: {
      kind: "trade",
      wedge: "closed",
      size: just(1),
      reaches: {flow: "both", shares: {goods: just(1), services: just(1)}}
    },
    reasoning: "No goods and no services either way: every flow is 0 exactly.",
    citation: "as for embargo; the sanctions of Iran and North Korea come nearest",
    verification: "partly"
  },
  {
    id: "services-closed",
    title: "Full blocking: services and finance",
    types: [],
    effect: {
      kind: "trade",
      wedge: "closed",
      size: just(1),
      reaches: {flow: "both", shares: {services: just(1)}}
    },
    reasoning:
      "Where all property of a government, its banks and its large firms is blocked, nobody of the sender may serve them or be served. Services have no cargo that an exemption for food or medicine would let through.",
    citation: "31 CFR parts 560 (Iran) and 510 (North Korea) as models of full blocking",
    verification: "recalled"
  },
  {
    id: "dollar-finance",
    title: "Full blocking: goods that depend on dollar finance",
    types: [],
    effect: {
      kind: "trade",
      wedge: "closed",
      size: between(0.3, 0.6, 0.9),
      reaches: {flow: "both", shares: {goods: just(1)}}
    },
    reasoning:
      "Goods are not forbidden as such, and cannot be paid for through blocked banks. Nearly all trade of the United States is invoiced in dollars; what is left goes through banks that are not listed, other currencies, barter and licences. After 2014 most of the exports to Russia that the West lost were of goods that nobody had embargoed, and dearer trade finance was found to be one cause; trade of Iran with Europe fell by more than half when its banks were cut off in 2012 (recalled).",
    citation:
      "Crozet and Hinz (2020), Economic Policy 35: 97–146, and (2016), CEPII Working Paper 2016-16; Gopinath (2015), NBER Working Paper 21646 (invoicing); the band is a judgement",
    verification: "partly"
  }
] as const satisfies readonly Rule[];

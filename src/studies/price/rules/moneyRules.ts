import {between, just, type Rule} from "./rule.ts";

/** Rules for measures on services, money and carriage. */
export const moneyRules = [
  {
    id: "payments",
    title: "Ban on payments",
    types: ["financial"],
    subtypes: ["payments"],
    effect: {
      kind: "trade",
      wedge: "closed",
      size: just(1),
      reaches: {flow: "both", shares: {other_services: just(1)}}
    },
    reasoning:
      "Where no transaction may be paid for, services that are nothing but transactions cannot be sold either way. Goods are closed by the embargo and the import ban that stand beside it, if at all.",
    citation: "31 CFR part 500 as in force from 1950 to 1971",
    verification: "partly"
  },
  {
    id: "finance",
    title: "Financial measures on banks, firms and persons",
    types: ["financial", "blocking-sdn", "secondary-sanctions", "asset-freeze"],
    effect: {kind: "trade", wedge: "closed", size: between(0.5, 0.9, 1), reaches: null},
    reasoning:
      "Nobody of the sender may deal with a blocked party, so the trade of that party with the sender is closed, apart from what licences leave open. What it traded is a fact of the case; no source adds it up for long lists of persons and small firms. Frozen assets move what they yield (frozen-assets).",
    citation:
      "Felbermayr, Kirilakha, Syropoulos, Yalcin and Yotov (2020), European Economic Review 129: 103561; Besedeš, Goldbach and Nitsch (2017), Journal of International Money and Finance 71: 73–98; the band is a judgement",
    verification: "recalled"
  },
  {
    id: "investment",
    title: "Ban on investment",
    types: ["investment-ban"],
    effect: {kind: "trade", wedge: "cost", size: null, reaches: null},
    reasoning:
      "The model has no capital that moves between countries, so what a ban on investment does is not in it. What it does to trade in services is priced only where the case states a cost.",
    citation: "none; a limit of the model",
    verification: null
  },
  {
    id: "official-credit",
    title: "No official export credit",
    types: ["trade-finance"],
    subtypes: ["Ex-Im"],
    effect: {
      kind: "trade",
      wedge: "cost",
      size: between(0.01, 0.03, 0.06),
      reaches: {
        flow: "exports",
        shares: {machinery_elec: between(0.005, 0.02, 0.05), transport_eq: between(0.02, 0.08, 0.2)}
      }
    },
    strength: {eased: between(0, 0.1, 0.4)},
    reasoning:
      "Capital goods and aircraft that the export bank would have financed are sold on dearer terms: the spread between official and market credit, on the share of sales that it finances. Firms that relied on the bank sold 10 to 18 % less while it was shut; over all exports no effect was found. Where the ban is waived case by case little is left of it.",
    citation:
      "Kabir, Matray, Müller and Xu, The Real Effects of Trade Financing by Export Credit Agencies (VoxEU and NBER); Agarwal and Wang (2016), Nottingham GEP Research Paper 2016/12 (no effect in general); shares and spread are judgements",
    verification: "partly"
  },
  {
    id: "investment-insurance",
    title: "No official insurance or study funds for investment",
    types: ["trade-finance"],
    effect: {kind: "trade", wedge: "cost", size: null, reaches: null},
    reasoning: "It is about investment and project studies; what it does to trade nobody has measured.",
    citation: "none; a limit of the model",
    verification: null
  },
  {
    id: "carriage",
    title: "Ban on carriage under the sender's flag",
    types: ["transport-shipping"],
    subtypes: ["port calls"],
    effect: {
      kind: "trade",
      wedge: "closed",
      size: just(1),
      reaches: {flow: "exports", shares: {trade_transport: between(0.1, 0.3, 0.6)}}
    },
    reasoning:
      "Ships and aircraft of the sender may not serve the target, so the sender's freight and fares to it are closed. The sector also holds margins of wholesale trade, so freight and fares are a drawn part of it. Dearer carriage of what is still traded by others is left out.",
    citation: "Transportation Order T-2 of 1950; the part of carriage in the sector is a judgement",
    verification: "recalled"
  },
  {
    id: "shipping",
    title: "Other measures on shipping",
    types: ["transport-shipping"],
    effect: {kind: "trade", wedge: "cost", size: null, reaches: null},
    reasoning:
      "Rules on bunkers and flags make carriage dearer by an amount that depends on routes and years; priced only where the case states a cost.",
    citation: "Hummels (2007), Journal of Economic Perspectives 21(3): 131–154 (freight as a share of value)",
    verification: "recalled"
  },
  {
    id: "port-fees",
    title: "Fees on ships: a tariff whose size is a cost",
    types: ["tariff"],
    effect: {kind: "trade", wedge: "cost", size: null, reaches: null},
    reasoning:
      "A fee by ship and voyage is no duty on goods: it makes carriage dearer, whatever is on board and both ways. What that is of the value of the cargo depends on ships and routes; priced only where the case states a cost. The revenue of the fee is left out, so the sender's loss is too large by at most that.",
    citation: "Hummels (2007), Journal of Economic Perspectives 21(3): 131–154 (freight as a share of value)",
    verification: "recalled"
  },
  {
    id: "services",
    title: "Ban on some services",
    types: ["services-ban"],
    effect: {kind: "trade", wedge: "closed", size: just(1), reaches: null},
    reasoning:
      "Trade in apps and data is not recorded as a flow from target to sender that could be closed; priced only where the case states a share of services.",
    citation: "none; a limit of the data",
    verification: null
  },
  {
    id: "trade-status",
    title: "Change of trade status",
    types: ["trade-status"],
    effect: {kind: "trade", wedge: "cost", size: null, reaches: null},
    reasoning:
      "A status changes marks of origin, licences and agreements at once; priced only where the case states what that costs.",
    citation: "none; a limit of the data",
    verification: null
  }
] as const satisfies readonly Rule[];

import {between, just, type Rule} from "./rule.ts";

/** Rules for measures on goods: embargoes, tariffs, import bans, export controls. */
export const tradeRules = [
  {
    id: "embargo",
    title: "Embargo on exports",
    types: ["trade-embargo"],
    effect: {
      kind: "trade",
      wedge: "closed",
      size: just(1),
      reaches: {flow: "exports", shares: {goods: just(1)}}
    },
    reasoning:
      "A total embargo forbids every sale of goods from sender to target, so the flow is 0 exactly and not merely dear. Smuggling and trade through third countries are not modelled. Services are closed by payment and transport measures, which have their own rules.",
    citation:
      "Caliendo and Parro (2015), Review of Economic Studies 82: 1–44 (the model); on prohibitive costs as a limit, Costinot and Rodríguez-Clare (2014), Handbook of International Economics 4: 197–261",
    verification: "partly"
  },
  {
    id: "country-import-ban",
    title: "Ban on all imports from a country",
    types: ["import-restriction"],
    subtypes: ["country ban"],
    effect: {
      kind: "trade",
      wedge: "closed",
      size: just(1),
      reaches: {flow: "imports", shares: {goods: just(1)}}
    },
    reasoning: "The mirror image of an embargo: no goods of the target may enter, so the flow is 0 exactly.",
    citation: "31 CFR 500.204 as in force from 1950 to 1971; the model as for embargo",
    verification: "partly"
  },
  {
    id: "tariff",
    title: "Tariff at a stated rate",
    types: ["tariff"],
    effect: {kind: "trade", wedge: "tariff", size: null, reaches: null},
    reasoning:
      "Duties of different measures are levied on the same customs value and add up, so a rate adds its points times the share of the sector's imports that it covers. That the average rate of a sector is put on all of it leaves out that buyers turn to uncovered goods of the same sector; losses from uneven rates are too small.",
    citation:
      "Fajgelbaum, Goldberg, Kennedy and Khandelwal (2020), Quarterly Journal of Economics 135: 1–55; Amiti, Redding and Weinstein (2019), Journal of Economic Perspectives 33(4): 187–210 (duties fall on the buyer's price in full)",
    verification: "partly"
  },
  {
    id: "column-two",
    title: "Loss of most-favoured-nation treatment: the tariff of 1930",
    types: ["mfn-ntr-denial"],
    effect: {
      kind: "trade",
      wedge: "tariff",
      size: just(1),
      reaches: {
        flow: "imports",
        shares: {
          agri: between(0.04, 0.08, 0.15),
          mining: between(0, 0.02, 0.06),
          food: between(0.08, 0.14, 0.22),
          textiles: between(0.25, 0.38, 0.5),
          wood_paper: between(0.15, 0.25, 0.32),
          petroleum: between(0, 0.02, 0.05),
          chem_plastics: between(0.18, 0.27, 0.38),
          metals: between(0.25, 0.33, 0.4),
          machinery_elec: between(0.27, 0.33, 0.38),
          transport_eq: between(0.1, 0.18, 0.28),
          other_mfg: between(0.35, 0.48, 0.6)
        }
      }
    },
    reasoning:
      "Goods of a country without most-favoured-nation treatment pay column 2 of the US schedule, the rates of the Smoot–Hawley Act. The points are column 2 less column 1 by sector. The average over industries of this gap is 0.33 in the literature; its spread over sectors is recalled from the schedule (toys 70 % against 0, knit apparel 45 to 90 % against 15 to 32, machinery 35 % against 0 to 4, cars 10 % against 2.5).",
    citation:
      "Pierce and Schott (2016), American Economic Review 106: 1632–1662 (gap of normal trade relations: mean 0.33); Handley and Limão (2017), American Economic Review 107: 2731–2783 (column 2 about 0.31); Harmonized Tariff Schedule of the United States, column 2",
    verification: "recalled"
  },
  {
    id: "import-ban",
    title: "Ban on some imports",
    types: ["import-restriction"],
    effect: {kind: "trade", wedge: "closed", size: just(1), reaches: null},
    reasoning:
      "What may not enter is a share of the sector's imports, which the case has to state. The goods are taken evenly from the sector; the importer can buy them elsewhere, at the cost that the model gives to that.",
    citation:
      "Arkolakis, Costinot and Rodríguez-Clare (2012), American Economic Review 102: 94–130 (a source that closes is a fall in the share that is open)",
    verification: "recalled"
  },
  {
    id: "export-control",
    title: "Export control on some goods",
    types: ["export-control"],
    effect: {kind: "trade", wedge: "closed", size: between(0.3, 0.6, 0.9), reaches: null},
    reasoning:
      "Of the exports that need a licence a share is not sold: licences are refused, not asked for, or come too late. Under a presumption of denial most of it goes, under a policy of review less, hence a wide band where the case does not state the share. Only sales from the sender's own soil are in the flow; foreign-made goods that the sender's rules reach are not.",
    citation:
      "Crosignani, Han, Macchiavelli and Silva (2024), Federal Reserve Bank of New York Staff Report 1096 (suppliers stop selling to listed and to other Chinese customers, and find no new ones); the band is a judgement",
    verification: "partly"
  },
  {
    id: "entity-list",
    title: "Export control on named buyers",
    types: ["export-control"],
    subtypes: ["entity list", "surveillance"],
    effect: {kind: "trade", wedge: "closed", size: between(0.2, 0.5, 0.9), reaches: null},
    reasoning:
      "A listed buyer needs a licence for what others may buy freely. Part of the sale goes to unlisted firms of the same country instead, or is licensed, so less of it is lost than under a control on the goods.",
    citation:
      "Crosignani, Han, Macchiavelli and Silva (2024), Federal Reserve Bank of New York Staff Report 1096; the band is a judgement",
    verification: "recalled"
  },
  {
    id: "end-use-check",
    title: "Licence or statement needed, sale not forbidden",
    types: ["export-control"],
    subtypes: ["end-use checks", "military end use"],
    effect: {kind: "trade", wedge: "cost", size: between(0.005, 0.02, 0.05), reaches: null},
    reasoning:
      "Paperwork and delay make a sale dearer and do not forbid it. A day in transit is like a tariff of 0.6 to 2.1 %, so a licence that takes days to weeks, asked for now and then, costs a few per cent.",
    citation: "Hummels and Schaur (2013), American Economic Review 103: 2935–2959; the band is a judgement",
    verification: "partly"
  },
  {
    id: "arms-embargo",
    title: "Arms embargo",
    types: ["arms-embargo"],
    effect: {kind: "trade", wedge: "closed", size: just(1), reaches: null},
    reasoning:
      "Arms have no sector of their own, and what would be sold without the embargo is not observed while it stands. Priced only where the case states a share.",
    citation: "none; a limit of the data",
    verification: null
  },
  {
    id: "procurement",
    title: "Ban on public procurement",
    types: ["procurement-ban"],
    effect: {kind: "trade", wedge: "closed", size: just(1), reaches: null},
    reasoning:
      "A public buyer that may not buy takes its share out of imports. How much that is nobody publishes by country, so it is priced only where the case states it.",
    citation: "none; a limit of the data",
    verification: null
  },
  {
    id: "nuclear",
    title: "Ban on nuclear exports",
    types: ["nuclear-cooperation"],
    effect: {kind: "trade", wedge: "closed", size: just(1), reaches: null},
    reasoning: "Reactors and their parts are a few orders in decades; priced only where the case states a share.",
    citation: "none; a limit of the data",
    verification: null
  }
] as const satisfies readonly Rule[];

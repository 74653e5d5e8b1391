import type {Measure, MeasureType} from "./measure.ts";

export const channels = ["trade", "arms", "military", "financial", "travel", "other"] as const;

/** The six channels of the Global Sanctions Data Base (Felbermayr et al. 2020, European Economic Review 129). */
export type Channel = (typeof channels)[number];

const byType: Readonly<Record<MeasureType, Channel>> = {
  "trade-embargo": "trade",
  "export-control": "trade",
  "import-restriction": "trade",
  "arms-embargo": "arms",
  "asset-freeze": "financial",
  "blocking-sdn": "financial",
  financial: "financial",
  "secondary-sanctions": "financial",
  "investment-ban": "financial",
  "development-aid": "financial",
  "trade-finance": "financial",
  "mfn-ntr-denial": "trade",
  tariff: "trade",
  "transport-shipping": "other",
  "travel-visa": "travel",
  "multilateral-lending": "financial",
  "nuclear-cooperation": "other",
  diplomatic: "other",
  "procurement-ban": "trade",
  "services-ban": "other",
  "scientific-cooperation": "other",
  "trade-status": "trade"
};

/** Subtypes that work through another channel than their type does. */
const bySubtype: Readonly<Record<string, Channel>> = {
  "secondary-sanctions/entity list": "trade",
  "secondary-sanctions/extraterritorial jurisdiction": "trade",
  "export-control/munitions and dual-use": "arms",
  "import-restriction/munitions": "arms",
  "diplomatic/military contacts": "military",
  "procurement-ban/defence": "arms"
};

/** The channel that a measure mainly works through: its subtype's where that differs, else its type's. */
export const channelOf = ({type, subtype}: Measure): Channel => bySubtype[`${type}/${subtype}`] ?? byType[type];

import type {MeasureType} from "./measure.ts";

/**
 * Severity of a measure type, 0 to 1: how much of the economic relation a measure of this type can close when in force
 * in full. The figures are this project's judgement and rank types, nothing more; every use of them is shown beside a
 * band over random weightings (pendulum.ts), so that no finding rests on them alone.
 */
export const severity: Readonly<Record<MeasureType, number>> = {
  "trade-embargo": 1,
  "asset-freeze": 0.9,
  "import-restriction": 0.6,
  tariff: 0.6,
  "mfn-ntr-denial": 0.6,
  "export-control": 0.5,
  "blocking-sdn": 0.5,
  financial: 0.5,
  "secondary-sanctions": 0.5,
  "investment-ban": 0.4,
  "transport-shipping": 0.4,
  "arms-embargo": 0.4,
  "trade-finance": 0.3,
  "trade-status": 0.3,
  "procurement-ban": 0.2,
  "services-ban": 0.2,
  "development-aid": 0.2,
  "multilateral-lending": 0.2,
  "nuclear-cooperation": 0.2,
  "travel-visa": 0.2,
  "scientific-cooperation": 0.1,
  diplomatic: 0.1
};

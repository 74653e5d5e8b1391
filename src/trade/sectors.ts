/** Goods and services of the bundled input–output baseline. */
export const goodsSectors = [
  "agri",
  "mining",
  "food",
  "textiles",
  "wood_paper",
  "petroleum",
  "chem_plastics",
  "metals",
  "machinery_elec",
  "transport_eq",
  "other_mfg"
] as const;
export const serviceSectors = ["utilities_constr", "trade_transport", "other_services"] as const;

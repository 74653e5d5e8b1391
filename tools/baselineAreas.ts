/**
 * The countries of the 2023 goods matrix that stand in a region of `world2023-goods`; all others stand on their own.
 * Cuba, North Korea and Taiwan are not in the source.
 */
export const regions: Readonly<Record<string, readonly string[]>> = {
  "rest-of-eu": "BGR CYP EST FIN GRC LTU LUX LVA MLT".split(" "),
  "rest-of-europe": "ALB GRL MDA".split(" "),
  "rest-of-caucasus-and-central-asia": "ARM AZE KAZ KGZ MNG TJK TKM".split(" "),
  "rest-of-middle-east-and-north-africa": "DZA JOR KWT LBN MAR OMN TUN YEM".split(" "),
  "rest-of-sub-saharan-africa":
    "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI GAB GHA GIN GMB GNB GNQ KEN LBR LSO MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SEN SLE SOM SSD SWZ SYC TCD TGO TZA UGA ZMB".split(
      " "
    ),
  "rest-of-asia": "AFG BGD BRN BTN KHM LAO LKA MDV NPL TLS".split(" "),
  "rest-of-oceania": "FJI FSM KIR MHL NCL PLW PNG PYF SLB TON VUT".split(" "),
  "rest-of-americas":
    "ABW ARG ATG BHS BLZ BMU BOL BRB CHL COL CRI CUW CYM DMA DOM ECU GRD GTM GUY HND JAM KNA LCA PAN PER PRY SLV SUR SXM TCA TTO URY VCT".split(
      " "
    )
};

/**
 * GDP in million USD that stands for the source's. Its figure for Venezuela, 482,359, is the last that the World Bank
 * has, of 2014, and some five times too large; this is 2022 by the Economist Intelligence Unit, country fact sheet of
 * 7 February 2023.
 */
export const replacedGdp: Readonly<Record<string, number>> = {VEN: 101_800};

export const goodsSource = {
  source:
    "BACI, HS 2022, year 2023, release 202501 (Gaulier and Zignago, 2010, CEPII working paper 2010-23) and World Bank, " +
    "World Development Indicators, GDP in current USD, as compiled for 194 countries by Ignatenko, Lashkaripour, " +
    "Macedoni and Simonovska (2025, Journal of International Economics 157: 104138); domestic sales after WIOD, release " +
    "of November 2016 (Timmer et al., 2015); GDP of Venezuela by the Economist Intelligence Unit",
  licence: "Etalab Open Licence 2.0 (BACI), CC BY 4.0 (World Development Indicators, WIOD)"
};

export const goodsHow =
  "Goods only: services are missing, so spending, value added and every change of welfare are of goods. Products added " +
  "up; flows FOB. Domestic sales are GDP times the ratio of domestic goods sales to GDP in WIOD 2014, a country's own or, " +
  "where WIOD has none, that of its rest of the world less the trade among its members: an assumption. No tariffs and no " +
  "inputs: value added is sales. Cuba, North Korea and Taiwan are not in the source. GDP is the last figure that " +
  "the World Bank has, in some countries of an earlier year, and for Venezuela 101.8 billion (2022). Trade elasticity 4: " +
  "Simonovska and Waugh (2014, Journal of International Economics 92: 34–50), as in Ignatenko et al. (2025).";

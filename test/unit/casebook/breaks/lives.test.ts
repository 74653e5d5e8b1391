import {BAN, expectBreaks} from "./expectBreak.ts";

expectBreaks([
  [
    "an impossible life",
    BAN,
    "verb: lifted",
    "verb: ‸reimposed",
    "sanctions/illegal-verb",
    /^impossible reimposed on 1971-06-10: the measure is in force, .* use tightened \(legal here: /
  ],
  [
    "weights that do not sum to 1",
    BAN,
    "weights: {balancing: 0.75",
    "‸weights: {balancing: 0.5",
    "casebook/weights-do-not-sum",
    "weights sum to 0.75; make them sum to 1"
  ],
  [
    "a motive on pressure",
    BAN,
    "    verb: lifted",
    "    verb: tightened",
    "casebook/motive-without-easing",
    "motive on tightened; only relief and endings have motives, remove it"
  ],
  [
    "superseded by nothing",
    BAN,
    "verb: lifted",
    "verb: ‸superseded",
    "casebook/superseded-by-nothing",
    "superseded without successor: ban-lifted; name in by what takes over, or write expired"
  ],
  [
    "verified by no source",
    BAN,
    "verification: recalled",
    "verification: ‸verified",
    "casebook/verified-without-source",
    "event ban-lifted is verified by no source; cite one, or write recalled"
  ]
]);

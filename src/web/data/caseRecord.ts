import type {Case} from "../../casebook/case.ts";
import {type AsOfIndex, indexLives} from "../../sanctions/asOfIndex.ts";
import {type Life, lifeOf} from "../../sanctions/life.ts";
import type {Language} from "../words/words.ts";

/** A case in one language, as its file in the site holds it: the case with its texts worded, and how it is cited. */
export type CaseFile = {
  readonly record: Case;
  /** The language of its titles and texts. Instruments, notes and sources are in English whatever it is. */
  readonly language: Language;
  readonly citation: Citation;
};

/** How to cite a case: as one line, and for reference managers. */
export type Citation = {
  readonly text: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly csl: string;
};

/** A case with what is derived from it once. `index` numbers measures as `lives` does: by id. */
export type CaseRecord = CaseFile & {readonly lives: readonly Life[]; readonly index: AsOfIndex};

/** @param file the measures of its record by id, as they are written */
export function caseRecord(file: CaseFile): CaseRecord {
  const {measures, coverage} = file.record;
  const lives = measures.map((measure) => lifeOf(measure, coverage.to));
  return {...file, lives, index: indexLives(lives)};
}

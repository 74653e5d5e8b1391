import type {Day} from "../../time/day.ts";
import type {Language} from "../words/words.ts";

/** A case as the home page shows it, before its record is read. */
export type CatalogueEntry = {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** What else the two parties go by: codes, and names in every language. */
  readonly names: readonly string[];
  readonly coverage: {readonly from: Day; readonly to: Day};
  readonly measures: number;
  readonly events: number;
  /** Events that rest on a source that was read for the step. */
  readonly verified: number;
  /** The record in a language, as a path from the root of the site. */
  readonly files: Readonly<Record<Language, string>>;
  readonly miniature: Miniature;
};

/** The life line in little: strands as paths in a box of 1000 × `height`. */
export type Miniature = {
  readonly height: number;
  readonly paths: readonly {readonly channel: string; readonly width: number; readonly d: string}[];
};

import type {Era} from "../sanctions/era.ts";
import type {Measure} from "../sanctions/measure.ts";
import type {Day} from "../time/day.ts";
import type {TradeSeries} from "../trade/series.ts";
import type {Claim} from "./claim.ts";
import type {Reach} from "./reach.ts";

/** A party to a case: a state, a body, a firm, or a group that the record names. */
export type Party = {
  readonly id: string;
  readonly name: string;
  readonly kind: "state" | "area" | "body" | "company" | "person" | "group";
  /** ISO 3166-1 alpha-2 and alpha-3, COW and Gleditsch–Ward codes, where the party has them. */
  readonly iso2?: string;
  readonly iso3?: string;
  readonly cow?: number;
  readonly gw?: number;
  /** The party it belongs to or acts from. */
  readonly of?: string;
};

/** A source in CSL-JSON, with what the record adds: was it consulted, and is it a primary source? */
export type Source = {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly {readonly literal: string}[];
  readonly issued?: {readonly "date-parts": readonly (readonly number[])[]};
  readonly number?: string;
  readonly URL?: string;
  readonly publisher?: string;
  readonly consulted: boolean;
  readonly primary: boolean;
};

export type Coder = {readonly id: string; readonly name: string; readonly about: string};

/** A place where the case departs from the source base it was built from, and why. */
export type Finding = {
  readonly measure: string;
  readonly event?: string;
  readonly problem: string;
  readonly was: string;
  readonly is: string;
  readonly reason: string;
};

/**
 * Texts of a case in another language: by the id of what they belong to, or, for reviews and findings, which have none,
 * by the English text, so that a text that changes loses its wording and cannot keep a wrong one.
 */
export type Wording = {
  readonly title?: string;
  readonly eras?: Readonly<Record<string, string>>;
  readonly coders?: Readonly<Record<string, Pick<Coder, "name" | "about">>>;
  readonly parties?: Readonly<Record<string, string>>;
  readonly columns?: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, {readonly title: string; readonly scope?: string}>>;
  readonly events: Readonly<Record<string, {readonly what: string; readonly rationale?: string}>>;
  readonly claims: Readonly<Record<string, {readonly paraphrase: string; readonly evidence: string}>>;
  readonly reviews?: Readonly<Record<string, string>>;
  readonly findings?: Readonly<Record<string, string>>;
};

/** A case: measures with their lives, and all that is needed to read, check and cite them. */
export type Case = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** The day on which this version was published. */
  readonly released?: Day;
  readonly licence: string;
  readonly sender: string;
  readonly target: string;
  readonly about: string;
  /** First and last day to which the record is complete. */
  readonly coverage: {readonly from: Day; readonly to: Day};
  readonly eras: readonly Era[];
  readonly coders: readonly Coder[];
  readonly parties: readonly Party[];
  readonly sources: readonly Source[];
  readonly measures: readonly Measure[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  /** How much trade the measures reach; a measure without an entry is one nobody has sized. */
  readonly reaches: readonly Reach[];
  readonly trade: TradeSeries | null;
  readonly wordings: Readonly<Record<string, Wording>>;
  /** SHA-256 of the files the case was read from, so that an answer can name exactly what it rests on. */
  readonly checksum: string;
};

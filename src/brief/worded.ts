import type {Case, Coder, Wording} from "../casebook/case.ts";
import type {Claim} from "../casebook/claim.ts";
import type {Era} from "../sanctions/era.ts";
import type {Event} from "../sanctions/event.ts";
import type {Life} from "../sanctions/life.ts";
import type {Measure} from "../sanctions/measure.ts";

/** The case's own words in a language; English where the case has no wording for a thing. */
export type Worded = {
  readonly title: string;
  readonly measure: (measure: Measure) => string;
  readonly what: (event: Event) => string;
  readonly rationale: (event: Event, own: string) => string;
  readonly paraphrase: (claim: Claim) => string;
  readonly evidence: (claim: Claim) => string;
  /** What a review does, or its rule. */
  readonly review: (text: string) => string;
  readonly finding: (text: string) => string;
  readonly coder: (coder: Coder) => Coder;
  readonly eras: readonly Era[];
  readonly party: (id: string) => string;
  readonly column: (column: {readonly id: string; readonly title: string}) => string;
  /** The lives with their measures' titles in the language, for charts that print titles. */
  readonly lives: (lives: readonly Life[]) => readonly Life[];
};

/** @param language a key of the wordings of the case; any other is English */
export function wordedIn(one: Case, language: string): Worded {
  const own: Partial<Wording> = (language === "en" ? undefined : one.wordings[language]) ?? {};
  const measure = ({id, title}: Measure) => own.measures?.[id]?.title ?? title;
  return {
    title: own.title ?? one.title,
    measure,
    what: ({id, what}) => own.events?.[id]?.what ?? what,
    // A wording holds one rationale an event: that of the first coder.
    rationale: (event, text) =>
      event.motives[0]?.rationale === text ? (own.events?.[event.id]?.rationale ?? text) : text,
    paraphrase: ({id, paraphrase}) => own.claims?.[id]?.paraphrase ?? paraphrase,
    evidence: ({id, evidence}) => own.claims?.[id]?.evidence ?? evidence,
    review: (text) => own.reviews?.[text] ?? text,
    finding: (text) => own.findings?.[text] ?? text,
    coder: (coder) => ({...coder, ...own.coders?.[coder.id]}),
    eras: one.eras.map((era) => ({...era, title: own.eras?.[era.id] ?? era.title})),
    party: (id) => own.parties?.[id] ?? one.parties.find((party) => party.id === id)?.name ?? id,
    column: ({id, title}) => own.columns?.[id] ?? title,
    lives: (lives) => lives.map((life) => ({...life, measure: {...life.measure, title: measure(life.measure)}}))
  };
}

import type {Case, Wording} from "./case.ts";
import {show} from "./explainIssue.ts";
import type {Problem} from "./problem.ts";
import type {YamlFile} from "./yamlFile.ts";

/** So many names stand in a note; the others are counted. */
const SHOWN = 5;

/**
 * What each wording of a case lacks, one note for each kind of text, and texts it has for English that the case no
 * longer says. A brief in the language shows the English of what is lacking.
 */
export function wordingNotes(one: Case, wordings: ReadonlyMap<string, YamlFile<Wording>>): Problem[] {
  return [...wordings].flatMap(([language, yaml]) => [...lacks(one, language, yaml), ...stale(one, yaml)]);
}

/** Kind of text, the part of the wording that it stands in, the texts that the case has, and those worded. */
type Needed = readonly [string, keyof Wording, readonly string[], (key: string) => unknown];

function lacks(one: Case, language: string, yaml: YamlFile<Wording>): Problem[] {
  const own = yaml.value;
  const ids = (list: readonly {readonly id: string}[]) => list.map(({id}) => id);
  const events = one.measures.flatMap(({life}) => life);
  const needed: readonly Needed[] = [
    ["titles of the case", "title", [one.title], () => own.title],
    ["eras", "eras", ids(one.eras), (id) => own.eras?.[id]],
    ["coders", "coders", ids(one.coders), (id) => own.coders?.[id]],
    ["parties", "parties", ids(one.parties), (id) => own.parties?.[id]],
    ["trade columns", "columns", ids(one.trade?.columns ?? []), (id) => own.columns?.[id]],
    ["measures", "measures", ids(one.measures), (id) => own.measures[id]],
    ["scopes", "measures", ids(one.measures.filter(({scope}) => scope !== null)), (id) => own.measures[id]?.scope],
    ["events", "events", ids(events), (id) => own.events[id]],
    ["rationales", "events", ids(events.filter(({motives}) => motives.length > 0)), (id) => own.events[id]?.rationale],
    ["claims", "claims", ids(one.claims), (id) => own.claims[id]],
    ["texts of reviews", "reviews", reviewTexts(one), (text) => own.reviews?.[text]],
    ["texts of findings", "findings", findingTexts(one), (text) => own.findings?.[text]]
  ];
  return needed.flatMap(([kind, part, keys, worded]) => {
    const lacking = keys.filter((key) => worded(key) === undefined);
    if (lacking.length === 0) return [];
    const names = lacking.slice(0, SHOWN).map(show).join("; ");
    const more = lacking.length > SHOWN ? `; and ${lacking.length - SHOWN} more` : "";
    const message = `no ${language} wording for ${lacking.length} of ${keys.length} ${kind}: ${names}${more}`;
    return [yaml.problem([part], "casebook/no-wording", message)];
  });
}

function stale(one: Case, yaml: YamlFile<Wording>): Problem[] {
  const texts = {reviews: reviewTexts(one), findings: findingTexts(one)};
  return (["reviews", "findings"] as const).flatMap((part) =>
    Object.keys(yaml.value[part] ?? {})
      .filter((text) => !texts[part].includes(text))
      .map((text) => {
        const message = `wording for a text that is not in the case: ${show(text)}; remove it or correct the English`;
        return yaml.problem([part, text], "casebook/stale-wording", message);
      })
  );
}

const reviewTexts = ({measures}: Case): readonly string[] => [
  ...new Set(measures.flatMap(({reviews}) => reviews.flatMap(({what, rule}) => [what, rule])))
];

const findingTexts = ({findings}: Case): readonly string[] => [
  ...new Set(findings.flatMap(({was, is, reason}) => [was, is, reason]))
];

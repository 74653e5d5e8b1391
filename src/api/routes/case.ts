import {z} from "zod";
import type {Case} from "../../casebook/case.ts";
import {formatDay} from "../../time/day.ts";
import {oneRoute, type Total} from "../route.ts";
import {dayText} from "../shapes.ts";

const named = z.object({id: z.string(), name: z.string()});

/** One case: what it is about, its eras, parties and coders. */
export const oneCase = oneRoute({
  name: "oneCase",
  path: "/cases/{case}",
  summary: "one case",
  about: "What a case is about, its eras, parties and coders, and how far its events are verified.",
  query: z.object({}),
  examples: [""],
  body: z.object({
    title: z.string(),
    about: z.string(),
    licence: z.string(),
    released: dayText.nullable(),
    sender: z.string(),
    target: z.string(),
    languages: z.array(z.string()),
    eras: z.array(z.object({id: z.string(), title: z.string(), from: dayText, to: dayText.nullable()})),
    parties: z.array(named.extend({kind: z.string(), iso2: z.string().optional()})),
    coders: z.array(named.extend({about: z.string()}))
  }),
  run({record: {one}}) {
    const {title, about, licence, released, sender, target, eras, parties, coders} = one;
    return {
      kind: "one",
      facts: {asOf: one.coverage.to, totals: totalsOf(one)},
      body: {
        title,
        about,
        licence,
        released: released === undefined ? null : formatDay(released),
        sender,
        target,
        languages: ["en", ...Object.keys(one.wordings)],
        eras: eras.map(({id, title, from, to}) => ({
          id,
          title,
          from: formatDay(from),
          to: to === null ? null : formatDay(to)
        })),
        parties: parties.map(({id, name, kind, iso2}) => ({id, name, kind, ...(iso2 && {iso2})})),
        coders
      }
    };
  }
});

function totalsOf({measures, sources, claims}: Case): Total[] {
  const events = measures.flatMap(({life}) => life);
  const checked = (level: string) => events.filter(({verification}) => verification === level).length;
  return [
    {name: "measures", value: measures.length, rule: "legal measures of any state"},
    {name: "events", value: events.length, rule: "acts on record, also those that set a clock"},
    {name: "verified", value: checked("verified"), rule: "events that rest on a source that was read for the step"},
    {name: "partly", value: checked("partly"), rule: "events of which a part rests on a source that was read"},
    {
      name: "recalled",
      value: checked("recalled"),
      rule: "events from memory or a list, without a source that was read"
    },
    {name: "sources", value: sources.length, rule: "sources of the case, cited or not"},
    {name: "claims", value: claims.length, rule: "claims of an article that were checked"}
  ];
}

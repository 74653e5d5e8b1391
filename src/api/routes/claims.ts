import {z} from "zod";
import {claimAnswer} from "../../answers/claim.ts";
import {countClaims, runClaims} from "../../studies/claims.ts";
import {name, paging} from "../parameters.ts";
import {listRoute} from "../route.ts";
import {requireKnown} from "../studio.ts";

const verdict = z.enum(["supported", "imprecise", "contradicted", "not checkable"]);

const test = z
  .object({
    name: z.string(),
    rule: z.string().meta({description: "what was counted and how, in words"}),
    value: z
      .object({
        unit: z.string(),
        low: z.union([z.number(), z.string()]).meta({description: "a number, or a day where the unit is day"}),
        high: z.union([z.number(), z.string()]),
        sure: z.boolean(),
        counted: z.array(z.string()),
        possible: z.array(z.string())
      })
      .nullable(),
    expected: z.string(),
    answer: z.enum(["certainly", "possibly", "no"]),
    holds: z.boolean()
  })
  .meta({id: "ClaimTest"});

/** An article's claims against the record. */
export const claims = listRoute({
  name: "claims",
  path: "/cases/{case}/claims",
  summary: "an article's claims, tested against the record",
  about:
    "Every claim with its verdict. One that data can decide has the numbers, the rule of each and what they rest on; the others say who judged and why. agrees is false where a recorded verdict no longer follows from the data.",
  query: z.object({claim: name("only this claim, by id", "claim-35").optional(), ...paging}),
  examples: ["", "claim=claim-35"],
  order: "as in the case",
  item: z
    .object({
      claim: z.looseObject({
        id: z.string(),
        quote: z.string(),
        verdict,
        evidence: z.string(),
        measures: z.array(z.string())
      }),
      computed: verdict.nullable(),
      tests: z.array(test),
      quoted: z.array(test),
      agrees: z.boolean(),
      evidence: z.array(z.string())
    })
    .meta({id: "ClaimResult"}),
  body: z.object({}),
  run({record: {one, lives}, query: {claim}}) {
    if (claim !== undefined)
      requireKnown(
        "claim",
        claim,
        one.claims.map(({id}) => id)
      );
    const results = runClaims(one, lives).filter((result) => claim === undefined || result.claim.id === claim);
    return {
      kind: "list",
      facts: {
        asOf: one.coverage.to,
        totals: countClaims(results).flatMap(({verdict: word, query, hand}) => [
          {name: `${word}, by query`, value: query, rule: "claims with this recorded verdict that data decide"},
          {name: `${word}, by hand`, value: hand, rule: "claims with this recorded verdict that somebody judged"}
        ])
      },
      items: results.map(claimAnswer),
      more: {}
    };
  }
});

import {z} from "zod";
import {pendulumAnswer, yearEnds} from "../../answers/pendulum.ts";
import {BAND, pendulumBand, pendulum as pendulumOf, pendulumRules} from "../../sanctions/pendulum.ts";
import {choice, paging} from "../parameters.ts";
import {listRoute} from "../route.ts";
import {dayText} from "../shapes.ts";

/** Restrictiveness over time. */
export const pendulum = listRoute({
  name: "pendulum",
  path: "/cases/{case}/pendulum",
  summary: "restrictiveness over time under a named rule",
  about:
    "Restrictiveness on 31 December of each year. Rules: count (a measure in force counts 1), state (an eased one counts half), severity (state times the severity of its type, with a band over random weightings of the types, as a share of the highest value). low and high differ by what imprecise dates leave open.",
  query: z.object({rule: choice(pendulumRules, "how a measure counts").default("severity"), ...paging}),
  examples: ["rule=count", ""],
  order: "by day",
  item: z
    .object({
      day: dayText,
      low: z.number(),
      high: z.number(),
      band: z.object({low: z.number(), mid: z.number(), high: z.number()}).optional()
    })
    .meta({id: "PendulumPoint"}),
  body: z.object({
    rule: z.enum(pendulumRules),
    weightings: z.object({draws: z.int(), seed: z.int()}).nullable()
  }),
  run({record, query: {rule}}) {
    const days = yearEnds(record);
    // The band varies the severities and the weight of eased measures, so it says something of `severity` alone.
    const band = rule === "severity" ? pendulumBand(record.lives, days) : null;
    const items = pendulumAnswer(pendulumOf(record.lives, days, rule), band);
    return {
      kind: "list",
      facts: {
        asOf: record.one.coverage.to,
        totals: [{name: "years", value: items.length, rule: "years that the record touches, each on 31 December"}]
      },
      items,
      more: {rule, weightings: band === null ? null : BAND}
    };
  }
});

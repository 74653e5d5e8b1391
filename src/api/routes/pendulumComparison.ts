import {z} from "zod";
import {compareDays} from "../../sanctions/pendulum.ts";
import {formatDay} from "../../time/day.ts";
import {day} from "../parameters.ts";
import {oneRoute} from "../route.ts";
import {dayText} from "../shapes.ts";

/** Is one day lower than another, whatever the weights? */
export const pendulumComparison = oneRoute({
  name: "pendulumComparison",
  path: "/cases/{case}/pendulum/comparison",
  summary: "is restrictiveness lower on one day than on another, whatever the weights?",
  about:
    "Whether the first day is lower than or equal to the second under every weighting of the types, the share of random weightings under which it is lower, and the types that stand against it.",
  query: z.object({first: day("the first day", "2001-12-31"), second: day("the second day", "1968-12-31")}),
  examples: ["first=2001-12-31&second=1968-12-31"],
  body: z.object({
    first: dayText,
    second: dayText,
    shareLower: z.number(),
    always: z.boolean(),
    against: z.array(z.object({type: z.string(), first: z.string(), second: z.string()})),
    draws: z.int(),
    seed: z.int()
  }),
  run({record, query: {first, second}}) {
    const comparison = compareDays(record.lives, first, second);
    return {
      kind: "one",
      facts: {
        asOf: first,
        totals: [
          {
            name: "shareLower",
            value: comparison.shareLower,
            rule: `share of ${comparison.draws} random weightings under which the first day is strictly lower`
          }
        ]
      },
      body: {...comparison, first: formatDay(first), second: formatDay(second)}
    };
  }
});

import {z} from "zod";
import {stateAnswer} from "../../answers/duration.ts";
import {ThawError} from "../../errors.ts";
import {stateShares} from "../../studies/stateShares.ts";
import {measureStates} from "../../studies/stateSpells.ts";
import {formatDay} from "../../time/day.ts";
import {day} from "../parameters.ts";
import {oneRoute} from "../route.ts";
import {dayText, figure, interval} from "../shapes.ts";
import {leftOut} from "./howLong.ts";

/** Where measures stand by years since they came into force. */
export const states = oneRoute({
  name: "states",
  path: "/cases/{case}/how-long/states",
  summary: "where measures stand, by years since they came into force",
  about:
    "The share of measures in force, eased, held (waived or suspended as a whole) and ended, by years since they came into force (Aalen–Johansen state occupation probabilities). An ended measure may be imposed again.",
  query: z.object({until: day("last day of observation; the end of the record when left out").optional()}),
  examples: ["", "until=2016-12-31"],
  isHeavy: true,
  body: z.object({
    until: dayText,
    measures: z.int(),
    clusters: z.int(),
    horizons: z.array(
      z.object({
        years: z.number(),
        observed: z.int(),
        states: z.array(z.object({state: z.enum(measureStates), share: figure, interval}))
      })
    ),
    leftOut
  }),
  run({record: {one, lives}, query: {until}}) {
    const study = stateShares(one, lives, until);
    if (study === null) {
      const last = formatDay(until ?? one.coverage.to);
      const message = `no measure in force by ${last} with steps all dated to the day; write another until`;
      throw new ThawError("notFound", "api/no-spells", message);
    }
    return {
      kind: "one",
      facts: {
        asOf: study.table.until,
        totals: [
          {name: "measures", value: study.measures, rule: "measures that came into force, with steps dated to the day"},
          {name: "packages", value: study.clusters, rule: "packages that they belong to; shares are clustered by them"}
        ]
      },
      body: stateAnswer(study)
    };
  }
});

import {z} from "zod";
import {coverageNote} from "../../answers/record.ts";
import {changeAnswer} from "../../answers/steps.ts";
import {diff as difference} from "../../sanctions/diff.ts";
import {formatDay} from "../../time/day.ts";
import {day, flag, paging} from "../parameters.ts";
import {listRoute} from "../route.ts";
import {dayText, standing} from "../shapes.ts";

/** What changed between two days. */
export const diff = listRoute({
  name: "diff",
  path: "/cases/{case}/diff",
  summary: "what changed between two days",
  about:
    "Measures with a step after the first day, up to and on the second, each in plain words. Where dates are imprecise the newest standing that is possible on each day is compared. A measure whose steps may just as well lie before the first day as after the second is counted and left out, unless all is true.",
  query: z.object({
    from: day("the first day", "1968-12-31"),
    to: day("the second day, not before the first", "2002-01-02"),
    all: flag("with measures whose steps are not known to lie in between").optional(),
    ...paging
  }),
  examples: ["from=1968-12-31&to=2002-01-02", "from=2024-12-31&to=2025-12-31&all=true"],
  order: "by id of the measure",
  item: z
    .object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(["new", "ended", "cameAndWent", "heavier", "lighter", "unchanged"]),
      before: z.array(standing),
      after: z.array(standing),
      words: z.string(),
      events: z.array(z.string())
    })
    .meta({id: "Change"}),
  body: z.object({
    from: dayText,
    to: dayText,
    hidden: z.int().meta({description: "measures left out, because their steps may lie before, in or after"})
  }),
  run({record, query: {from, to, all}}) {
    const found = difference(record.lives, from, to);
    const changes = all === true ? found : found.filter(({placed}) => placed);
    const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
    const between = `after ${formatDay(from)}, up to and on ${formatDay(to)}`;
    return {
      kind: "list",
      facts: {
        asOf: to,
        note: coverageNote(record, from, to),
        totals: [
          {name: "measures", value: changes.length, rule: `measures with a step ${between}`},
          {name: "new", value: count("new"), rule: "not live on the first day, live on the second"},
          {name: "ended", value: count("ended"), rule: "live on the first day, ended on the second"}
        ]
      },
      items: changes.map(changeAnswer),
      more: {from: formatDay(from), to: formatDay(to), hidden: found.length - changes.length}
    };
  }
});

import {z} from "zod";
import {caseSummary} from "../../answers/caseSummary.ts";
import {paging} from "../parameters.ts";
import {listRoute} from "../route.ts";
import {dayText} from "../shapes.ts";

/** Every case that is served. */
export const cases = listRoute({
  name: "cases",
  path: "/cases",
  summary: "the cases",
  about: "Every case with counts, coverage, version and checksum.",
  query: z.object(paging),
  examples: [""],
  order: "by id",
  item: z
    .object({
      id: z.string(),
      title: z.string(),
      version: z.string(),
      measures: z.int(),
      events: z.int(),
      verified: z.int().meta({description: "events that are verified against a source"}),
      from: dayText,
      to: dayText,
      languages: z.array(z.string()),
      checksum: z.string()
    })
    .meta({id: "CaseSummary"}),
  body: z.object({}),
  restsOn: (_given, {effects, record}) => effects.cases.map((id) => record(id).one.checksum).join(),
  run(_given, {effects, record}) {
    const items = effects.cases.map((id) => {
      const {one} = record(id);
      return {...caseSummary(one), checksum: one.checksum};
    });
    const measures = items.reduce((sum, one) => sum + one.measures, 0);
    return {
      kind: "list",
      facts: {asOf: null, totals: [{name: "measures", value: measures, rule: "measures of all cases, of any state"}]},
      items,
      more: {}
    };
  }
});

import {z} from "zod";
import {paging} from "../parameters.ts";
import {listRoute} from "../route.ts";

/** The sources of a case. */
export const sources = listRoute({
  name: "sources",
  path: "/cases/{case}/sources",
  summary: "the sources of a case",
  about:
    "Every source in CSL-JSON, and whether it was read and is a primary source. The events that cite one name it by id.",
  query: z.object(paging),
  examples: ["limit=3", ""],
  order: "as in the case",
  item: z
    .looseObject({
      id: z.string(),
      type: z.string(),
      title: z.string(),
      URL: z.string().optional(),
      consulted: z.boolean(),
      primary: z.boolean()
    })
    .meta({id: "Source"}),
  body: z.object({}),
  run({record: {one}}) {
    const consulted = one.sources.filter((source) => source.consulted).length;
    return {
      kind: "list",
      facts: {
        asOf: one.coverage.to,
        totals: [
          {name: "sources", value: one.sources.length, rule: "sources of the case, cited or not"},
          {name: "consulted", value: consulted, rule: "those of them that were read"}
        ]
      },
      items: one.sources,
      more: {}
    };
  }
});

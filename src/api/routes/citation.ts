import {z} from "zod";
import type {Case} from "../../casebook/case.ts";
import {ThawError} from "../../errors.ts";
import {bibtex} from "../../exports/bibtex.ts";
import {type CslItem, citedItems, cslJson} from "../../exports/citations.ts";
import {ris} from "../../exports/ris.ts";
import {choice, name} from "../parameters.ts";
import {type FileAnswer, oneRoute} from "../route.ts";
import {requireKnown} from "../studio.ts";

/** How to cite a case, or what it rests on. */
export const citation = oneRoute({
  name: "citation",
  path: "/cases/{case}/citation",
  summary: "how to cite a case, or its sources",
  about: "The case itself, a source, the sources of a measure, or all, as BibTeX, RIS or CSL-JSON.",
  query: z.object({
    what: name(
      "a source or a measure by id, or all; the case itself when left out",
      "zte-denial-order-2018"
    ).optional(),
    format: choice(["bibtex", "ris", "csl"], "format").default("bibtex")
  }),
  examples: ["", "what=zte-denial-order-2018&format=ris", "what=all&format=csl"],
  files: {
    "application/x-bibtex": "with format=bibtex",
    "application/x-research-info-systems": "with format=ris",
    "application/vnd.citationstyles.csl+json": "with format=csl"
  },
  body: z.object({}),
  run: async ({record: {one}, query: {what, format}}): Promise<FileAnswer> => {
    const items = itemsOf(one, what);
    const {media, end, write} = formats[format];
    return {kind: "file", media, content: await write(items), name: `${what ?? one.id}.${end}`};
  }
});

const formats = {
  bibtex: {media: "application/x-bibtex", end: "bib", write: bibtex},
  ris: {media: "application/x-research-info-systems", end: "ris", write: ris},
  csl: {media: "application/vnd.citationstyles.csl+json", end: "json", write: cslJson}
} as const;

/** @throws notFound `api/no-source` */
function itemsOf(one: Case, what: string | undefined): readonly CslItem[] {
  if (what === undefined) return citedItems(one, []);
  if (what === "all") return citedItems(one);
  requireKnown(
    "source",
    what,
    [...one.sources, ...one.measures].map(({id}) => id)
  );
  const measure = one.measures.find(({id}) => id === what);
  const cited = measure?.life.flatMap(({sources}) => sources.map(({source}) => source)) ?? [what];
  const [, ...items] = citedItems(one, cited);
  if (items.length > 0) return items;
  throw new ThawError("notFound", "api/no-source", `no source of ${what}; none is on record`);
}

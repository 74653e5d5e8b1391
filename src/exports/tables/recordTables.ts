import type {Case, Source} from "../../casebook/case.ts";
import {parseEdtf} from "../../time/edtf.ts";
import {column, dayColumns, listCell, type Table, tableOf} from "../table.ts";

/** The day of a CSL date: `1949`, `1949-02` or `1949-02-26`. */
export function issuedText({issued}: Source): string | undefined {
  const parts = issued?.["date-parts"][0];
  return parts?.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
}

/** `sources`: what the record rests on. */
export function sourceTable({sources}: Case): Table {
  return tableOf(
    {name: "sources", title: "Sources", description: "One source a row.", primaryKey: ["source"]},
    sources,
    [
      column("source", "string", "Stable id of the source", ({id}) => id),
      column("type", "string", "CSL type", ({type}) => type),
      column("title", "string", "Title", ({title}) => title),
      column("author", "string", "Authors (list)", ({author}) => listCell(author?.map((a) => a.literal) ?? []), {
        missing: "no author on record"
      }),
      ...dayColumns<Source>(
        "issued",
        "Day issued",
        (source) => {
          const text = issuedText(source);
          return text === undefined ? undefined : parseEdtf(text);
        },
        "no day of issue on record"
      ),
      column("number", "string", "Identifier as printed", (s) => s.number ?? null, {missing: "none on record"}),
      column("publisher", "string", "Publisher", (s) => s.publisher ?? null, {missing: "none on record"}),
      column("url", "string", "Address", ({URL}) => URL ?? null, {missing: "none on record"}),
      column("consulted", "boolean", "Was it read for the record?", ({consulted}) => consulted),
      column("primary", "boolean", "Is it a primary source?", ({primary}) => primary)
    ]
  );
}

/** `claims`: sentences of the literature, and what the record says of them. */
export function claimTable({claims}: Case): Table {
  return tableOf(
    {
      name: "claims",
      title: "Claims",
      description: "One claim a row, with its verdict on record. The tests of a query are in case.json.",
      primaryKey: ["claim"]
    },
    claims,
    [
      column("claim", "string", "Stable id of the claim", ({id}) => id),
      column("kind", "string", "What is claimed", ({kind}) => kind, {
        oneOf: ["date", "figure", "count", "causal", "forecast"]
      }),
      column("quote", "string", "The words, 25 at most", ({quote}) => quote),
      column("paraphrase", "string", "The claim in our words", ({paraphrase}) => paraphrase),
      column("verdict", "string", "The verdict on record", ({verdict}) => verdict, {
        oneOf: ["supported", "imprecise", "contradicted", "not checkable"]
      }),
      column("limits", "string", "What the verdict does not cover", (c) => c.limits ?? null, {missing: "none noted"}),
      column("evidence", "string", "What the verdict rests on", ({evidence}) => evidence),
      column("method", "string", "How it is decided", ({method}) => method.kind, {oneOf: ["query", "hand"]}),
      column("method_why", "string", "Why no query can", ({method}) => (method.kind === "hand" ? method.why : null), {
        missing: "a query decides"
      }),
      column("measures", "string", "Ids of the measures concerned (list)", ({measures}) => listCell(measures), {
        missing: "none"
      }),
      column("sources", "string", "Ids of the sources (list)", ({sources}) => listCell(sources), {missing: "none"})
    ]
  );
}

export function coderTable({coders}: Case): Table {
  return tableOf(
    {name: "coders", title: "Coders", description: "Who judged the motives.", primaryKey: ["coder"]},
    coders,
    [
      column("coder", "string", "Stable id of the coder", ({id}) => id),
      column("name", "string", "Name", ({name}) => name),
      column("about", "string", "Who or what the coder is", ({about}) => about)
    ]
  );
}

/** `findings`: where the record departs from its source base. */
export function findingTable({findings}: Case): Table {
  return tableOf(
    {
      name: "findings",
      title: "Findings",
      description: "Where the case departs from the source base it was built from, and why.",
      primaryKey: ["finding"],
      foreignKeys: [{fields: ["measure"], table: "measures", key: ["measure"]}]
    },
    findings.map((finding, i) => ({...finding, position: i + 1})),
    [
      column("finding", "integer", "Place in the list of findings, from 1", ({position}) => position),
      column("measure", "string", "Id of the measure", ({measure}) => measure),
      column("event", "string", "Id of the event", ({event}) => event ?? null, {missing: "it is about the measure"}),
      column("problem", "string", "What is wrong", ({problem}) => problem),
      column("was", "string", "What the source base says", ({was}) => was),
      column("is", "string", "What the case says", (finding) => finding.is),
      column("reason", "string", "Why", ({reason}) => reason)
    ]
  );
}

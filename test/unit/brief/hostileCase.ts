import type {Case} from "../../../src/casebook/case.ts";
import {smallCase} from "../exports/smallCase.ts";

/** What a text of a case must not do to a page: open elements, leave attributes, mark up, break lines, turn words round. */
export const hostile =
  "<script>alert(1)</script>\"><img src=x onerror=alert(1)>' onload='alert(1)' ]]> --> &lt;b&gt; [l](javascript:alert(1)) " +
  "![i](x) `c` **b** | # h \\ ~~s~~ </details></td> \u202elrevo\u202d\r# h\n\n<iframe src=x>";

/** Words of the schema, by the field that holds them; every other string of a case is free text or an id of its own. */
const closed = new Set(
  ["verb", "type", "kind", "verification", "verdict", "level", "extent", "prolongs", "actor", "every", "text"].concat(
    ["valuation", "objectives", "checksum", "URL"] // an address is examined by itself
  )
);

const spoilt = (value: unknown, key = ""): unknown => {
  if (closed.has(key)) return value;
  if (typeof value === "string") return `${value} ${hostile}`;
  if (Array.isArray(value)) return value.map((one) => spoilt(one, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoilt(one, name)]));
};

const {wordings: _, ...plain} = smallCase;
const {id, title, measures, eras, coders, parties, claims, trade, sources, ...rest} = spoilt(plain) as Case;

/** The small case with hostile text in every field that takes text, ids among them, and an address that is a script. */
export const hostileCase: Case = {
  ...rest,
  ...{id, title, measures, eras, coders, parties, claims, trade},
  sources: sources.map((source, i) => ({
    ...source,
    URL: [
      "javascript:alert(1)",
      "https://example.org/'\"><img src=x onerror=alert(1)> <script>",
      "JAVASCRIPT:x",
      "x",
      ""
    ][i]!
  })),
  wordings: {
    ru: {
      title: `${title} ru`,
      eras: Object.fromEntries(eras.map((one) => [one.id, one.title])),
      coders: Object.fromEntries(coders.map((one) => [one.id, one])),
      parties: Object.fromEntries(parties.map((one) => [one.id, one.name])),
      columns: Object.fromEntries((trade?.columns ?? []).map((one) => [one.id, one.title])),
      measures: Object.fromEntries(measures.map((one) => [one.id, {title: one.title}])),
      events: Object.fromEntries(
        measures.flatMap(({life}) => life).map((one) => [one.id, {what: one.what, rationale: hostile}])
      ),
      claims: Object.fromEntries(claims.map((one) => [one.id, one]))
    }
  }
};

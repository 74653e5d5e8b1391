import {createHash} from "node:crypto";
import type {Plugin} from "vite";
import {wordedIn} from "../src/brief/worded.ts";
import type {Case, Wording} from "../src/casebook/case.ts";
import {livesOf} from "../src/casebook/livesOf.ts";
import {bundledCases, openCase, packageRoot} from "../src/casebook/node.ts";
import {yearPoint} from "../src/charts/chart.ts";
import {type Segment, strandsByChannel} from "../src/charts/lifeSegments.ts";
import {chartCss} from "../src/charts/palette.ts";
import {bibtex} from "../src/exports/bibtex.ts";
import {caseCitation, cslJson} from "../src/exports/citations.ts";
import {ris} from "../src/exports/ris.ts";
import type {Standing} from "../src/sanctions/standing.ts";
import {formatDay} from "../src/time/day.ts";
import type {CaseFile, Citation} from "../src/web/data/caseRecord.ts";
import type {CatalogueEntry, Miniature} from "../src/web/data/catalogueEntry.ts";
import {type Language, languages} from "../src/web/words/words.ts";

const catalogueModule = "virtual:thaw/catalogue";
const chartsModule = "virtual:thaw/charts.css";

/**
 * The data of the site: the bundled cases as one file a language, named by its hash, the catalogue of the cases as a
 * module, and the style sheet of the charts.
 */
export function webData(): Plugin {
  const files = new Map<string, string>();
  let catalogue: readonly CatalogueEntry[] = [];
  return {
    name: "thaw-data",
    async buildStart() {
      catalogue = await Promise.all(bundledCases().map((id) => entryOf(openCase(id, packageRoot), files)));
      if (this.meta.watchMode) return;
      for (const [fileName, source] of files) this.emitFile({type: "asset", fileName, source});
    },
    resolveId: (id) => (id === catalogueModule || id === chartsModule ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${catalogueModule}`) return `export default ${JSON.stringify(catalogue)}`;
      return id === `\0${chartsModule}` ? chartCss() : undefined;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const text = files.get((request.url ?? "").slice(1));
        if (text === undefined) return next();
        response.setHeader("Content-Type", "application/json").end(text);
      });
    }
  };
}

async function entryOf(one: Case, files: Map<string, string>): Promise<CatalogueEntry> {
  const citation = await citationOf(one);
  const worded = languages.map((language) => [language, recordIn(one, language)] as const);
  const paths = worded.map(([language, record]) => {
    const own = language in one.wordings ? language : "en";
    const text = JSON.stringify({record, language: own, citation} satisfies CaseFile);
    const path = `data/${one.id}.${language}.${createHash("sha256").update(text).digest("hex").slice(0, 10)}.json`;
    files.set(path, text);
    return [language, path] as const;
  });
  const events = one.measures.flatMap(({life}) => life);
  return {
    id: one.id,
    title: byLanguage(worded.map(([language, {title}]) => [language, title])),
    names: namesOf(one),
    coverage: one.coverage,
    measures: one.measures.length,
    events: events.length,
    verified: events.filter(({verification}) => verification === "verified").length,
    files: byLanguage(paths),
    miniature: miniatureOf(one)
  };
}

/** Codes of the two parties, and what Intl calls them. */
function namesOf({sender, target, parties}: Case): string[] {
  const pair = parties.filter(({id}) => id === sender || id === target);
  return pair.flatMap((party) => [
    ...[party.iso2, party.iso3].filter((code) => code !== undefined),
    ...languages.map((language) => regionIn(party, language))
  ]);
}

const byLanguage = <Value>(pairs: readonly (readonly [Language, Value])[]) =>
  Object.fromEntries(pairs) as Readonly<Record<Language, Value>>;

/** A case with its texts in a language, measures by id. Where it has no words of its own, states are named by Intl. */
export function recordIn(one: Case, language: Language): Case {
  const own = one.wordings[language];
  const words = wordedIn(one, language);
  const parties = one.parties.map((party) => ({
    ...party,
    name: own === undefined && language !== "en" ? regionIn(party, language) : words.party(party.id)
  }));
  const nameOf = (id: string) => parties.find((party) => party.id === id)?.name ?? id;
  const pair = new Intl.ListFormat(language).format([nameOf(one.sender), nameOf(one.target)]);
  return {
    ...one,
    title: own === undefined && language !== "en" ? pair : words.title,
    parties,
    coders: one.coders.map(words.coder),
    eras: words.eras,
    measures: livesOf(one).map(({measure}) => ({
      ...measure,
      title: words.measure(measure),
      scope: own?.measures[measure.id]?.scope ?? measure.scope,
      reviews: measure.reviews.map((review) => ({
        ...review,
        what: words.review(review.what),
        rule: words.review(review.rule)
      })),
      life: measure.life.map((event) => ({
        ...event,
        what: words.what(event),
        motives: event.motives.map((motive) => ({...motive, rationale: words.rationale(event, motive.rationale)}))
      }))
    })),
    claims: one.claims.map((claim) => ({
      ...claim,
      paraphrase: words.paraphrase(claim),
      evidence: words.evidence(claim)
    })),
    findings: one.findings.map((finding) => ({...finding, reason: words.finding(finding.reason)})),
    trade: one.trade && {...one.trade, columns: one.trade.columns.map((it) => ({...it, title: words.column(it)}))},
    wordings: {} satisfies Readonly<Record<string, Wording>>
  };
}

const regionIn = ({name, iso2}: Case["parties"][number], language: Language): string =>
  (iso2 === undefined ? undefined : new Intl.DisplayNames(language, {type: "region"}).of(iso2)) ?? name;

async function citationOf(one: Case): Promise<Citation> {
  const item = caseCitation(one);
  const year = item.issued?.["date-parts"][0]?.[0];
  const by = item.author?.map(({literal}) => literal).join(", ");
  const text = `${by}${year === undefined ? "" : ` (${year})`}. ${item.title}, version ${one.version}, complete to ${formatDay(one.coverage.to)}. SHA-256 ${one.checksum.slice(0, 12)}.`;
  return {text, bibtex: await bibtex([item]), ris: await ris([item]), csl: cslJson([item])};
}

const thickness: Partial<Record<Standing, number>> = {inForce: 3, eased: 1.7, threatened: 0.9};

/** The strands of a case drawn as paths, a path for each channel and thickness. */
function miniatureOf(one: Case): Miniature {
  const {from, to} = one.coverage;
  const [first, last] = [yearPoint(from), yearPoint(to)];
  const x = (at: number) => Math.round(((Math.min(at, last) - first) / (last - first)) * 1000);
  const paths = new Map<string, {channel: string; width: number; d: string}>();
  let y = 0;
  for (const {channel, strands} of strandsByChannel(livesOf(one), from, to)) {
    for (const {segments} of strands) {
      y += 4;
      for (const segment of segments) draw(segment, channel, y);
    }
    y += 6;
  }
  function draw(segment: Segment, channel: string, at: number) {
    const width = thickness[segment.standing] ?? 0.8;
    const path = paths.get(`${channel} ${width}`) ?? {channel, width, d: ""};
    const [x1, x2] = [x(yearPoint(segment.from)), x(yearPoint(segment.to))];
    paths.set(`${channel} ${width}`, {...path, d: `${path.d}M${x1} ${at}H${Math.max(x2, x1 + 1)}`});
  }
  return {height: y + 4, paths: [...paths.values()]};
}

import {tradeChart} from "../../charts/tradeChart.ts";
import {yearOf} from "../../time/day.ts";
import {type MirrorGap, mirrorGap, type TradeSeries} from "../../trade/series.ts";
import type {Context} from "../context.ts";
import type {Block, BriefTable, Section} from "../document.ts";

/** Every fifth year and the latest stand in the open; the rest is folded. */
const SHOWN_EVERY = 5;

export function tradeSection(context: Context): Section {
  const {one, on, worded, drawn, say} = context;
  const series = one.trade === null ? null : upTo(one.trade, yearOf(on));
  const title = say("trade.title");
  if (series === null || series.columns.length === 0)
    return {id: "trade", title, blocks: [{kind: "paragraph", text: [say("trade.none")]}]};
  const named = {...series, columns: series.columns.map((column) => ({...column, title: worded.column(column)}))};
  const parties = one.parties.map(({id}) => ({id, name: worded.party(id)}));
  const flows = [
    [one.sender, one.target],
    [one.target, one.sender]
  ] as const;
  const gaps = flows.map(([origin, destination]) => mirrorGap(series, origin, destination));
  const all = gaps.flat().sort((a, b) => a.year - b.year);
  const shown = gaps
    .flatMap((own) => own.filter(({year}, i) => year % SHOWN_EVERY === 0 || i === own.length - 1))
    .sort((a, b) => a.year - b.year);
  return {
    id: "trade",
    title,
    blocks: [
      drawn((options) => tradeChart({series: named, parties}, options)),
      ...gaps.flatMap((own) => gapLead(own.at(-1), context)),
      ...(shown.length === 0
        ? []
        : [
            gapTable("mirror-gap", say("trade.gap"), shown, context),
            {...gapTable("mirror-gap-all", say("trade.gapAll"), all, context), folded: true as const}
          ]),
      columnTable(named, context)
    ]
  };
}

/** The columns up to a year, which need not be over. */
function upTo({years, columns}: TradeSeries, last: number): TradeSeries {
  const n = years.filter((year) => year <= last).length;
  return {
    years: years.slice(0, n),
    columns: columns
      .map((column) => ({...column, values: column.values.slice(0, n)}))
      .filter(({values}) => values.some((value) => value !== null))
  };
}

function gapLead(gap: MirrorGap | undefined, {say, worded, number, percent}: Context): Block[] {
  if (gap === undefined) return [];
  const text = say("trade.gapLead", {
    year: gap.year,
    origin: worded.party(gap.origin),
    destination: worded.party(gap.destination),
    exporter: number(gap.exporter),
    importer: number(gap.importer),
    share: percent(gap.share)
  });
  return [{kind: "paragraph", text: [text]}];
}

function gapTable(id: string, caption: string, gaps: readonly MirrorGap[], context: Context): BriefTable {
  const {say, worded, number} = context;
  return {
    kind: "table",
    id,
    caption,
    columns: [
      {label: say("trade.year")},
      {label: say("trade.flow")},
      ...(["trade.exporter", "trade.importer", "trade.share"] as const).map((word) => ({
        label: say(word),
        numeric: true as const
      }))
    ],
    rows: gaps.map(({year, origin, destination, exporter, importer, share}) => [
      [String(year)],
      [`${worded.party(origin)} → ${worded.party(destination)}`],
      [number(exporter)],
      [number(importer)],
      [Number.isNaN(share) ? "–" : number(100 * share, 1)]
    ])
  };
}

function columnTable({columns}: TradeSeries, {say}: Context): BriefTable {
  return {
    kind: "table",
    id: "trade-columns",
    caption: say("trade.columns"),
    columns: [{label: say("trade.column")}, {label: say("trade.verified")}, {label: say("trade.provenance")}],
    rows: columns.map(({title, source, verification, provenance, valuation}) => [
      [{strong: title}, {minor: valuation}, {cite: [source]}],
      [say(`verification.${verification}`)],
      [provenance]
    ])
  };
}

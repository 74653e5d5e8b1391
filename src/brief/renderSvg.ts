import {plot} from "@observablehq/plot";
import {parseHTML} from "linkedom";
import type {Chart} from "../charts/chart.ts";
import {tidySvg} from "../charts/tidySvg.ts";
import {unturned} from "./escape.ts";

/**
 * A chart as SVG text, drawn without a browser: the <svg> alone, tidied (`tidySvg`). The same chart gives the same bytes.
 *
 * @param id unique in the page; letters, digits and hyphens
 */
export function renderSvg(chart: Chart, id: string = chart.id): string {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  // Plot's type asks for a browser's Document; it uses createElementNS and little else.
  const svg = plot({...chart.plot, className: "thaw-chart", document: document as never});
  tidySvg(svg, document, chart, id);
  return unturned(svg.toString());
}

import {plot} from "@observablehq/plot";
import type {Chart} from "../../charts/chart.ts";
import {tidySvg} from "../../charts/tidySvg.ts";

/** Draws a chart; the picture has the chart's own size in px. */
export function drawChart(chart: Chart, id: string = chart.id): SVGSVGElement {
  const svg = plot({...chart.plot, className: "thaw-chart"}) as SVGSVGElement;
  tidySvg(svg, document, chart, id);
  return svg;
}

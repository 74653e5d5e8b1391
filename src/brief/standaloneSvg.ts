import type {Chart} from "../charts/chart.ts";
import {chartCss} from "../charts/palette.ts";
import {renderSvg} from "./renderSvg.ts";

/** A chart as an SVG file of its own: with its style inside, a margin, and the reader's light or dark. */
export function standaloneSvg(chart: Chart): string {
  const style = `${chartCss()}svg { color: #1b1f24; background: var(--chart-paper); font-family: system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { svg { color: #e6e9ed; } }`;
  return `${renderSvg(chart)
    .replace(/viewBox="0 0 (\d+) (\d+)"/, withMargin)
    .replace(/>/, `><style>${style}</style>`)}\n`;
}

const MARGIN = 14;

const withMargin = (_: string, width: string, height: string) =>
  `viewBox="${-MARGIN} ${-MARGIN} ${Number(width) + 2 * MARGIN} ${Number(height) + 2 * MARGIN}"`;

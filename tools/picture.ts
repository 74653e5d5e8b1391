import {renderSvg} from "../src/brief/renderSvg.ts";
import {openCase, packageRoot} from "../src/casebook/node.ts";
import {chartCss} from "../src/charts/palette.ts";
import {pendulumChart} from "../src/charts/pendulumChart.ts";
import {lifeOf} from "../src/sanctions/life.ts";
import {yearOf} from "../src/time/day.ts";

/** The README's picture: the pendulum of the reference case, with its style inside, as it stands alone. */
export function readmePicture(): string {
  const {measures, eras, coverage} = openCase("us-china", packageRoot);
  const lives = measures.map((measure) => lifeOf(measure, coverage.to));
  const years = {from: yearOf(coverage.from), to: yearOf(coverage.to)};
  const svg = renderSvg(pendulumChart({lives, eras, ...years}, {width: 860}));
  const style = `${chartCss()}svg { color: #1b1f24; background: var(--chart-paper); font-family: system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { svg { color: #e6e9ed; } }`;
  return `${svg.replace(/viewBox="0 0 (\d+) (\d+)"/, withMargin).replace(/>/, `><style>${style}</style>`)}\n`;
}

const MARGIN = 14;

const withMargin = (_: string, width: string, height: string) =>
  `viewBox="${-MARGIN} ${-MARGIN} ${Number(width) + 2 * MARGIN} ${Number(height) + 2 * MARGIN}"`;

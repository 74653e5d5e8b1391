import {standaloneSvg} from "../src/brief/standaloneSvg.ts";
import {livesOf} from "../src/casebook/livesOf.ts";
import {openCase, packageRoot} from "../src/casebook/node.ts";
import {pendulumChart} from "../src/charts/pendulumChart.ts";
import {yearOf} from "../src/time/day.ts";

/** The README's picture: the pendulum of the reference case. */
export function readmePicture(): string {
  const one = openCase("us-china", packageRoot);
  const years = {from: yearOf(one.coverage.from), to: yearOf(one.coverage.to)};
  return standaloneSvg(pendulumChart({lives: livesOf(one), eras: one.eras, ...years}, {width: 860}));
}

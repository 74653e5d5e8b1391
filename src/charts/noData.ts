import {type Chart, frame, type Settings, type TableTwin} from "./chart.ts";
import {colour} from "./palette.ts";
import {label, shapes} from "./shapes.ts";

/** A chart of nothing: a grey panel that says so. */
export function noData(texts: Pick<Chart, "id" | "title" | "caption">, table: TableTwin, set: Settings): Chart {
  const height = 90;
  const says = set.say("noData");
  const plot = frame(set, height, {
    marks: [
      shapes([
        [
          "rect",
          {
            x: 0.5,
            y: 0.5,
            width: set.width - 1,
            height: height - 1,
            fill: "none",
            stroke: colour("none"),
            "stroke-dasharray": "4 4"
          }
        ],
        label(set.width / 2, height / 2 + 4, says, {anchor: "middle"})
      ])
    ]
  });
  return {...texts, description: says, plot, table: {...table, rows: []}, empty: true};
}

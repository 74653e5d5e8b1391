import {type Colour, colour} from "./palette.ts";
import type {Shape} from "./shapes.ts";

/** What fills an area that is uncertain or contested. Draw `hatchShape` of the same colour once in the chart. */
export const hatched = (name: Colour): string => `url(#hatch-${name})`;

/** The pattern behind `hatched`: lines at 45°, 5 px apart, over a thin tint. */
export const hatchShape = (name: Colour): Shape => [
  "defs",
  {},
  [
    [
      "pattern",
      {id: `hatch-${name}`, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)"},
      [
        ["rect", {width: 5, height: 5, fill: colour(name), "fill-opacity": 0.12}],
        ["line", {x1: 0, x2: 0, y1: 0, y2: 5, stroke: colour(name), "stroke-width": 2, "stroke-opacity": 0.55}]
      ]
    ]
  ]
];

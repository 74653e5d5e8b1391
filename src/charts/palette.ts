import type {Channel} from "../sanctions/channel.ts";

/**
 * Every colour of a chart, as [light, dark]. The six channels are told apart under normal, protanopic, deuteranopic and
 * tritanopic sight (at least 0.09 apart in OKLab), and every mark has a contrast of 3:1 or more against its paper.
 * `grid`, `band` and `hatch` are quiet on purpose and carry no value of their own.
 */
export const palette = {
  trade: ["#2a55aa", "#2e6ee0"],
  arms: ["#a579d8", "#b597d6"],
  military: ["#288e99", "#86eef0"],
  financial: ["#c37b50", "#f09a29"],
  travel: ["#90016e", "#af518b"],
  other: ["#6a5223", "#706a3b"],
  motive: ["#2a55aa", "#6fa3f7"],
  rival: ["#b0662f", "#f09a29"],
  line: ["#2a55aa", "#6fa3f7"],
  second: ["#b0662f", "#f09a29"],
  hatch: ["#5f6b7a", "#9aa7b8"],
  none: ["#8a8a8a", "#8a8a8a"],
  grid: ["#dcdfe4", "#33383f"],
  band: ["#f2f4f7", "#1d2127"],
  paper: ["#ffffff", "#15181c"]
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type Colour = keyof typeof palette;

/** A colour as a chart names it: the custom property, with the light value where no style sheet sets it. */
export const colour = (name: Colour): string => `var(--chart-${name}, ${palette[name][0]})`;

/** The colour of text on a mark of a channel's colour, the same by day and by night. */
export const textOn: Readonly<Record<Channel, string>> = {
  trade: "#ffffff",
  arms: "#111111",
  military: "#111111",
  financial: "#111111",
  travel: "#ffffff",
  other: "#ffffff"
};

/**
 * The style sheet that charts need in a page: the palette in light and dark (by system, or by `data-theme` on the root;
 * print is light), and `.chart-wide` and `.chart-narrow`, of which a page shows one at a time. On paper a label has no
 * halo: stroked text stands in a PDF twice, and a reader who copies it gets it twice.
 */
export function chartCss(): string {
  const values = (mode: 0 | 1) =>
    Object.entries(palette)
      .map(([name, pair]) => `--chart-${name}: ${pair[mode]};`)
      .join(" ");
  return `:root { ${values(0)} }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${values(1)} } }
@media screen { :root[data-theme="dark"] { ${values(1)} } }
svg.thaw-chart { display: block; max-width: 100%; height: auto; overflow: visible; }
.chart-narrow { display: none; }
@media screen and (max-width: 719px) {
  .chart-narrow { display: block; } .chart-wide { display: none; }
  .chart-narrow svg.thaw-chart { width: 100%; max-width: 34rem; }
}
@media print { svg.thaw-chart text { stroke: none; } }
`;
}

import {expect, test} from "vitest";
import {chartCss, palette, textOn} from "../../../src/charts/palette.ts";
import {channels} from "../../../src/sanctions/channel.ts";

type Triple = readonly [number, number, number];

/** Linear light of an sRGB colour. */
function linear(hex: string): Triple {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** Contrast of two colours by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [r, g, blue] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05;
  };
  const [x, y] = [light(a), light(b)];
  return Math.max(x, y) / Math.min(x, y);
}

const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

/** Björn Ottosson's OKLab of linear light. */
function oklab(light: Triple): Triple {
  const cone = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005]
    ],
    light
  ).map((value) => Math.cbrt(Math.max(0, value))) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766]
    ],
    cone
  );
}

/** Machado, Oliveira & Fernandes (2009), severity 1. */
const sights: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

const quiet = ["grid", "band", "paper"];

test.each([
  ["light", 0],
  ["dark", 1]
] as const)("%s: every mark has a contrast of 3 against its paper, and text on a channel one of 4.5", (_, mode) => {
  for (const [name, pair] of Object.entries(palette)) {
    if (!quiet.includes(name)) expect(contrast(pair[mode], palette.paper[mode]), name).toBeGreaterThanOrEqual(3);
  }
  for (const channel of channels) {
    expect(contrast(palette[channel][mode], textOn[channel]), channel).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(Object.keys(sights))("channels differ by 0.09 or more in OKLab under %s", (sight) => {
  for (const mode of [0, 1] as const) {
    const seen = channels.map((channel) => oklab(times(sights[sight]!, linear(palette[channel][mode]))));
    for (const [i, a] of seen.entries()) {
      for (const b of seen.slice(0, i)) {
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), channels[i]).toBeGreaterThanOrEqual(0.09);
      }
    }
  }
});

test("the style sheet sets every colour in light, twice in dark", () => {
  for (const [name, [light, dark]] of Object.entries(palette)) {
    expect(chartCss().split(`--chart-${name}: ${light};`).length - 1).toBe(light === dark ? 3 : 1);
    expect(chartCss().split(`--chart-${name}: ${dark};`).length - 1).toBe(light === dark ? 3 : 2);
  }
});

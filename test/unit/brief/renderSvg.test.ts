import {expect, test} from "vitest";
import {renderSvg} from "../../../src/brief/renderSvg.ts";
import {charts, full} from "../charts/sample.ts";

const all = Object.values(charts(full));

test.each(all)("$id: ids begin with the given id, and every reference finds its id", (chart) => {
  const svg = renderSvg(chart, "here");
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^here-/);
  const wanted = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!);
  for (const id of wanted) expect(ids).toContain(id);
});

test.each(all)("$id: the picture has a role, a title and a description, and no style sheet", (chart) => {
  const svg = renderSvg(chart);
  expect(svg).toMatch(/^<svg [^>]*role="img"/);
  expect(svg).toContain(`aria-labelledby="${chart.id}-title ${chart.id}-desc"`);
  expect(svg).toContain(`<title id="${chart.id}-title">${chart.title}</title>`);
  expect(svg).toContain(`<desc id="${chart.id}-desc">`);
  expect(svg).not.toMatch(/<style|<script|aria-label="/);
});

test.each(all)("$id: colours are custom properties or the text's own", (chart) => {
  const colours = [...renderSvg(chart).matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, value]) => value!);
  const own = /^(none|currentColor|var\(--chart-\w+, #[0-9a-f]{6}\)|url\(#[\w-]+\)|#ffffff|#111111)$/;
  for (const value of colours) expect(value).toMatch(own);
});

import {expect, test} from "vitest";
import {registry} from "../../src/cli/registry.ts";
import {exitCodes} from "../../src/errors.ts";
import {stalePages} from "../../tools/docs.ts";
import {anchors, textOf} from "./markdown.ts";

const page = textOf("docs/reference/cli.md");

test("the generated pages are what the code says; npm run docs writes them", async () => {
  expect(await stalePages()).toEqual([]);
});

test("the reference has a section for every command, with its arguments, options and examples", async () => {
  const headings = anchors(page);
  for (const [name, load] of Object.entries(registry)) {
    const spec = await load();
    expect(headings).toContain(name);
    expect(spec.name).toBe(name);
    for (const {name: argument} of spec.args) expect(page).toContain(`| \`${argument}\` | `);
    for (const {flags} of spec.options) expect(page).toContain(`| \`${flags}\` | `);
    for (const example of spec.examples) expect(page).toContain(`\n${example}\n`);
  }
});

test("the reference has every exit code", () => {
  for (const code of [0, ...Object.values(exitCodes)]) expect(page).toContain(`\n| ${code} | `);
});

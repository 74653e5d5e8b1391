import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {type Browser, type BrowserContextOptions, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {buildBrief} from "../../src/brief/build.ts";
import {briefHtml} from "../../src/brief/html.ts";
import {briefJson} from "../../src/brief/json.ts";
import {openCase} from "../../src/casebook/node.ts";
import {hostileCase} from "../unit/brief/hostileCase.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const folder = mkdtempSync(join(tmpdir(), "thaw-browser-"));
const usChina = openCase("us-china", process.cwd());
const brief = buildBrief(usChina);

/** Writes a page and gives its address. */
function put(name: string, html: string): string {
  const path = join(folder, name);
  writeFileSync(path, html);
  return pathToFileURL(path).href;
}

const english = put("en.html", briefHtml(brief));
const russian = put("ru.html", briefHtml(buildBrief(usChina, {language: "ru"})));
const short = put("short.html", briefHtml(buildBrief(usChina, {form: "short"})));
const spoilt = put("hostile.html", briefHtml(buildBrief(hostileCase)));

let browser: Browser;
beforeAll(async () => {
  const executablePath = process.env.THAW_CHROMIUM;
  if (executablePath === undefined) throw new Error("THAW_CHROMIUM is not set; run npm test, which finds a Chromium");
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
  browser = await chromium.launch({executablePath, args});
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, {recursive: true});
});

/** Opens a page as a reader has it and hands it over; closes it whatever happens. */
async function reading<T>(address: string, as: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(as);
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await use(page);
  } finally {
    await context.close();
  }
}

const screen = (width: number, colorScheme: "light" | "dark" = "light") => ({
  viewport: {width, height: width < 600 ? 800 : 1000},
  colorScheme
});

test.each([
  ["the brief", english],
  ["a brief of hostile text", spoilt]
])("%s opens from a file without a message, a violation or a request for anything else", async (_, address) => {
  const context = await browser.newContext(screen(1200));
  const page = await context.newPage();
  const [told, asked]: [string[], string[]] = [[], []];
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(error.message));
  page.on("dialog", (dialog) => {
    told.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => asked.push(request.url()));
  await page.addInitScript({
    content: `addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective))`
  });
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  expect(told).toEqual([]);
  expect(asked).toEqual([address]);
  await context.close();
});

test("hostile text opens no element and sets no handler", async () => {
  await reading(spoilt, screen(1200), async (page) => {
    expect(await page.locator("script, img, iframe, object, b, body code").count()).toBe(0);
    const names = await page.locator("*").evaluateAll((list) => list.flatMap((one) => one.getAttributeNames()));
    expect(names.length).toBeGreaterThan(1000);
    expect(names.filter((name) => name.startsWith("on"))).toEqual([]);
    const links = await page.locator("[href]").evaluateAll((list) => list.map((one) => one.getAttribute("href")));
    expect(links.filter((link) => !/^(#|https:)/.test(link ?? ""))).toEqual([]);
    expect(await page.locator("h1").textContent()).toContain("<script>alert(1)</script>");
  });
});

describe.each([
  ["wide, light", screen(1200)],
  ["wide, dark", screen(1200, "dark")],
  ["on a phone", screen(375)]
] as const)("axe finds nothing to mend: %s", (_, as) => {
  test("in the brief of us-china", async () => {
    // The page's policy forbids scripts, which is what axe is.
    const violations = await reading(english, {...as, bypassCSP: true}, async (page) => {
      await page.addScriptTag({path: axe});
      return page.evaluate<Violation[]>(`axe.run({resultTypes: ["violations"]}).then(({violations}) =>
        violations.map(({id, help, nodes}) => ({id, help, first: nodes.slice(0, 3).map(({html}) => html)})))`);
    });
    expect(violations).toEqual([]);
  });
});

type Violation = {readonly id: string; readonly help: string; readonly first: readonly string[]};

test.each([
  ["English", english],
  ["Russian", russian],
  ["short", short],
  ["hostile", spoilt]
])("%s: nothing is wider than the screen, and each chart is drawn once, for its width", async (_, address) => {
  await reading(address, screen(1200), async (page) => {
    const charts = await page.locator("figure").count();
    expect(charts).toBeGreaterThan(address === short ? 0 : 5);
    for (const width of [1200, 800, 799, 720, 719, 599, 375, 320]) {
      await page.setViewportSize({width, height: 800});
      const skip = (await page.locator(".skip").boundingBox())!;
      expect(skip.y + skip.height, "the skip link is out of sight until it has the focus").toBeLessThanOrEqual(0);
      const over = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      const [wide, narrow] = await Promise.all(
        [".chart-wide svg", ".chart-narrow svg"].map((one) => visible(page, one))
      );
      const isNarrow = width < 720;
      expect({width, over: Math.max(0, over), wide, narrow}).toEqual({
        ...{width, over: 0},
        ...{wide: isNarrow ? 0 : charts, narrow: isNarrow ? charts : 0}
      });
    }
  });
});

const visible = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).filter({visible: true}).count();

test("each figure has its numbers in a folded table, as many rows as in the JSON brief", async () => {
  const figures = await reading(english, screen(1200), async (page) =>
    Promise.all(
      (await page.locator("figure").all()).map(async (figure) => ({
        title: await figure.locator("figcaption :is(h2, h3)").textContent(),
        open: await figure.locator("details[open]").count(),
        rows: await figure.locator("details tbody tr").count()
      }))
    )
  );
  const json = JSON.parse(briefJson(brief, usChina, usChina.coverage.to)) as Json;
  const charts = [...json.opening, ...json.sections.flatMap(({blocks}) => blocks)].filter(({kind}) => kind === "chart");
  expect(figures).toEqual(charts.map(({title, table}) => ({title, open: 0, rows: table.rows.length})));
});

type JsonBlock = {readonly kind: string; readonly title: string; readonly table: {readonly rows: readonly object[]}};
type Json = {
  readonly opening: readonly JsonBlock[];
  readonly sections: readonly {readonly blocks: readonly JsonBlock[]}[];
};

test("by keyboard: the skip link comes first and leads to the first section; Enter opens and closes the numbers", async () => {
  await reading(english, screen(1200), async (page) => {
    const focused = () => page.evaluate<string>("document.activeElement.className");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("skip");
    expect(await page.locator(".skip").boundingBox()).toMatchObject({x: 0, y: 0});
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe(`#${brief.sections[0]!.id}`);
    const details = page.locator("figure details").first();
    await details.locator("summary").focus();
    for (const open of [true, false]) {
      await page.keyboard.press("Enter");
      expect(await details.getAttribute("open")).toBe(open ? "" : null);
    }
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(), "the table of numbers scrolls by keyboard").toBe("scroll");
  });
});

const PRINTED = 680; // px, what the margins of the style sheet leave of A4: 180 mm

test.each([
  ["English", english],
  ["Russian", russian]
])(
  "%s on paper: A4 pages, wide charts in ink on white, and no folded table even when it was open",
  async (_, address) => {
    await reading(address, screen(1200, "dark"), async (page) => {
      await page.locator("details").evaluateAll((list) => {
        for (const one of list) one.setAttribute("open", "");
      });
      await page.emulateMedia({media: "print"});
      expect(await visible(page, "details, .chart-narrow, .skip")).toBe(0);
      expect(await visible(page, ".chart-wide svg")).toBe(await page.locator("figure").count());
      const colours = "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]";
      expect(await page.evaluate(colours)).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
      await page.setViewportSize({width: PRINTED, height: 1000});
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(PRINTED);
      const pdf = await page.pdf({preferCSSPageSize: true});
      const boxes = [...pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(boxes.length).toBeGreaterThan(1);
      for (const [, width, height] of boxes) {
        expect(Math.abs(Number(width) - (210 / 25.4) * 72)).toBeLessThan(1); // points; Chromium rounds to whole pixels
        expect(Math.abs(Number(height) - (297 / 25.4) * 72)).toBeLessThan(1);
      }
    });
  }
);

test("the short brief is two A4 pages on paper, and the whole is many", async () => {
  const pages = (address: string) =>
    reading(address, screen(1200), async (page) => {
      const pdf = await page.pdf({preferCSSPageSize: true});
      return pdf.toString("latin1").match(/\/MediaBox /g)!.length;
    });
  expect(await pages(short)).toBe(2);
  expect(await pages(english)).toBeGreaterThan(10);
});

test("on paper no label of a chart is stroked, which would put its text into the file twice", async () => {
  await reading(english, screen(1200), async (page) => {
    const strokes = () =>
      page.evaluate<string[]>(
        `[...new Set([...document.querySelectorAll(".chart-wide svg text")].map((one) => getComputedStyle(one).stroke))]`
      );
    expect((await strokes()).length, "on a screen some have a halo").toBeGreaterThan(1);
    await page.emulateMedia({media: "print"});
    expect(await strokes()).toEqual(["none"]);
  });
});

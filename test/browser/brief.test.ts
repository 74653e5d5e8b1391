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
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective))
  );
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  expect(told).toEqual([]);
  expect(asked).toEqual([address]);
  await context.close();
});

test("hostile text opens no element and sets no handler", async () => {
  const found = await reading(spoilt, screen(1200), (page) =>
    page.evaluate(() => ({
      elements: document.querySelectorAll("script, img, iframe, object, b, body code").length,
      handlers: [...document.querySelectorAll("*")].filter((one) => one.getAttributeNames().some((n) => /^on/.test(n)))
        .length,
      addresses: [...document.querySelectorAll("[href]")].filter(
        (one) => !/^(#|https:)/.test(one.getAttribute("href")!)
      ).length,
      shown: document.body.innerText.includes("<script>alert(1)</script>")
    }))
  );
  expect(found).toEqual({elements: 0, handlers: 0, addresses: 0, shown: true});
});

describe.each([
  ["wide, light", screen(1200)],
  ["wide, dark", screen(1200, "dark")],
  ["on a phone", screen(375)]
] as const)("axe finds nothing to mend: %s", (_, as) => {
  test("English", async () => {
    // The page's policy forbids scripts, which is what axe is.
    const violations = await reading(english, {...as, bypassCSP: true}, async (page) => {
      await page.addScriptTag({path: axe});
      return page.evaluate(async () => {
        const {axe} = window as unknown as {axe: {run: (options: object) => Promise<{violations: Violation[]}>}};
        const {violations} = await axe.run({resultTypes: ["violations"]});
        return violations.map(({id, help, nodes}) => ({id, help, first: nodes.slice(0, 3).map(({html}) => html)}));
      });
    });
    expect(violations).toEqual([]);
  });
});

type Violation = {readonly id: string; readonly help: string; readonly nodes: readonly {readonly html: string}[]};

test.each([
  ["English", english],
  ["Russian", russian],
  ["hostile", spoilt]
])("%s: nothing is wider than the screen, and each chart is drawn once, for its width", async (_, address) => {
  const seen = await reading(address, screen(1200), async (page) => {
    const widths = [];
    for (const width of [1200, 600, 599, 375, 320]) {
      await page.setViewportSize({width, height: 800});
      widths.push(
        await page.evaluate(() => {
          const visible = (selector: string) =>
            [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0).length;
          const {scrollWidth} = document.documentElement;
          return {
            over: Math.max(0, scrollWidth - innerWidth),
            wide: visible(".chart-wide svg"),
            narrow: visible(".chart-narrow svg")
          };
        })
      );
    }
    return {widths, charts: await page.locator("figure").count()};
  });
  const [wide, narrow] = [
    {over: 0, wide: seen.charts, narrow: 0},
    {over: 0, wide: 0, narrow: seen.charts}
  ];
  expect(seen.widths).toEqual([wide, wide, narrow, narrow, narrow]);
});

test("each figure has its numbers in a folded table, as many rows as in the JSON brief", async () => {
  const figures = await reading(english, screen(1200), (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("figure")].map((figure) => ({
        title: figure.querySelector("h3")!.textContent,
        isOpen: figure.querySelector("details")?.open,
        rows: figure.querySelectorAll("details table tbody tr").length
      }))
    )
  );
  const json = JSON.parse(briefJson(brief, usChina, usChina.coverage.to)) as Json;
  const charts = [...json.opening, ...json.sections.flatMap(({blocks}) => blocks)].filter(({kind}) => kind === "chart");
  expect(figures).toEqual(charts.map(({title, table}) => ({title, isOpen: false, rows: table.rows.length})));
});

type JsonBlock = {readonly kind: string; readonly title: string; readonly table: {readonly rows: readonly object[]}};
type Json = {
  readonly opening: readonly JsonBlock[];
  readonly sections: readonly {readonly blocks: readonly JsonBlock[]}[];
};

test("by keyboard: the skip link comes first and leads to the first section; Enter opens and closes the numbers", async () => {
  await reading(english, screen(1200), async (page) => {
    const focused = () =>
      page.evaluate(
        () => document.activeElement!.getBoundingClientRect().left >= 0 && document.activeElement!.className
      );
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("skip");
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe(`#${brief.sections[0]!.id}`);
    const details = page.locator("figure details").first();
    await details.locator("summary").focus();
    for (const open of [true, false]) {
      await page.keyboard.press("Enter");
      expect(await details.evaluate((one) => (one as HTMLDetailsElement).open)).toBe(open);
    }
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(), "the table of numbers scrolls by keyboard").toBe("scroll");
  });
});

test("on paper: A4 pages, wide charts in ink on white, and no folded table even when it was open", async () => {
  await reading(english, screen(1200, "dark"), async (page) => {
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    await page.emulateMedia({media: "print"});
    const seen = await page.evaluate(() => ({
      folded: [...document.querySelectorAll("details, .chart-narrow, .skip")].filter(
        (one) => one.getClientRects().length > 0
      ).length,
      charts: [...document.querySelectorAll(".chart-wide svg")].filter((one) => one.getClientRects().length > 0).length,
      paper: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.body).color
    }));
    const charts = await page.locator("figure").count();
    expect(seen).toEqual({folded: 0, charts, paper: "rgb(255, 255, 255)", ink: "rgb(0, 0, 0)"});
    const pdf = await page.pdf({preferCSSPageSize: true});
    const boxes = [...pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.length).toBeGreaterThan(1);
    for (const [, width, height] of boxes) {
      expect(Math.abs(Number(width) - (210 / 25.4) * 72)).toBeLessThan(1); // points; Chromium rounds to whole pixels
      expect(Math.abs(Number(height) - (297 / 25.4) * 72)).toBeLessThan(1);
    }
  });
});

import {readFileSync} from "node:fs";
import {afterAll, beforeAll, expect, test} from "vitest";
import {pendulumYears} from "../../src/charts/pendulumYears.ts";
import {type Day, formatDay} from "../../src/time/day.ts";
import {life, listed, lives, query, record, settled, standing} from "./lifePage.ts";
import {openSite, reading} from "./site.ts";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite("/below/here/");
}, 60_000);
afterAll(() => site?.close());

const at = (path: string) => `${site.server.address}${path}`;

test("the page lists what as-of lists, on each of many days", async () => {
  await reading(site.browser, {}, async (page) => {
    for (const day of ["1949-12-31", "1952-06-15", "1971-06-10", "1989-06-15", "2018-07-06", "2025-12-31"]) {
      await page.goto(at(`us-china/life?on=${day}`));
      await page.waitForSelector(".life-list");
      expect({day, titles: await listed(page)}).toEqual({day, titles: standing(day)});
    }
  });
});

test("dragging the day moves the list, the trade figures and the address together", async () => {
  await reading(site.browser, {}, async (page) => {
    await page.goto(at(life));
    await settled(page);
    const handle = (await page.locator(".handle").boundingBox())!;
    const from = {x: handle.x + handle.width / 2, y: handle.y + handle.height / 2};
    const before = await page.locator(".cursor-note").first().textContent();
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 150, from.y, {steps: 10});
    await page.mouse.up();
    const now = Number(await page.locator(".handle").getAttribute("aria-valuenow"));
    const day = formatDay(now as Day);
    expect(day > "2000-01-01").toBe(true);
    await expect.poll(() => query(page).get("on")).toBe(day);
    expect(await listed(page)).toEqual(standing(day));
    expect(await page.locator(".cursor-note").first().textContent()).not.toBe(before);
    expect(await page.locator(".cursor-note b").first().textContent()).toBe(day.slice(0, 4));
  });
});

test("a finger drags the day on a phone", async () => {
  const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true};
  await reading(site.browser, phone, async (page) => {
    await page.goto(at(life));
    await settled(page);
    const touch = await page.context().newCDPSession(page);
    const {y} = (await page.locator(".overlay").boundingBox())!;
    const send = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
      touch.send("Input.dispatchTouchEvent", {type, touchPoints: x === undefined ? [] : [{x, y: y + 150}]});
    await send("touchStart", 120);
    for (let x = 128; x <= 280; x += 8) await send("touchMove", x);
    await send("touchEnd");
    const now = Number(await page.getByRole("slider").getAttribute("aria-valuenow"));
    expect(formatDay(now as Day) > "2000-01-01").toBe(true);
    await expect.poll(() => query(page).get("on")).toBe(formatDay(now as Day));
    expect(await listed(page)).toEqual(standing(formatDay(now as Day)));
  });
});

test("the day moves by keyboard: a day, a month, a year, ten years, and to both ends", async () => {
  await reading(site.browser, {}, async (page) => {
    await page.goto(at(life));
    await settled(page);
    const slider = page.getByRole("slider");
    await slider.focus();
    for (const [key, day] of [
      ["ArrowRight", "1989-06-16"],
      ["ArrowLeft", "1989-06-15"],
      ["Shift+ArrowLeft", "1989-05-15"],
      ["PageUp", "1990-05-15"],
      ["Shift+PageDown", "1980-05-15"],
      ["Home", "1949-01-01"]
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => query(page).get("on")).toBe(day);
      expect({key, titles: await listed(page)}).toEqual({key, titles: standing(day)});
    }
    await page.keyboard.press("End");
    await expect.poll(() => query(page).get("on")).toBeNull();
    expect(await slider.getAttribute("aria-valuetext")).toBe("31 December 2025");
  });
});

test("a strand opens by Enter, the panel tells its life, Escape gives the focus back, and back and forward work", async () => {
  await reading(site.browser, {}, async (page) => {
    await page.goto(at(life));
    await settled(page);
    const strands = page.getByRole("group", {name: /^Strands/});
    await strands.locator("button[tabindex='0']").focus();
    await page.keyboard.press("ArrowDown");
    const title = (await page.locator(":focus").getAttribute("aria-label"))!;
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    const id = query(page).get("measure")!;
    const own = lives.find(({measure}) => measure.id === id)!;
    expect(title.startsWith(own.measure.title)).toBe(true);
    expect(await dialog.locator("li.step").count()).toBe(own.steps.length);
    for (let i = 0; i < 40; i++) await page.keyboard.press("Tab");
    expect(
      await page.evaluate(
        "document.querySelector('dialog').contains(document.activeElement) || document.activeElement === document.body"
      )
    ).toBe(true);
    await page.keyboard.press("Escape");
    await dialog.waitFor({state: "detached"});
    expect(query(page).get("measure")).toBeNull();
    expect(await page.locator(":focus").getAttribute("aria-label")).toBe(title);
    await page.locator(".row").first().click();
    await dialog.waitFor();
    await page.goBack();
    await dialog.waitFor({state: "detached"});
    await page.goForward();
    await dialog.waitFor();
  });
});

test("the table of the life line has the rows that the drawing has strokes, and its files can be downloaded", async () => {
  await reading(site.browser, {acceptDownloads: true}, async (page) => {
    await page.goto(at(`${life}&table=life-line,trade,pendulum`));
    await settled(page);
    const figure = page.locator(".figure").first();
    const rows = await page.locator("#life-line-table tbody tr").count();
    const strokes = await figure
      .locator("svg.thaw-chart line[stroke^='var(--chart-']")
      .evaluateAll((lines) => lines.filter((line) => line.querySelector("title") !== null).length);
    expect(rows).toBe(strokes);
    for (const [format, start] of [
      ["CSV", "Measure,Channel"],
      ["SVG", "<svg"],
      ["PNG", "\x89PNG"]
    ] as const) {
      const coming = page.waitForEvent("download");
      await figure.getByRole("button", {name: `Download as ${format}`}).click();
      const file = readFileSync(await (await coming).path());
      expect(file.toString("latin1").startsWith(start), format).toBe(true);
      if (format === "CSV") expect(file.toString("utf8").trim().split("\r\n").length).toBe(rows + 1);
    }
    await figure.getByRole("button", {name: "Cite"}).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.textContent()).toContain(record.checksum.slice(0, 12));
    const coming = page.waitForEvent("download");
    await dialog.getByRole("button", {name: "BibTeX"}).click();
    expect(readFileSync(await (await coming).path(), "utf8")).toContain("@");
  });
});

test("the pendulum that the worker draws is the one that Node works out", async () => {
  await reading(site.browser, {}, async (page) => {
    await page.goto(at(`${life}&table=pendulum`));
    await settled(page);
    const shown = await page
      .locator("#pendulum-table tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => Number(cell.textContent))));
    const years = pendulumYears({lives, from: 1949, to: 2025});
    const rounded = years.map(({year, severityLow, severityHigh, share, bandLow, bandMid, bandHigh}) => [
      ...[year, Number(severityLow.toFixed(2)), Number(severityHigh.toFixed(2))],
      ...[share, bandLow, bandMid, bandHigh].map((value) => Number(value.toFixed(0)))
    ]);
    expect(shown).toEqual(rounded);
  });
});

const FRAME = 1000 / 60; // ms

test("scrubbing keeps up with the screen", async () => {
  await reading(site.browser, {}, async (page) => {
    await page.goto(at(life));
    await settled(page);
    await page.waitForTimeout(500);
    await page.evaluate(`
      window.tasks = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({duration}) => duration))).observe({type: "longtask"});
      window.frames = [];
      let last = performance.now();
      const frame = (now) => { frames.push(now - last); last = now; window.ticking && requestAnimationFrame(frame); };
      window.ticking = true;
      requestAnimationFrame(frame);`);
    const box = (await page.locator(".overlay").boundingBox())!;
    const y = (await page.locator(".handle").boundingBox())!.y + 8;
    await page.mouse.move(box.x + box.width / 2, y);
    await page.locator(".handle").hover();
    await page.mouse.down();
    for (let i = 0; i <= 240; i++) {
      await page.mouse.move(box.x + 100 + ((box.width - 110) * (1 + Math.sin(i / 12))) / 2, y);
    }
    await page.mouse.up();
    const {tasks, frames} = await page.evaluate<{tasks: number[]; frames: number[]}>(
      "(window.ticking = false, {tasks, frames})"
    );
    const sorted = frames.slice(1).sort((a, b) => a - b);
    const [median, p95, longest] = [
      sorted[sorted.length >> 1]!,
      sorted[Math.floor(sorted.length * 0.95)]!,
      Math.max(0, ...tasks)
    ];
    process.stderr.write(
      `scrubbing: frame median ${median.toFixed(1)} ms, 95 % ${p95.toFixed(1)} ms; longest task ${longest === 0 ? "under 50" : longest.toFixed(0)} ms\n`
    );
    expect(median).toBeLessThan(FRAME * 1.5);
  });
});

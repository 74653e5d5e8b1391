import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {life, listed, query, settled, standing} from "./lifePage.ts";
import {openSite, reading, violations} from "./site.ts";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite("/below/here/");
}, 60_000);
afterAll(() => site?.close());

const at = (path: string) => `${site.server.address}${path}`;

test.each(["", life, "us-china", "no-such-place", "methods/pendulum/"])(
  "%s opens without a message and asks nothing of another host",
  async (path) => {
    await reading(site.browser, {}, async (page, {told, asked}) => {
      const answer = await page.goto(at(path));
      await page.waitForLoadState("networkidle");
      if (path === "no-such-place") return expect(answer?.status()).toBe(404);
      expect(told).toEqual([]);
      expect(asked.filter((url) => !url.startsWith(site.server.address) && !url.startsWith("blob:"))).toEqual([]);
      expect((await page.locator("h1").textContent())?.length).toBeGreaterThan(5);
    });
  }
);

test("a link reopens the identical view", async () => {
  const address = at(
    "us-china/life?on=1992-06-30&measure=tiananmen-satellites&channel=trade,arms&table=life-line&lang=ru"
  );
  const views = await Promise.all(
    [1, 2].map(() =>
      reading(site.browser, {}, async (page) => {
        await page.goto(address);
        await settled(page);
        expect(page.url()).toBe(address);
        const html = await page.evaluate<string>("document.querySelector('#root').innerHTML");
        return html.replaceAll(/_r_\w+_/g, "an id of React's");
      })
    )
  );
  expect(views[0] === views[1]).toBe(true); // not toBe, which would print both
  expect(views[0]).toContain("<dialog");
  expect(views[0]).toContain("life-line-table");
});

test("a day that does not exist is said, and the rest of the address holds", async () => {
  await reading(site.browser, {}, async (page) => {
    await page.goto(at("us-china/life?on=1989-02-30&channel=arms"));
    await page.waitForSelector(".life-list");
    expect(await page.locator(".notice").textContent()).toContain("1989-02-30");
    expect(await page.getByRole("button", {name: "Arms", pressed: true}).count()).toBe(1);
  });
});

test("the language changes in place, with the case's own words where it has them, and stays in the address", async () => {
  await reading(site.browser, {}, async (page) => {
    await page.goto(at(life));
    await settled(page);
    await page.getByLabel("Language").selectOption("ru");
    await expect.poll(() => page.locator("h1").textContent()).toContain("15 июня 1989");
    await expect.poll(() => page.locator(".row-title").first().textContent()).toMatch(/\p{Script=Cyrillic}/u);
    expect(query(page).get("lang")).toBe("ru");
    expect(query(page).get("on")).toBe("1989-06-15");
    await page.getByLabel("Язык").selectOption("zh");
    await expect.poll(() => page.locator("h1").textContent()).toContain("1989年6月15日");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh");
    await expect.poll(() => page.locator(".figure h2").first().textContent()).toBe("每项措施的一生");
  });
});

test("the front door finds a relationship by name in any language, and says what it has when it finds none", async () => {
  await reading(site.browser, {}, async (page) => {
    await page.goto(at(""));
    const box = page.getByRole("combobox", {name: "Which relationship?"});
    await box.fill("Burgundy");
    expect(await page.locator(".ask-none").textContent()).toContain("United States and China");
    await box.fill("Китай");
    await page.locator("div[role=option]").waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/below/here/us-china/life");
    await page.goBack();
    await box.waitFor();
  });
});

test("every link of the three doors opens a view without a notice", async () => {
  await reading(site.browser, {}, async (page) => {
    await page.goto(at(""));
    await page.waitForSelector(".door a");
    const links = await page
      .locator(".door a")
      .evaluateAll((list) => list.map((one) => (one as {href?: string}).href!));
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) {
      await page.goto(link);
      await page.waitForSelector(".life-list");
      expect({link, notices: await page.locator(".notice").count()}).toEqual({link, notices: 0});
    }
  });
});

describe.each(["light", "dark"] as const)("axe finds nothing serious, %s", (colorScheme) => {
  test.each([
    ["home", ""],
    ["life line", life],
    ["life line with tables", `${life}&table=life-line,trade,pendulum`],
    ["a measure", `${life}&measure=tiananmen-satellites`],
    ["a method", "methods/pendulum/"]
  ])("%s", async (_, path) => {
    await reading(site.browser, {colorScheme, bypassCSP: true}, async (page) => {
      await page.goto(at(path));
      await page.waitForLoadState("networkidle");
      expect(await violations(page)).toEqual([]);
    });
  });
});

test("nothing is wider than the screen, from a phone to a wide one", async () => {
  await reading(site.browser, {}, async (page) => {
    for (const path of ["", `${life}&table=life-line`, `${life}&measure=tiananmen-satellites`, "methods/pendulum/"]) {
      await page.goto(at(path));
      await page.waitForLoadState("networkidle");
      for (const width of [1920, 1280, 1024, 1000, 720, 719, 375, 320]) {
        await page.setViewportSize({width, height: 800});
        await page.waitForTimeout(60);
        const over = await page.evaluate<number>(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        expect({path, width, over: Math.max(0, over)}).toEqual({path, width, over: 0});
      }
    }
  });
});

test("after one visit the site opens offline, at any of its pages", async () => {
  await reading(site.browser, {}, async (page) => {
    await page.goto(at(""));
    const isKept = `navigator.serviceWorker.ready.then(({active}) =>
      active.state === "activated" && navigator.serviceWorker.controller !== null)`;
    await expect.poll(() => page.evaluate(isKept), {timeout: 10_000}).toBe(true);
    await page.context().setOffline(true);
    await page.goto(at(life));
    await settled(page);
    expect(await listed(page)).toEqual(standing("1989-06-15"));
    await page.goto(at("us-china/life?on=1971-06-10&lang=ru"));
    await settled(page);
    await page.goto(at("methods/pendulum/"));
    expect(await page.locator("h1").textContent()).toContain("pendulum");
  });
});

test.each([
  ["the front door", "", ".doors"],
  ["the life line", life, "svg.thaw-chart.life-line"]
])("%s is there within 1.5 s of a cold start, and nothing jumps", async (name, path, sign) => {
  await reading(site.browser, {serviceWorkers: "block"}, async (page) => {
    await page.addInitScript({
      content: `
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const {value, hadRecentInput} of list.getEntries()) if (!hadRecentInput) window.shift += value;
        }).observe({type: "layout-shift", buffered: true});
        const seen = new MutationObserver(() => {
          if (document.querySelector(${JSON.stringify(sign)}) === null) return;
          seen.disconnect();
          requestAnimationFrame(() => requestAnimationFrame((now) => { window.seenAt = now; }));
        });
        seen.observe(document, {childList: true, subtree: true});`
    });
    await page.goto(at(path));
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(300);
    const {shift, seenAt} = await page.evaluate<{shift: number; seenAt: number}>("({shift, seenAt})");
    process.stderr.write(`${name}: seen after ${seenAt.toFixed(0)} ms, layout shift ${shift.toFixed(3)}\n`);
    expect(seenAt).toBeLessThan(1500);
    expect(shift).toBeLessThan(0.05);
  });
});

const LIMIT = 250_000; // bytes of compressed script before the first chart

test("the scripts that come before the first chart are less than 250 kB compressed", async () => {
  await reading(site.browser, {serviceWorkers: "block"}, async (page, {asked}) => {
    await page.goto(at(life));
    await page.waitForSelector("svg.thaw-chart.life-line");
    const scripts = [...new Set(asked.filter((url) => url.endsWith(".js")))];
    const bytes = scripts.map((url) => {
      const path = new URL(url).pathname.slice("/below/here/".length);
      return gzipSync(readFileSync(join(site.folder, path))).length;
    });
    const sum = bytes.reduce((a, b) => a + b, 0);
    process.stderr.write(
      `compressed script before the first chart: ${(sum / 1000).toFixed(0)} kB in ${scripts.length} files\n`
    );
    expect(sum).toBeLessThan(LIMIT);
  });
});

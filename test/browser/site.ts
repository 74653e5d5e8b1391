import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type Browser, type BrowserContextOptions, chromium, type Page} from "playwright-core";
import {serveSite} from "./siteServer.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The site as it is built, in a folder of its own, behind a static server, with a browser to open it. */
export async function openSite(below = "/") {
  const folder = mkdtempSync(join(tmpdir(), "thaw-site-"));
  execFileSync(
    process.execPath,
    [
      "node_modules/vite/bin/vite.js",
      ...["build", "--config", "src/web/vite.config.ts", "--logLevel", "warn"],
      ...["--outDir", folder, "--emptyOutDir"]
    ],
    {cwd: root}
  );
  const server = await serveSite(folder, below);
  const executablePath = process.env.THAW_CHROMIUM;
  if (executablePath === undefined) throw new Error("THAW_CHROMIUM is not set; run npm test, which finds a Chromium");
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
  const browser = await chromium.launch({executablePath, args});
  return {
    folder,
    server,
    browser,
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, {recursive: true});
    }
  };
}

export type Seen = {readonly told: string[]; readonly asked: string[]};

/** Opens a context of its own, hands over a page and all that it says and asks for, and closes it whatever happens. */
export async function reading<T>(
  browser: Browser,
  as: BrowserContextOptions,
  use: (page: Page, seen: Seen) => Promise<T>
): Promise<T> {
  const context = await browser.newContext({locale: "en-GB", viewport: {width: 1280, height: 800}, ...as});
  const seen: Seen = {told: [], asked: []};
  try {
    const page = await context.newPage();
    page.on("console", (message) => seen.told.push(message.text()));
    page.on("pageerror", (error) => seen.told.push(error.message));
    context.on("request", (request) => seen.asked.push(request.url()));
    return await use(page, seen);
  } finally {
    await context.close();
  }
}

/** What axe finds that is serious or critical. */
export async function violations(page: Page): Promise<readonly unknown[]> {
  await page.addScriptTag({path: axe});
  return page.evaluate<unknown[]>(`axe.run({resultTypes: ["violations"]}).then(({violations}) => violations
    .filter(({impact}) => impact === "serious" || impact === "critical")
    .map(({id, help, nodes}) => ({id, help, first: nodes.slice(0, 3).map(({html}) => html.slice(0, 200))})))`);
}

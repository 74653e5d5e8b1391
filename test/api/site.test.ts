import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {readSite} from "../../src/api/site.ts";
import {api, CASE} from "./api.ts";

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const index = (up: string) =>
  `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${POLICY}" /><script src="${up}assets/index-Ab12Cd34.js"></script></head></html>`;

/** A site as the build lays it out. */
const folder = mkdtempSync(join(tmpdir(), "thaw-site-"));
const script = `// ${"x".repeat(3000)}`;
for (const [name, text] of [
  ["index.html", index("./")],
  ["us-china/life/index.html", index("../../")],
  ["assets/index-Ab12Cd34.js", script],
  ["data/us-china.en.0123456789.json", "{}"],
  ["sw.js", "// worker"],
  ["theme.js", "// theme"],
  ["icon.svg", "<svg/>"]
] as const) {
  mkdirSync(join(folder, name, ".."), {recursive: true});
  writeFileSync(join(folder, name), text);
}
afterAll(() => rmSync(folder, {recursive: true}));
const web = api({site: readSite(folder)});

test("there is no site where none has been built", () => {
  expect(readSite(join(folder, "nowhere"))).toBeNull();
});

test("files whose names have a hash may be kept for ever, all others are asked for again", async () => {
  const cached = async (path: string) => (await web.request(path)).headers.get("cache-control");
  expect(await cached("/assets/index-Ab12Cd34.js")).toBe("public, max-age=31536000, immutable");
  expect(await cached("/data/us-china.en.0123456789.json")).toBe("public, max-age=31536000, immutable");
  for (const path of ["/", "/us-china/life/", "/sw.js", "/theme.js", "/icon.svg"])
    expect(await cached(path)).toBe("no-cache");
});

test("every file has its type, its tag and the policy that its page says of itself, and nobody may frame it", async () => {
  for (const [path, type] of [
    ["/", "text/html; charset=utf-8"],
    ["/us-china/life/", "text/html; charset=utf-8"],
    ["/sw.js", "text/javascript; charset=utf-8"],
    ["/icon.svg", "image/svg+xml"],
    ["/data/us-china.en.0123456789.json", "application/json"]
  ] as const) {
    const {status, headers} = await web.request(path);
    expect([path, status, headers.get("content-type")]).toEqual([path, 200, type]);
    expect(headers.get("content-security-policy")).toBe(`${POLICY}; frame-ancestors 'none'`);
    const again = await web.request(path, {headers: {"if-none-match": headers.get("etag")!}});
    expect(again.status).toBe(304);
  }
});

test("a page without its slash leads to the one with it, and keeps the question", async () => {
  const response = await web.request("/us-china/life?on=1989-06-15");
  expect([response.status, response.headers.get("location")]).toEqual([308, "/us-china/life/?on=1989-06-15"]);
});

test("an address without a file gets the application, which says so, from any depth", async () => {
  const response = await web.request("/no/such/page");
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('src="/assets/index-Ab12Cd34.js"');
});

test("nothing outside the folder can be named", async () => {
  const secret = join(folder, "..", `thaw-secret-${process.pid}`);
  writeFileSync(secret, "secret");
  for (const path of [
    `/../thaw-secret-${process.pid}`,
    `/..%2fthaw-secret-${process.pid}`,
    `/assets/..%2f..%2fthaw-secret-${process.pid}`,
    "/%00",
    "/%"
  ]) {
    const response = await web.request(path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.text()).not.toContain("secret");
  }
  rmSync(secret);
});

test("a script goes out compressed", async () => {
  const response = await web.request("/assets/index-Ab12Cd34.js", {headers: {"accept-encoding": "gzip, br"}});
  expect(response.headers.get("content-encoding")).toBe("br");
  expect(Number(response.headers.get("content-length"))).toBeLessThan(script.length / 4);
});

test("the API is beside it, with problems of its own", async () => {
  expect((await web.request(CASE)).status).toBe(200);
  const response = await web.request("/api/v1/nothing");
  expect([response.status, response.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
});

test("the policy of a page without one is closed to other sites", async () => {
  const bare = mkdtempSync(join(tmpdir(), "thaw-bare-"));
  writeFileSync(join(bare, "index.html"), "<!doctype html>");
  const policy = (await api({site: readSite(bare)}).request("/")).headers.get("content-security-policy");
  rmSync(bare, {recursive: true});
  expect(policy).toMatch(/^default-src 'self'; .*frame-ancestors 'none'$/);
});

import {createHash} from "node:crypto";
import {expect, test} from "vitest";
import {api, CASE, problem} from "./api.ts";

const web = api();

test.each(["/health", CASE, `${CASE}/brief`, "/api/v1/docs", "/nothing", `${CASE}/measures?limit=0`])(
  "%s has the headers that keep a browser safe",
  async (path) => {
    const {headers} = await web.request(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get("content-security-policy")).not.toMatch(/script-src|unsafe-eval|\*/);
    expect(headers.has("access-control-allow-origin")).toBe(false);
    expect(headers.has("set-cookie")).toBe(false);
    expect(headers.has("x-powered-by")).toBe(false);
  }
);

test.each([`${CASE}/brief?form=short`, "/api/v1/docs"])(
  "the policy of the page %s allows its own style sheet by its hash",
  async (path) => {
    const response = await web.request(path);
    const styles = [...(await response.text()).matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => css!);
    expect(styles.length).toBeGreaterThan(0);
    const policy = response.headers.get("content-security-policy");
    for (const css of styles) expect(policy).toContain(`'sha256-${createHash("sha256").update(css).digest("base64")}'`);
  }
);

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s is not allowed", async (method) => {
  const response = await web.request(CASE, {method});
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

test("an address that is too long is turned away, and one that is just not is read", async () => {
  const long = (length: number) => `${CASE}?${"x".repeat(length)}`;
  expect(await problem(web, long(3000))).toMatchObject({status: 414, code: "api/address-too-long"});
  expect(await problem(web, long(1800))).toMatchObject({status: 400, code: "api/unknown-parameter"});
});

test.each([
  ["content-length", "100000"],
  ["content-length", "-1"],
  ["content-length", "many"],
  ["transfer-encoding", "chunked"]
])("a body with %s %s is turned away unread", async (name, value) => {
  const response = await web.request(CASE, {method: "GET", headers: {[name]: value}});
  expect([response.status, response.headers.get("connection")]).toEqual([413, "close"]);
});

test("an address that asks too much is told when to come back, and others are not", async () => {
  let now = 0;
  const limited = api({rateLimit: {burst: 12, perSecond: 2}}, {clock: () => now});
  const from = (remoteAddress: string, path = CASE) => limited.request(path, {}, {incoming: {socket: {remoteAddress}}});
  for (let i = 0; i < 12; i++) expect((await from("192.0.2.1")).status).toBe(200);
  const refused = await from("192.0.2.1");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect((await from("192.0.2.2")).status).toBe(200);
  now += 1000;
  expect((await from("192.0.2.1")).status).toBe(200);
  const heavy = await from("192.0.2.1", `${CASE}/how-long`);
  expect([heavy.status, heavy.headers.get("retry-after")]).toEqual([429, "5"]);
});

test("a header cannot pass for another address", async () => {
  const limited = api({rateLimit: {burst: 1, perSecond: 1}}, {clock: () => 0});
  const from = (forwarded: string) =>
    limited.request(
      CASE,
      {headers: {"x-forwarded-for": forwarded}},
      {incoming: {socket: {remoteAddress: "192.0.2.1"}}}
    );
  expect((await from("203.0.113.1")).status).toBe(200);
  expect((await from("203.0.113.2")).status).toBe(429);
});

test("a site that is allowed may read, another may not", async () => {
  const open = api({origins: ["https://example.org"]});
  const allowed = await open.request(CASE, {headers: {origin: "https://example.org"}});
  expect(allowed.headers.get("access-control-allow-origin")).toBe("https://example.org");
  expect(allowed.headers.get("vary")).toContain("Origin");
  const other = await open.request(CASE, {headers: {origin: "https://example.net"}});
  expect(other.headers.has("access-control-allow-origin")).toBe(false);
  const asked = await open.request(CASE, {method: "OPTIONS", headers: {origin: "https://example.org"}});
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-methods")).toBe("GET,HEAD");
});

test("a name that is not the server's own is refused, so that no other site's name can be pointed at it", async () => {
  const local = api({hosts: ["127.0.0.1", "localhost", "[::1]"]});
  expect((await local.request(`http://localhost:4949${CASE}`)).status).toBe(200);
  expect((await local.request(`http://[::1]:4949${CASE}`)).status).toBe(200);
  expect(await problem(local, `http://evil.example${CASE}`)).toMatchObject({status: 421, code: "api/misdirected"});
});

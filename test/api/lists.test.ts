import {expect, test} from "vitest";
import {routes} from "../../src/api/routes.ts";
import {api, CASE, json, problem} from "./api.ts";

const web = api();

type Page = {readonly items: readonly unknown[]; readonly page: {readonly total: number; readonly next: string | null}};

/** Walks a list by its cursors. */
async function walk(path: string, limit: number): Promise<{rows: unknown[]; pages: number}> {
  const rows: unknown[] = [];
  let pages = 0;
  for (let cursor: string | null = ""; cursor !== null; pages++) {
    const query: string = `${path.includes("?") ? "&" : "?"}limit=${limit}${cursor === "" ? "" : `&cursor=${cursor}`}`;
    const {items, page}: Page = await json<Page>(web, `${path}${query}`);
    expect(items.length).toBeLessThanOrEqual(limit);
    rows.push(...items);
    cursor = page.next;
    expect(page.total).toBeGreaterThanOrEqual(rows.length);
  }
  return {rows, pages};
}

const lines = async (path: string) => {
  const response = await web.request(path, {headers: {accept: "application/x-ndjson"}});
  expect(response.headers.get("content-type")).toBe("application/x-ndjson");
  const text = await response.text();
  expect(text === "" || text.endsWith("\n")).toBe(true);
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
};

const lists = routes.filter(({order}) => order !== null);
const required: Readonly<Record<string, string>> = {
  diff: "?from=1968-12-31&to=2002-01-02",
  specificationCurve: "?by=ender"
};

test.each(lists.map(({name, path}) => [name, path]))(
  "the pages of %s hold every row once, in the order of the whole list, and NDJSON is the same rows",
  async (name, path) => {
    const address = `/api/v1${path.replace("{case}", "us-china").replace("{table}", "steps")}${required[name] ?? ""}`;
    const whole = await lines(address);
    expect(whole.length).toBeGreaterThan(0);
    const size = Math.max(1, Math.floor(whole.length / 4));
    const {rows, pages} = await walk(address, Math.min(size, 500));
    expect(rows).toEqual(whole);
    expect(pages).toBe(Math.ceil(whole.length / Math.min(size, 500)));
  }
);

test("NDJSON goes on from a cursor and stops at a limit", async () => {
  const whole = await lines(`${CASE}/timeline`);
  const {page} = await json<Page>(web, `${CASE}/timeline?limit=7`);
  expect(await lines(`${CASE}/timeline?cursor=${page.next}&limit=3`)).toEqual(whole.slice(7, 10));
});

test.each([
  ["of another question", async () => (await json<Page>(web, `${CASE}/timeline?verb=waived&limit=1`)).page.next],
  ["that is made up", async () => Buffer.from("7.0123456789ab").toString("base64url")],
  ["that is no cursor", async () => "%00%ff"],
  ["that is too long", async () => "a".repeat(500)]
])("a cursor %s is refused", async (_, make) => {
  expect(await problem(web, `${CASE}/timeline?cursor=${await make()}`)).toMatchObject({
    status: 400,
    code: "api/invalid-cursor"
  });
});

test("a cursor does not outlive the version of the case", async () => {
  const {page} = await json<Page>(web, `${CASE}/timeline?limit=1`);
  const {openCase, packageRoot} = await import("../../src/casebook/node.ts");
  const corrected = api({}, {openCase: (id) => ({...openCase(id, packageRoot), checksum: "0".repeat(64)})});
  expect(await problem(corrected, `${CASE}/timeline?limit=1&cursor=${page.next}`)).toMatchObject({
    code: "api/invalid-cursor"
  });
});

import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {openCase, packageRoot} from "../../src/casebook/node.ts";
import {api, CASE} from "./api.ts";

const web = api();
const tagOf = async (path: string, headers: Record<string, string> = {}, own = web) =>
  (await own.request(path, {headers})).headers.get("etag")!;

const asked = `${CASE}/measures?asOf=1989-06-15`;

test("an answer has a strong tag, may be kept and has to be asked for again", async () => {
  const {headers} = await web.request(asked);
  expect(headers.get("etag")).toMatch(/^"[\w-]{32}"$/);
  expect(headers.get("cache-control")).toBe("public, no-cache");
  expect(headers.get("vary")).toContain("Accept");
});

test("who has the answer gets 304 without it, and the same tag", async () => {
  const etag = await tagOf(asked);
  for (const value of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const response = await web.request(asked, {headers: {"if-none-match": value}});
    expect([response.status, await response.text(), response.headers.get("etag")]).toEqual([304, "", etag]);
  }
  expect((await web.request(asked, {headers: {"if-none-match": '"other"'}})).status).toBe(200);
});

test("a question has one tag however it is written, and another question has another", async () => {
  expect(await tagOf(`${CASE}/measures?channel=trade&asOf=1989-06-15`)).toBe(
    await tagOf(`${CASE}/measures?asOf=1989-06-15&channel=trade`)
  );
  expect(await tagOf(`${CASE}/pendulum`)).toBe(await tagOf(`${CASE}/pendulum?rule=severity`));
  const others = [
    asked,
    `${CASE}/measures?asOf=1989-06-16`,
    `${CASE}/measures?asOf=1989-06-15&limit=5`,
    `${CASE}/measures`,
    `${CASE}/brief?format=md`,
    `${CASE}/brief?format=html`,
    `${CASE}/tables/events`,
    `${CASE}/tables/steps`
  ];
  const tags = await Promise.all(others.map((path) => tagOf(path)));
  expect(new Set(tags).size).toBe(others.length);
  expect(await tagOf(asked, {accept: "application/x-ndjson"})).not.toBe(tags[0]);
});

test("a corrected record, another baseline and another program have other tags", async () => {
  const other = (one: object) => api({}, {openCase: (id) => ({...openCase(id, packageRoot), ...one})});
  expect(await tagOf(asked, {}, other({}))).toBe(await tagOf(asked));
  expect(await tagOf(asked, {}, other({checksum: "0".repeat(64)}))).not.toBe(await tagOf(asked));
  expect(await tagOf(asked, {}, api({}, {build: "other"}))).not.toBe(await tagOf(asked));
});

test("the same question gives the same bytes, from what is kept and anew", async () => {
  const bytes = async (own: typeof web) => (await own.request(`${CASE}/how-long?by=channel`)).text();
  const [first, again, anew] = [await bytes(web), await bytes(web), await bytes(api())];
  expect(again).toBe(first);
  expect(anew).toBe(first);
});

test("a question that is asked twice at once is worked out once", async () => {
  let opened = 0;
  const counted = api(
    {},
    {
      elsewhere: async () => {
        opened++;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return {media: "application/json", bytes: new TextEncoder().encode("{}"), headers: {}};
      }
    }
  );
  await Promise.all(Array.from({length: 20}, () => counted.request(`${CASE}/price`)));
  await counted.request(`${CASE}/price`);
  expect(opened).toBe(1);
});

test("an answer that failed is not kept", async () => {
  let calls = 0;
  const flaky = api(
    {},
    {
      elsewhere: async () => {
        if (calls++ === 0) throw new Error("once");
        return {media: "application/json", bytes: new TextEncoder().encode("{}"), headers: {}};
      }
    }
  );
  expect((await flaky.request(`${CASE}/price`)).status).toBe(500);
  expect((await flaky.request(`${CASE}/price`)).status).toBe(200);
});

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync]
])("as %s an answer is smaller, the same, and has a tag of its own that 304 knows", async (encoding, unpack) => {
  const plain = Buffer.from(await (await web.request(asked)).arrayBuffer());
  const response = await web.request(asked, {headers: {"accept-encoding": encoding}});
  const packed = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get("content-encoding")).toBe(encoding);
  expect(response.headers.get("content-length")).toBe(String(packed.length));
  expect(packed.length).toBeLessThan(plain.length / 2);
  expect(unpack(packed)).toEqual(plain);
  const etag = response.headers.get("etag")!;
  expect(etag).not.toBe(await tagOf(asked));
  expect((await web.request(asked, {headers: {"if-none-match": etag}})).status).toBe(304);
});

test("an encoding with weight 0 is not used, nor any on a small answer or on Parquet", async () => {
  const encoded = async (path: string, accept: string) =>
    (await web.request(path, {headers: {"accept-encoding": accept}})).headers.get("content-encoding");
  expect(await encoded(asked, "br;q=0, gzip;q=0.5")).toBe("gzip");
  expect(await encoded(asked, "br;q=0.000")).toBeNull();
  expect(await encoded(`${CASE}/citation`, "br")).toBeNull();
  expect(await encoded(`${CASE}/tables/events?format=parquet`, "br")).toBeNull();
});

test("HEAD has the headers of GET and no body", async () => {
  const [head, get] = [await web.request(asked, {method: "HEAD"}), await web.request(asked)];
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
  expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
});

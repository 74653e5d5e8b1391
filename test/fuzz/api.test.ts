import {afterAll, beforeAll, expect, test} from "vitest";
import {random} from "../../src/numeric/random.ts";
import {malformed} from "../api/malformed.ts";
import {type RunningServer, raw, startServer} from "../api/server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer("--rate", "0");
});
afterAll(() => server.end());

const AT_ONCE = 20;

/** What the server says to each text, some at once; the status is 0 where it closes without a word. */
async function statuses(texts: Iterable<string>): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  const all = texts[Symbol.iterator]();
  const worker = async () => {
    for (let next = all.next(); !next.done; next = all.next()) {
      const heard = await raw(server.port, next.value);
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
      if (status >= 400) expect(heard).not.toMatch(/node:|\.ts:\d|node_modules|at \S+ \(/);
      found.set(status, [...(found.get(status) ?? []), next.value]);
    }
  };
  await Promise.all(Array.from({length: AT_ONCE}, worker));
  return found;
}

const text = (method: string, path: string, headers: Readonly<Record<string, string>>) =>
  [
    `${method} ${path.replaceAll(" ", "%20")} HTTP/1.1`,
    "Host: 127.0.0.1",
    "Connection: close",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "\r\n"
  ].join("\r\n");

test("10,000 malformed requests are all turned away, and the server is as well as before", async () => {
  const requests = malformed(10_000, 7).map(({method, path, headers}) => text(method, path, headers));
  const found = await statuses(requests);
  for (const [status, own] of found)
    expect([status, own[0], status >= 400 && status < 500]).toEqual([status, own[0], true]);
  expect((await fetch(`${server.address}/health`)).status).toBe(200);
  expect(server.notes()).not.toMatch(/at \S+ \(/);
});

test("2,000 requests with bytes changed are answered or turned away, never with a fault", async () => {
  const next = random(11);
  const whole = text("GET", "/api/v1/cases/us-china/measures?asOf=1989-06-15&limit=1", {accept: "application/json"});
  const damaged = Array.from({length: 2000}, () => {
    const bytes = Buffer.from(whole, "latin1");
    for (let i = 0; i <= next() * 4; i++) bytes[Math.floor(next() * (bytes.length - 4))] = Math.floor(next() * 256);
    return bytes.toString("latin1");
  });
  const found = await statuses(damaged);
  for (const [status, own] of found) expect([status, own[0], status < 500]).toEqual([status, own[0], true]);
  expect((await fetch(`${server.address}/health`)).status).toBe(200);
  expect(server.notes()).not.toMatch(/at \S+ \(/);
});

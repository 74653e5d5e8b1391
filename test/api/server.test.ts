import {mkdtempSync, rmSync} from "node:fs";
import {connect} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {bundledCases} from "../../src/casebook/node.ts";
import {thaw} from "../cli/thaw.ts";
import {CASE} from "./api.ts";
import {type RunningServer, raw, startServer} from "./server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.end());

const get = (path: string, init?: RequestInit) => fetch(`${server.address}${path}`, init);

test("thaw serve says where it is, answers for this machine alone, and knows the bundled cases", async () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await expect.poll(server.notes).toContain(`${server.address}/api/v1/docs`);
  const health = (await (await get("/health")).json()) as {status: string; cases: string[]};
  expect([health.status, health.cases]).toEqual(["ok", bundledCases()]);
});

test("studies run on another thread: the server answers while one is made", async () => {
  const order: string[] = [];
  const study = get(`${CASE}/price?draws=8`).then(async (response) => {
    await response.arrayBuffer();
    order.push("study");
    return response.status;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (let i = 0; i < 5; i++) await (await get(`${CASE}/measures?asOf=19${60 + i}-01-01`)).arrayBuffer();
  order.push("questions");
  expect(await study).toBe(200);
  expect(order).toEqual(["questions", "study"]);
});

test("a problem in a study reaches the client as it would from here", async () => {
  const said = (await (await get(`${CASE}/price?third=CHN`)).json()) as {code: string};
  expect(said.code).toBe("answers/invalid-third");
});

test.each([
  ["no HTTP", "hello\r\n\r\n", 400],
  ["a method that does not exist", "GRAB / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400],
  ["no host", "GET /health HTTP/1.1\r\n\r\n", 400],
  ["another host", "GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421],
  ["a host that is none", "GET /health HTTP/1.1\r\nHost: 127.0-0.1\r\nConnection: close\r\n\r\n", 400],
  ["headers without end", `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${"a".repeat(40_000)}\r\n\r\n`, 431],
  ["two lengths", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", 400],
  [
    "a length and chunks",
    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    400
  ],
  ["a huge body announced", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n", 413],
  ["an address that is none", "GET http://[::1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400]
])("%s is turned away", async (_, text, status) => {
  const heard = await raw(server.port, text);
  expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(heard).not.toMatch(/node:|\.ts:\d|at \S+ \(/);
});

test("a client that is slow to ask is cut off, and does not keep the others waiting", async () => {
  const slow = raw(server.port, "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", {within: 16_000});
  expect((await get("/health")).status).toBe(200);
  expect(await slow).toMatch(/^HTTP\/1\.1 408 /);
}, 20_000);

test("a huge body is not read: the connection ends after the first of it", async () => {
  const sent = await new Promise<number>((resolve) => {
    const socket = connect(server.port, "127.0.0.1");
    const chunk = Buffer.alloc(1024 * 1024);
    let bytes = 0;
    const send = () => {
      while (!socket.destroyed && bytes < 512 * chunk.length) {
        bytes += chunk.length;
        if (!socket.write(chunk)) return;
      }
    };
    socket.on("error", () => {});
    socket.on("drain", send);
    socket.on("close", () => resolve(socket.bytesWritten));
    socket.write("POST /api/v1/cases HTTP/1.1\r\nHost: localhost\r\nContent-Length: 536870912\r\n\r\n", send);
    socket.resume();
  });
  expect(sent).toBeLessThan(64 * 1024 * 1024);
  expect((await get("/health")).status).toBe(200);
});

test("a folder with a case of one's own is served beside the bundled ones, and no other folder is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "thaw-serve-"));
  expect(thaw(["init", "own-case"], {cwd: folder}).code).toBe(0);
  const own = await startServer(join(folder, "own-case"));
  try {
    const {items} = (await (await fetch(`${own.address}/api/v1/cases`)).json()) as {items: {id: string}[]};
    expect(items.map(({id}) => id)).toEqual(["own-case", ...bundledCases()]);
    const brief = await fetch(`${own.address}/api/v1/cases/own-case/brief?form=short&format=md`);
    expect([brief.status, (await brief.text()).slice(0, 2)]).toEqual([200, "# "]);
    expect((await get(`/api/v1/cases/${encodeURIComponent(join(folder, "own-case"))}`)).status).toBe(404);
  } finally {
    await own.end();
    rmSync(folder, {recursive: true});
  }
});

test("SIGTERM ends it well, also with a connection that is kept alive", async () => {
  const own = await startServer();
  await (await fetch(`${own.address}/health`)).text();
  expect(await own.end("SIGTERM")).toBe(0);
  await expect.poll(own.notes).toContain("stopped");
});

test("Ctrl-C ends it well", async () => {
  const own = await startServer("--rate", "0");
  expect(await own.end("SIGINT")).toBe(0);
});

test("a port that is taken is told, and so are a port and a host that cannot be", () => {
  const {code, stderr} = thaw(["serve", "--port", String(server.port)]);
  expect([code, stderr]).toEqual([
    2,
    `thaw: cannot listen on 127.0.0.1, port ${server.port}: another program listens there; name a free port, or 0\n`
  ]);
  expect(thaw(["serve", "--port", "99999"]).stderr).toBe(
    "thaw: invalid --port: 99999; write a whole number from 0 to 65535\n"
  );
  expect(thaw(["serve", "--host", "192.0.2.1"]).stderr).toContain("this machine has no such address");
});

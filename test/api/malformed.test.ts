import {expect, test} from "vitest";
import {api, type Heard} from "./api.ts";
import {malformed} from "./malformed.ts";

/** npm run fuzz sends 10,000 to a server of its own. */
const REQUESTS = 500;

test("a malformed request is the client's to mend, and shows nothing of the inside", async () => {
  const heard: Heard = [];
  const web = api({}, {}, heard);
  const statuses = new Map<number, number>();
  for (const {method, path, headers} of malformed(REQUESTS, 1949)) {
    const response = await web.request(path, {method, headers});
    const text = await response.text();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    expect([method, path, response.status >= 400 && response.status < 500]).toEqual([method, path, true]);
    expect(text).not.toMatch(/node:|\.ts:\d|node_modules|at \S+ \(/);
    if (method !== "HEAD") expect((JSON.parse(text) as {status: number}).status).toBe(response.status);
  }
  expect([...statuses.keys()].sort()).toEqual([400, 404, 405, 414]);
  expect(heard).toEqual([]);
});

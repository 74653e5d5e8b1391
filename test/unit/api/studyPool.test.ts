import {afterAll, expect, test} from "vitest";
import {studyPool} from "../../../src/api/studyPool.ts";
import {packageRoot} from "../../../src/casebook/node.ts";

const pool = studyPool({build: "test", own: null, cwd: packageRoot}, 1);
afterAll(() => pool.close());

const job = (query: string, route = "states") => ({route, path: {case: "us-china"}, query, isLines: false});

test("jobs of one thread are answered in the order in which they came", async () => {
  const order: string[] = [];
  await Promise.all(
    ["?until=2000-01-01", "", "?until=2010-01-01"].map(async (query) => {
      const {media, bytes} = await pool.run(job(query));
      expect([media, JSON.parse(new TextDecoder().decode(bytes)).case]).toEqual(["application/json", "us-china"]);
      order.push(query);
    })
  );
  expect(order).toEqual(["?until=2000-01-01", "", "?until=2010-01-01"]);
});

test("what a route throws arrives with its kind, code and details", async () => {
  await expect(pool.run(job("?untl=2000-01-01"))).rejects.toMatchObject({
    kind: "incorrect",
    code: "api/unknown-parameter",
    details: {errors: [{parameter: "untl"}]}
  });
});

test("a job too many is refused, and those before it are answered", async () => {
  const jobs = Array.from({length: 70}, () => pool.run(job("?until=1990-01-01")));
  const settled = await Promise.allSettled(jobs);
  const refused = settled.filter(({status}) => status === "rejected");
  expect(refused.map((one) => (one as PromiseRejectedResult).reason.status)).toEqual(refused.map(() => 503));
  expect(refused).toHaveLength(70 - 1 - 64); // one under way, 64 that wait
});

test("a thread that dies fails its job, and the next job gets a thread that lives", async () => {
  const dying = studyPool({build: "test", own: "/no/such/folder", cwd: packageRoot}, 1);
  for (let i = 0; i < 2; i++) {
    await expect(dying.run(job(""))).rejects.toMatchObject({kind: "fault", code: "api/thread-died"});
  }
  await dying.close();
});

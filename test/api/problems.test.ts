import {expect, test} from "vitest";
import {httpStatuses, type Kind, ThawError} from "../../src/errors.ts";
import {api, CASE, type Heard, problem} from "./api.ts";

const web = api();

test.each([
  ["/measures?asof=1989-06-15", 400, "api/unknown-parameter", "unknown parameter asof; did you mean asOf?"],
  [
    "/measures?asOf=1989-06-31",
    400,
    "api/invalid-parameter",
    "invalid asOf: 1989-06-31; write a day that exists as YYYY-MM-DD"
  ],
  [
    "/measures?asOf=1989-06-15&asOf=1990-01-01",
    400,
    "api/repeated-parameter",
    "repeated parameter asOf; write it once"
  ],
  ["/measures?state=inforce", 400, "api/invalid-parameter", "invalid state: inforce; did you mean inForce?"],
  ["/measures?limit=501", 400, "api/invalid-parameter", "invalid limit: 501; write a whole number from 1 to 500"],
  ["/measures?limit=1e2", 400, "api/invalid-parameter", "invalid limit: 1e2; write a whole number from 1 to 500"],
  ["/measures?sender=UX", 404, "api/no-sender", "no sender UX; there are"],
  [
    "/measures/zte-denial-order",
    404,
    "api/no-measure",
    "no measure zte-denial-order; did you mean zte-denial-order-2018?"
  ],
  ["/diff?from=2002-01-02", 400, "api/invalid-parameter", "missing parameter to; write it"],
  ["/diff?from=2002-01-02&to=1968-12-31", 400, "sanctions/from-after-to", "from is after to"],
  [
    "/timeline?from=2002-01-02&to=1968-12-31",
    400,
    "api/days-reversed",
    "invalid to: 1968-12-31; write a day on or after 2002-01-02"
  ],
  ["/how-long?from=2030-01-01", 400, "api/days-reversed", "invalid from: 2030-01-01; write a day before 2025-12-31"],
  ["/how-long/specifications?by=ender&level=congress", 404, "api/no-level", "no level congress; there are"],
  ["/price?draws=101", 400, "api/invalid-parameter", "invalid draws: 101; write a whole number from 0 to 100"],
  ["/price?lift=s301-list9", 404, "api/no-measure", "no measure s301-list9; did you mean"],
  ["/price?lift=s301-list4a&steps=ladder", 400, "api/steps-and-step", "steps=ladder with a step of one's own"],
  ["/price?third=CHN", 400, "answers/invalid-third", "invalid third: CHN is sender or target already"],
  ["/price?baseline=wiod", 404, "api/no-baseline", "no baseline wiod; did you mean"],
  ["/tables/event", 404, "api/no-table", "no table event; did you mean events?"],
  ["/exports/../../package.json", 404, "api/no-case", "no case package.json"],
  ["/exports/data/..%2f..%2fpackage.json", 404, "api/no-file", "no file"],
  ["/citation?what=nobody", 404, "api/no-source", "no source nobody"],
  ["/nothing", 404, "api/no-route", `no route ${CASE}/nothing; /api/v1/docs lists them`]
])("%s is refused with %d %s", async (path, status, code, detail) => {
  const said = await problem(web, `${CASE}${path}`);
  expect(said).toMatchObject({status, code});
  expect(said.detail).toContain(detail);
  expect(said.title).not.toBe("");
  expect(said.type).toMatch(/^\/api\/v1\/docs#problem-/);
});

test.each(["us-chna", "..", "%2e%2e%2fus-china", "/etc", "us-china%00"])(
  "a case %s that is not served does not exist",
  async (id) => {
    const said = await problem(web, `/api/v1/cases/${id}`);
    expect(said.status).toBe(404);
  }
);

test("every parameter that is wrong is named", async () => {
  const {errors} = await problem(web, `${CASE}/measures?asOf=1989&limit=0&state=x`);
  expect(errors?.map(({parameter}) => parameter)).toEqual(["asOf", "state", "limit"]);
});

test("what was typed is shown shortened and without control characters", async () => {
  const {detail} = await problem(web, `${CASE}/measures?asOf=%1b[2J${"x".repeat(500)}`);
  expect(detail).not.toContain("\u001b");
  expect(detail.length).toBeLessThan(200);
});

test("every kind of error has the status of the table in errors.ts", async () => {
  for (const [kind, status] of Object.entries(httpStatuses)) {
    const failing = api({}, {openCase: () => raise(new ThawError(kind as Kind, "test/kind", "as asked"))});
    expect((await problem(failing, CASE)).status).toBe(status);
  }
});

test("a fault says nothing of the inside, and the one who runs the server hears of it", async () => {
  const heard: Heard = [];
  const failing = api({}, {openCase: () => raise(new Error("/secret/path is missing"))}, heard);
  const response = await failing.request(CASE);
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toMatch(/secret|\.ts|at /);
  expect(JSON.parse(text)).toMatchObject({code: "api/fault", status: 500});
  expect(heard.join()).toContain("/secret/path is missing");
});

function raise(error: Error): never {
  throw error;
}

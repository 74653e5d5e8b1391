import fc from "fast-check";
import {expect, test} from "vitest";
import {channels} from "../../../src/sanctions/channel.ts";
import {parseDay} from "../../../src/time/day.ts";
import {lifeFields} from "../../../src/web/pages/life/lifeFields.ts";
import {formatAddress, parseAddress} from "../../../src/web/router/address.ts";
import {readQuery, writeQuery} from "../../../src/web/router/query.ts";
import {casePages, pathOf, routeOf} from "../../../src/web/router/routes.ts";
import {lives, record} from "../charts/sample.ts";

const fields = lifeFields({record});
const {from, to} = record.coverage;

test("an address that is written and parsed again is the same, below any root", () => {
  const text = fc.string({minLength: 1, maxLength: 12, unit: "grapheme"});
  const segment = fc.stringMatching(/^[a-z0-9-]{1,8}$/).filter((one) => one !== "index");
  fc.assert(
    fc.property(
      fc.array(segment, {maxLength: 3}),
      fc.dictionary(text, text, {noNullPrototype: true}),
      fc.constantFrom("/", "/thaw/", "/a/b/"),
      (path, query, root) => {
        const address = {path: path.join("/"), query};
        const url = new URL(formatAddress(address, root), "http://host");
        expect(parseAddress(url, root)).toEqual(address);
      }
    )
  );
});

test.each([
  ["/", "/"],
  ["/index.html", "/"],
  ["/us-china/life/", "/"],
  ["/us-china/life/index.html", "/"],
  ["/site/us-china/life", "/site/"]
])("%s below %s is the page with or without a slash or index.html", (pathname, root) => {
  const {path} = parseAddress({pathname, search: ""}, root);
  expect(path).toBe(pathname.includes("life") ? "us-china/life" : "");
});

test("a list in a query stays readable", () => {
  expect(formatAddress({path: "a/life", query: {channel: "trade,arms", on: "1989-06-15"}}, "/")).toBe(
    "/a/life?channel=trade,arms&on=1989-06-15"
  );
});

test("every page has a path of its own, and what is no page has none", () => {
  for (const page of casePages) {
    const route = {kind: "case", caseId: "us-china", page} as const;
    expect(routeOf(pathOf(route))).toEqual(route);
  }
  expect(routeOf("")).toEqual({kind: "home"});
  expect(routeOf("us-china")).toEqual({kind: "case", caseId: "us-china", page: casePages[0]});
  expect(routeOf("us-china/nowhere").kind).toBe("none");
  expect(routeOf("us-china/life/deeper").kind).toBe("none");
});

test("every state of the life line comes back from its query", () => {
  const state = fc.record({
    on: fc.integer({min: from, max: to}),
    measure: fc.option(fc.constantFrom(...lives.map(({measure}) => measure.id))),
    channel: fc.subarray([...channels]),
    table: fc.subarray(["life-line", "trade", "pendulum"])
  });
  fc.assert(
    fc.property(state, (one) => {
      const read = readQuery(fields, writeQuery(fields, one as never));
      expect(read).toEqual({state: one, problems: []});
    })
  );
});

test("what a query leaves out is the last day of the record, and is not written", () => {
  const {state} = readQuery(fields, {});
  expect(state).toEqual({on: to, measure: null, channel: [], table: []});
  expect(writeQuery(fields, state)).toEqual({});
});

test.each([
  ["on", "banana", "time/invalid-day"],
  ["on", "1900-01-01", "web/day-outside"],
  ["measure", "no-such-measure", "web/unknown-choice"],
  ["channel", "trade,gold", "web/unknown-choice"]
])("a query whose %s is %s says so, and keeps the rest", (name, text, code) => {
  const {state, problems} = readQuery(fields, {on: "1989-06-15", channel: "arms", [name]: text});
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  if (name !== "on") expect(state.on).toBe(parseDay("1989-06-15"));
  if (name !== "channel") expect(state.channel).toEqual(["arms"]);
});

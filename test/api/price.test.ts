import {expect, test} from "vitest";
import {answer} from "../cli/thaw.ts";
import {api, CASE, json} from "./api.ts";

const web = api();

type Cost = {readonly id: string; readonly change: number; readonly band: {readonly low: number} | null};
type Price = {
  readonly closure: {readonly kind: string};
  readonly steps: readonly {readonly id: string; readonly groups: readonly Cost[]}[];
};

const thaw = (...words: string[]) =>
  JSON.parse(answer(["price", "us-china", ...words, "--json", "--no-files"])) as Price;

test.each([
  ["", ["--ladder", "--draws", "0"]],
  ["?steps=measures&third=IND,BRA", ["--third", "IND,BRA", "--draws", "0"]],
  ["?draws=3&seed=7", ["--ladder", "--draws", "3", "--seed", "7", "--threads", "1"]]
])("price%s has the figures of thaw price %j", async (query, words) => {
  const own = await json<Price>(web, `${CASE}/price${query}`);
  const theirs = thaw(...words);
  expect(own.closure).toEqual(theirs.closure);
  expect(own.steps).toEqual(theirs.steps);
});

test("a step of one's own is lifted, eased, added to", async () => {
  const {steps} = await json<Price>(web, `${CASE}/price?lift=s301-list4a`);
  expect(steps.map(({id}) => id)).toEqual(["asked"]);
  const {steps: measures} = await json<Price>(web, `${CASE}/price?steps=measures`);
  expect(steps[0]!.groups).toEqual(measures.find(({id}) => id === "lift-s301-list4a")!.groups);
  const {steps: ladder} = await json<Price>(web, `${CASE}/price`);
  const {steps: embargo} = await json<Price>(web, `${CASE}/price?add=embargo`);
  expect(embargo[0]!.groups).toEqual(ladder.find(({id}) => id === "embargo")!.groups);
  const {steps: eased} = await json<Price>(web, `${CASE}/price?ease=s301-list4a&easeBy=0`);
  for (const {change} of eased[0]!.groups) expect(Math.abs(change)).toBeLessThan(1e-12);
});

test("a brief with prices has the same section as that of thaw brief", async () => {
  const own = await (await web.request(`${CASE}/brief?format=md&draws=2`)).text();
  expect(own.trimEnd()).toBe(answer(["brief", "us-china", "--format", "md", "--draws", "2", "--out", "-"]).trimEnd());
});

import {expect, test} from "vitest";
import {addressStore, type Browser, WRITE_EVERY} from "../../../src/web/router/addressStore.ts";

/** A window with a history and a clock of its own. */
function browserAt(start: string) {
  const entries = [start];
  let [at, writes, now] = [0, 0, 0];
  const timers = new Map<number, {readonly due: number; readonly work: () => void}>();
  const listeners = new Map<string, () => void>();
  const url = () => new URL(entries[at]!, "http://host");
  const browser: Browser = {
    location: {
      get pathname() {
        return url().pathname;
      },
      get search() {
        return url().search;
      }
    },
    history: {
      pushState(_data, _unused, to) {
        entries.splice(++at, entries.length, to);
      },
      replaceState(_data, _unused, to) {
        writes++;
        entries[at] = to;
      }
    },
    addEventListener: (name, listener) => void listeners.set(name, listener),
    setTimeout(work, ms) {
      const timer = timers.size + 1;
      timers.set(timer, {due: now + ms, work});
      return timer;
    },
    clearTimeout: (timer) => void timers.delete(timer)
  };
  return {
    browser,
    entries,
    writes: () => writes,
    fire: (name: "popstate" | "pagehide") => listeners.get(name)!(),
    go(step: number) {
      at += step;
      listeners.get("popstate")!();
    },
    pass(ms: number) {
      now += ms;
      for (const [timer, {due, work}] of timers) {
        if (due > now) continue;
        timers.delete(timer);
        work();
      }
    }
  };
}

const place = (on: string) => ({path: "us-china/life", query: {on}});

test("replacing is seen at once and written once in a while, the last value always", () => {
  const window = browserAt("/us-china/life");
  const store = addressStore(window.browser, "/");
  const seen: string[] = [];
  store.subscribe(() => seen.push(store.now().query["on"]!));
  for (let day = 10; day < 30; day++) store.replace(place(`1989-06-${day}`));
  expect(seen).toHaveLength(20);
  expect(window.writes()).toBe(1);
  window.pass(WRITE_EVERY);
  expect(window.entries).toEqual(["/us-china/life?on=1989-06-29"]);
  expect(window.writes()).toBe(2);
  window.pass(10 * WRITE_EVERY);
  expect(window.writes()).toBe(2);
});

test("pushing writes what was replaced before it, and going back finds that", () => {
  const window = browserAt("/us-china/life");
  const store = addressStore(window.browser, "/");
  store.replace(place("1989-06-14"));
  store.replace(place("1989-06-15"));
  store.push({path: "us-china/life", query: {on: "1989-06-15", measure: "x"}});
  expect(window.entries).toEqual(["/us-china/life?on=1989-06-15", "/us-china/life?on=1989-06-15&measure=x"]);
  window.go(-1);
  expect(store.now()).toEqual(place("1989-06-15"));
  window.go(1);
  expect(store.now().query["measure"]).toBe("x");
});

test("a page that is left has its last value in the address", () => {
  const window = browserAt("/thaw/");
  const store = addressStore(window.browser, "/thaw/");
  store.replace(place("1950-01-01"));
  store.replace(place("1950-01-02"));
  window.fire("pagehide");
  expect(window.entries).toEqual(["/thaw/us-china/life?on=1950-01-02"]);
});

test("the same address again is no step", () => {
  const window = browserAt("/us-china/life?on=1950-01-01");
  const store = addressStore(window.browser, "/");
  store.push(place("1950-01-01"));
  store.replace(place("1950-01-01"));
  expect(window.entries).toHaveLength(1);
  expect(window.writes()).toBe(0);
});

test("an address in another spelling is written as we spell it", () => {
  const window = browserAt("/thaw/us-china/life/?channel=trade%2Carms");
  addressStore(window.browser, "/thaw/");
  expect(window.entries).toEqual(["/thaw/us-china/life?channel=trade,arms"]);
});

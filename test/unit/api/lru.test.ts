import {expect, test} from "vitest";
import {lru} from "../../../src/api/lru.ts";

test("the least recently used goes first, and asking for a value uses it", () => {
  const cache = lru<number>({entries: 2, weight: 10});
  cache.set("a", 1);
  cache.set("b", 2);
  expect(cache.get("a")).toBe(1);
  cache.set("c", 3);
  expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([1, undefined, 3]);
});

test("the weights of what is held never add up to more than is allowed", () => {
  const cache = lru<string>({entries: 100, weight: 10}, ({length}) => length);
  for (const [i, text] of ["aaaa", "bbbb", "cccc", "dd"].entries()) {
    cache.set(String(i), text);
    expect(cache.weight).toBeLessThanOrEqual(10);
  }
  expect([cache.get("0"), cache.get("1"), cache.get("2"), cache.get("3")]).toEqual([undefined, "bbbb", "cccc", "dd"]);
});

test("a value that is too heavy by itself is not held, and takes the place of no other but its own", () => {
  const cache = lru<string>({entries: 10, weight: 5}, ({length}) => length);
  cache.set("a", "aaa");
  cache.set("b", "bbbbbb");
  expect([cache.get("a"), cache.get("b"), cache.weight]).toEqual(["aaa", undefined, 3]);
  cache.set("a", "aaaaaa");
  expect([cache.get("a"), cache.size, cache.weight]).toEqual([undefined, 0, 0]);
});

test("a value set again weighs once", () => {
  const cache = lru<string>({entries: 10, weight: 5}, ({length}) => length);
  for (let i = 0; i < 5; i++) cache.set("a", "aaa");
  expect([cache.size, cache.weight]).toEqual([1, 3]);
});

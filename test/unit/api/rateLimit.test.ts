import fc from "fast-check";
import {expect, test} from "vitest";
import {bucketOf, tokenBuckets} from "../../../src/api/rateLimit.ts";

test("an address has its burst, and from then on what fills", () => {
  const {take} = tokenBuckets({burst: 3, perSecond: 2});
  expect([0, 0, 0].map((now) => take("a", 1, now).kind)).toEqual(["taken", "taken", "taken"]);
  expect(take("a", 1, 0)).toEqual({kind: "refused", retryAfter: 1});
  expect(take("a", 1, 499).kind).toBe("refused");
  expect(take("a", 1, 500).kind).toBe("taken");
  expect(take("a", 3, 500)).toEqual({kind: "refused", retryAfter: 2});
});

test("a bucket that has been left alone is full, and not fuller", () => {
  const {take} = tokenBuckets({burst: 3, perSecond: 2});
  expect(take("a", 1, 0)).toEqual({kind: "taken", left: 2});
  expect(take("a", 1, 1e9)).toEqual({kind: "taken", left: 2});
});

test("a cost above the burst takes all of it, so that the question can be asked at all", () => {
  const {take} = tokenBuckets({burst: 3, perSecond: 1});
  expect(take("a", 10, 0)).toEqual({kind: "taken", left: 0});
  expect(take("a", 10, 0)).toEqual({kind: "refused", retryAfter: 3});
});

test("no more addresses are remembered than allowed, the last ones", () => {
  const buckets = tokenBuckets({burst: 1, perSecond: 0.001}, 3);
  for (const address of ["a", "b", "c", "d"]) buckets.take(address, 1, 0);
  expect(buckets.size).toBe(3);
  expect(buckets.take("d", 1, 0).kind).toBe("refused");
  expect(buckets.take("a", 1, 0).kind).toBe("taken");
});

test("over any time an address takes no more than its burst and what filled", () => {
  const steps = fc.array(fc.record({wait: fc.nat({max: 3000}), cost: fc.integer({min: 1, max: 5})}), {maxLength: 200});
  fc.assert(
    fc.property(steps, fc.integer({min: 5, max: 20}), fc.integer({min: 1, max: 10}), (asked, burst, perSecond) => {
      const {take} = tokenBuckets({burst, perSecond});
      let [now, taken] = [0, 0];
      for (const {wait, cost} of asked) {
        now += wait;
        if (take("a", cost, now).kind === "taken") taken += cost;
        expect(taken).toBeLessThanOrEqual(burst + (now / 1000) * perSecond + 1e-6); // sums of fractions of a token
      }
    })
  );
});

test("after the seconds that a refusal names the question is answered", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 20}),
      fc.integer({min: 1, max: 30}),
      fc.integer({min: 1, max: 40}),
      (burst, perSecond, cost) => {
        const {take} = tokenBuckets({burst, perSecond});
        while (take("a", 1, 0).kind === "taken");
        const refused = take("a", cost, 0);
        if (refused.kind !== "refused") throw new Error("an empty bucket gave");
        expect(take("a", cost, 1000 * refused.retryAfter).kind).toBe("taken");
      }
    )
  );
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:0db8:0001:0002::1", "2001:db8:1:2"],
  ["2001:db8::7", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["unknown", "unknown"]
])("%s counts as %s", (address, bucket) => {
  expect(bucketOf(address)).toBe(bucket);
});

import fc from "fast-check";
import {expect, test} from "vitest";
import {addYears, civil, civilDay, type Day, FIRST_DAY, formatDay, LAST_DAY, parseDay} from "../../src/time/day.ts";
import {parseEdtf} from "../../src/time/edtf.ts";
import {before, exactly, onOrBefore, sameDay} from "../../src/time/impreciseDay.ts";

fc.configureGlobal({seed: 1949});

const days = fc.integer({min: FIRST_DAY, max: LAST_DAY}).map((n) => n as Day);
const precisions = [10, 7, 4] as const;

/** Dates of every precision and qualifier, and intervals of two of them. */
const simple = fc
  .tuple(days, fc.constantFrom(...precisions), fc.constantFrom("", "", "~", "?", "%"))
  .map(([day, length, qualifier]) => formatDay(day).slice(0, length) + qualifier);
const interval = fc
  .tuple(days, days, fc.constantFrom(...precisions), fc.constantFrom(...precisions))
  .map(([a, b, m, n]) => {
    const [from, to] = a < b ? [a, b] : [b, a];
    return `${formatDay(from).slice(0, m)}/${formatDay(to).slice(0, n)}`;
  });
const open = simple.chain((text) => fc.constantFrom(`${text}/..`, `../${text}`, `${text}/`, `/${text}`));
const edtf = fc.oneof(simple, interval, open, fc.constant("?"));

test("every month of every year from 1 to 9999 begins and ends on a day that civil and civilDay agree on", () => {
  let last = FIRST_DAY - 1;
  for (let year = 1; year <= 9999; year++) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    for (const [i, length] of [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
      const first = civilDay(year, i + 1, 1);
      const end = civilDay(year, i + 1, length);
      const none = civilDay(year, i + 1, length + 1);
      const back = civil(end!);
      // Plain comparisons: a million expects would take a minute.
      if (
        first !== last + 1 ||
        end !== first + length - 1 ||
        none !== undefined ||
        back.month !== i + 1 ||
        back.day !== length ||
        back.year !== year
      ) {
        expect.fail(`month ${i + 1} of ${year}`);
      }
      last = end!;
    }
  }
  expect(last).toBe(LAST_DAY);
});

test("a day is read back as it is written", () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(parseDay(formatDay(day))).toBe(day);
    })
  );
});

test("n years on is in that year, and on the same date unless that is 29 February", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 719_163 - 1_000_000, max: 1_000_000}),
      fc.integer({min: -500, max: 500}),
      (n, years) => {
        const [from, to] = [civil(n as Day), civil(addYears(n as Day, years))];
        expect(to.year).toBe(from.year + years);
        expect(to.month).toBe(from.month);
        if (to.day !== from.day) expect([from.month, from.day, to.day]).toEqual([2, 29, 28]);
      }
    )
  );
});

test("an EDTF date is kept as written, and its nominal day lies within its bounds", () => {
  fc.assert(
    fc.property(edtf, (text) => {
      const day = parseEdtf(text);
      expect(day.text).toBe(text);
      expect(parseEdtf(day.text)).toEqual(day);
      expect(day.earliest).toBeLessThanOrEqual(day.nominal);
      expect(day.nominal).toBeLessThanOrEqual(day.latest);
      expect(day.earliest).toBeGreaterThanOrEqual(FIRST_DAY);
      expect(day.latest).toBeLessThanOrEqual(LAST_DAY);
    }),
    {numRuns: 500}
  );
});

test("an exact day is its own bounds, and a shorter date holds the longer one", () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(parseEdtf(formatDay(day))).toEqual(exactly(day));
      for (const length of precisions) {
        const {earliest, latest} = parseEdtf(formatDay(day).slice(0, length));
        expect(earliest <= day && day <= latest).toBe(true);
      }
    })
  );
});

test("a qualifier widens both bounds, inside the years 1 to 9999", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...precisions), fc.constantFrom("~", "?", "%"), (day, length, qualifier) => {
      const text = formatDay(day).slice(0, length);
      const [plain, wide] = [parseEdtf(text), parseEdtf(text + qualifier)];
      expect(wide.earliest < plain.earliest || plain.earliest === FIRST_DAY).toBe(true);
      expect(wide.latest > plain.latest || plain.latest === LAST_DAY).toBe(true);
      expect(wide.nominal).toBe(plain.nominal);
    })
  );
});

test("the three answers agree with the days themselves", () => {
  const short = fc.tuple(fc.integer({min: 0, max: 9}), fc.nat(3)).map(([from, width]) => {
    const [a, b] = [from as Day, (from + width) as Day];
    return parseEdtf(`${formatDay(a)}/${formatDay(b)}`);
  });
  const each = ({earliest, latest}: {earliest: number; latest: number}) =>
    Array.from({length: latest - earliest + 1}, (_, i) => earliest + i);
  const answer = (truths: boolean[]) =>
    truths.every(Boolean) ? "certainly" : truths.some(Boolean) ? "possibly" : "no";
  fc.assert(
    fc.property(short, short, fc.integer({min: -1, max: 14}), (a, b, n) => {
      const pairs = each(a).flatMap((x) => each(b).map((y) => [x, y] as const));
      expect(before(a, b)).toBe(answer(pairs.map(([x, y]) => x < y)));
      expect(sameDay(a, b)).toBe(answer(pairs.map(([x, y]) => x === y)));
      expect(onOrBefore(a, n as Day)).toBe(answer(each(a).map((x) => x <= n)));
    })
  );
});

import {expect, test} from "vitest";
import {dateWords, dayWords} from "../../../src/time/dateWords.ts";
import {parseDay} from "../../../src/time/day.ts";
import {parseEdtf} from "../../../src/time/edtf.ts";

test.each([
  ["1989-06-15", "15 June 1989", "15 июня 1989", "1989年6月15日"],
  ["1989-06", "June 1989", "июнь 1989", "1989年6月"],
  ["1985", "1985", "1985", "1985年"],
  ["1989-06~", "about June 1989", "около: июнь 1989", "约1989年6月"],
  ["1950?", "1950 (uncertain)", "1950 (не точно)", "1950年（不确定）"],
  ["?", "an unknown day", "день неизвестен", "日期不详"],
  ["1998-05-21/..", "some day from 21 May 1998 on", "не ранее 21 мая 1998", "不早于1998年5月21日"]
])("%s in words of three languages", (text, english, russian, chinese) => {
  const when = parseEdtf(text);
  expect([dateWords(when, "en"), dateWords(when, "ru"), dateWords(when, "zh")]).toEqual([english, russian, chinese]);
});

test("a day in words is that of its date in every language", () => {
  const day = parseDay("1971-06-10");
  expect([dayWords(day), dayWords(day, "ru"), dayWords(day, "zh")]).toEqual([
    ...["10 June 1971", "10 июня 1971", "1971年6月10日"]
  ]);
});

import {dateWords, dayWords} from "../../time/dateWords.ts";
import type {Day} from "../../time/day.ts";
import type {ImpreciseDay} from "../../time/impreciseDay.ts";
import type {Language} from "./words.ts";

const locales: Readonly<Record<Language, string>> = {en: "en-GB", ru: "ru-RU", zh: "zh-CN"};

/** How a language writes days, numbers and lists. */
export type Format = {
  readonly day: (day: Day) => string;
  readonly shortDay: (day: Day) => string;
  readonly when: (when: ImpreciseDay) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (share: number) => string;
  readonly list: (items: readonly string[]) => string;
};

export function formatIn(language: Language): Format {
  const locale = locales[language];
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, digits = 0) => {
    const format =
      numbers.get(digits) ??
      new Intl.NumberFormat(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits});
    numbers.set(digits, format);
    return format.format(value).replace("-", "\u2212");
  };
  const percent = new Intl.NumberFormat(locale, {style: "percent"});
  const list = new Intl.ListFormat(locale);
  const short = new Intl.DateTimeFormat(locale, {day: "numeric", month: "short", year: "numeric", timeZone: "UTC"});
  return {
    day: (day) => dayWords(day, language),
    shortDay: (day) => short.format(new Date(day * 86_400_000)).replace(/\s?г\.$/, ""),
    when: (when) => dateWords(when, language),
    number,
    percent: (share) => percent.format(share),
    list: (items) => list.format(items)
  };
}

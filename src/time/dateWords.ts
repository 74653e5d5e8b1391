import {type Day, FIRST_DAY, LAST_DAY} from "./day.ts";
import type {ImpreciseDay} from "./impreciseDay.ts";

/** The languages of documents. */
export type Language = "en" | "ru";

/** The languages that dates can be written in. */
export type DateLanguage = Language | "zh";

const locales: Readonly<Record<DateLanguage, string>> = {en: "en-GB", ru: "ru-RU", zh: "zh-CN"};

const words = {
  en: {
    unknown: "an unknown day",
    about: (date: string) => `about ${date}`,
    perhaps: (date: string) => `${date} (uncertain)`,
    between: (from: string, to: string) => `between ${from} and ${to}`,
    from: (date: string) => `some day from ${date} on`,
    until: (date: string) => `some day up to ${date}`
  },
  ru: {
    unknown: "день неизвестен",
    about: (date: string) => `около: ${date}`,
    perhaps: (date: string) => `${date} (не точно)`,
    between: (from: string, to: string) => `между ${from} и ${to}`,
    from: (date: string) => `не ранее ${date}`,
    until: (date: string) => `не позднее ${date}`
  },
  zh: {
    unknown: "日期不详",
    about: (date: string) => `约${date}`,
    perhaps: (date: string) => `${date}（不确定）`,
    between: (from: string, to: string) => `${from}至${to}之间`,
    from: (date: string) => `不早于${date}`,
    until: (date: string) => `不晚于${date}`
  }
} as const;

/** A day as people write it: "10 June 1971". */
export function dayWords(day: Day, language: DateLanguage = "en"): string {
  return format(day, language, {day: "numeric", month: "long", year: "numeric"});
}

/** An imprecise day as people would say it: "about June 1989", "1985", "between … and …", "an unknown day". */
export function dateWords(when: ImpreciseDay, language: DateLanguage = "en"): string {
  const say = words[language];
  const {text} = when;
  if (text.includes("/")) {
    const open = {from: text.startsWith("..") || text.startsWith("/"), to: text.endsWith("..") || text.endsWith("/")};
    if (open.to) return say.from(dayWords(when.nominal, language));
    if (open.from) return say.until(dayWords(when.latest, language));
    return say.between(dayWords(when.earliest, language), dayWords(when.latest, language));
  }
  if (text === "?") return say.unknown;
  const written = text.replace(/[~?%]$/, "");
  const parts = written.split("-").length;
  const shown = format(
    when.nominal,
    language,
    parts === 1
      ? {year: "numeric"}
      : parts === 2
        ? {month: "long", year: "numeric"}
        : {day: "numeric", month: "long", year: "numeric"}
  );
  if (/[~%]$/.test(text)) return say.about(shown);
  return text.endsWith("?") ? say.perhaps(shown) : shown;
}

/** `1989-05-01…1989-07-31`, or one day; a bound that nobody knows is left out. */
export function boundsText({earliest, latest}: ImpreciseDay, show: (day: Day) => string): string {
  if (earliest === latest) return show(earliest);
  return `${earliest === FIRST_DAY ? "" : show(earliest)}…${latest === LAST_DAY ? "" : show(latest)}`;
}

function format(day: Day, language: DateLanguage, options: Intl.DateTimeFormatOptions): string {
  const key = `${language}${Object.keys(options).length}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locales[language], {...options, timeZone: "UTC", calendar: "gregory"});
    formatters.set(key, formatter);
  }
  return formatter.format(new Date(day * 86_400_000)).replace(/\s?г\.$/, "");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

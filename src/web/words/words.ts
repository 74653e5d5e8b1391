/** The languages of the interface. */
export const languages = ["en", "ru", "zh"] as const;
export type Language = (typeof languages)[number];

export const languageNames: Readonly<Record<Language, string>> = {en: "English", ru: "Русский", zh: "中文"};

/** The words of one part of the interface: a table for each language, all with the same keys. */
export type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** Declares the words of a part; the English table says which keys there are. */
export const words = <const English extends Readonly<Record<string, string>>>(tables: {
  readonly en: English;
  readonly ru: Readonly<Record<keyof NoInfer<English> & string, string>>;
  readonly zh: Readonly<Record<keyof NoInfer<English> & string, string>>;
}): Words<keyof English & string> => tables;

export type Values = Readonly<Record<string, string | number>>;

/** A word by its key; `{…}` in it stands for a value, and one without a value is left to be seen. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

export const sayIn =
  <Key extends string>(table: Words<Key>, language: Language): Say<Key> =>
  (key, values = {}) =>
    table[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

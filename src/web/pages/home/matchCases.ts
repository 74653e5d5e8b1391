import type {CatalogueEntry} from "../../data/catalogueEntry.ts";

/** Lower case, without accents and signs: what people type and what is on record meet there. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The cases in whose id or titles every word that was typed begins a word, or stands where words are not parted. */
export function matchCases(cases: readonly CatalogueEntry[], typed: string): CatalogueEntry[] {
  const asked = folded(typed).split(" ");
  return cases.filter(({id, title, names}) => {
    const known = folded([id, ...Object.values(title), ...names].join(" "));
    return asked.every((word) => known.split(" ").some((one) => one.startsWith(word)) || isUnparted(word, known));
  });
}

const isUnparted = (word: string, known: string): boolean => /\p{Script=Han}/u.test(word) && known.includes(word);

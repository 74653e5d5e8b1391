import {type Language, languages} from "../words/words.ts";

const KEY = "thaw-language";

/** The language that a reader chose before, else the first of the browser's that there is; English without either. */
export function ownLanguage(): Language {
  const known = (tag: string | null) => languages.find((one) => tag?.slice(0, 2) === one);
  return known(kept()) ?? navigator.languages.map(known).find((one) => one !== undefined) ?? "en";
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a browser that keeps nothing
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // the address still says it
  }
}

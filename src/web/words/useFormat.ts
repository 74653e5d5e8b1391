import {useLanguage} from "../router/useAddress.ts";
import {type Format, formatIn} from "./format.ts";
import type {Language} from "./words.ts";

const made = new Map<Language, Format>();

export function useFormat(): Format {
  const language = useLanguage();
  const format = made.get(language) ?? formatIn(language);
  made.set(language, format);
  return format;
}

import {useMemo} from "react";
import {useLanguage} from "../router/useAddress.ts";
import {type Say, sayIn, type Words} from "./words.ts";

export function useWords<Key extends string>(table: Words<Key>): Say<Key> {
  const language = useLanguage();
  return useMemo(() => sayIn(table, language), [table, language]);
}

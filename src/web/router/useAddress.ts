import {useCallback, useMemo, useSyncExternalStore} from "react";
import type {ThawError} from "../../errors.ts";
import {type Language, languages} from "../words/words.ts";
import type {Address, Query} from "./address.ts";
import {type Fields, readQuery, writeQuery} from "./query.ts";
import {type Route, routeOf} from "./routes.ts";
import {store} from "./store.ts";

export const useAddress = (): Address => useSyncExternalStore(store.subscribe, store.now);

const pathNow = () => store.now().path;

export function useRoute(): Route {
  const path = useSyncExternalStore(store.subscribe, pathNow);
  return useMemo(() => routeOf(path), [path]);
}

/** The language that a query names; an address without one is English, so that a link shows everyone the same. */
export const languageOf = ({lang}: Query): Language => languages.find((one) => one === lang) ?? "en";

const languageNow = () => languageOf(store.now().query);

export const useLanguage = (): Language => useSyncExternalStore(store.subscribe, languageNow);

/** The part of a query that goes with the reader from page to page. */
export const carried = (language: Language): Query => (language === "en" ? {} : {lang: language});

/** `push` makes a step that the back button undoes; `replace` does not. */
export type Change<State> = (patch: Partial<State>, mode?: "push" | "replace") => void;

/** The state of a view, which lives in the address and nowhere else. `fields` must be the same object from call to call. */
export function useView<State extends object>(
  fields: Fields<State>
): {readonly state: State; readonly problems: readonly ThawError[]; readonly change: Change<State>} {
  const {query} = useAddress();
  const {state, problems} = useMemo(() => readQuery(fields, query), [fields, query]);
  const change = useCallback<Change<State>>(
    (patch, mode = "replace") => {
      const now = store.now();
      const next = {...readQuery(fields, now.query).state, ...patch};
      store[mode]({path: now.path, query: {...writeQuery(fields, next), ...carried(languageNow())}});
    },
    [fields]
  );
  return {state, problems, change};
}

import {useSyncExternalStore} from "react";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const KEY = "thaw-theme";
const listeners = new Set<() => void>();

const themeNow = (): Theme => themes.find((one) => one === document.documentElement.dataset["theme"]) ?? "system";

/** Sets the theme and keeps it for the next visit; public/early.js reads it before anything is drawn. */
export function setTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // a browser that keeps nothing has the theme for this visit
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, themeNow);

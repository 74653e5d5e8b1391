import {type Address, formatAddress, parseAddress, sameAddress} from "./address.ts";

/** What the store needs of a browser's window. */
export type Browser = {
  readonly location: {readonly pathname: string; readonly search: string};
  readonly history: {
    pushState(data: null, unused: "", url: string): void;
    replaceState(data: null, unused: "", url: string): void;
  };
  addEventListener(name: "popstate" | "pagehide", listener: () => void): void;
  setTimeout(work: () => void, ms: number): number;
  clearTimeout(timer: number): void;
};

/**
 * The address of the view: readers see a new one at once, the browser a moment later. Replacing is thinned out to one
 * write in WRITE_EVERY ms, because browsers refuse a page that writes more often; the last one is always written. An
 * address that came in another spelling, as with the slash that static servers add, is written as we spell it.
 */
export type AddressStore = {
  readonly root: string;
  now(): Address;
  subscribe(listener: () => void): () => void;
  push(next: Address): void;
  replace(next: Address): void;
};

export const WRITE_EVERY = 180; // ms; Safari allows 100 writes in 30 s

export function addressStore(browser: Browser, root: string): AddressStore {
  let now = parseAddress(browser.location, root);
  let timer: number | null = null;
  let unwritten = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const stop = () => {
    if (timer !== null) browser.clearTimeout(timer);
    timer = null;
  };
  const write = () => {
    if (unwritten) browser.history.replaceState(null, "", formatAddress(now, root));
    unwritten = false;
  };
  const tick = () => {
    timer = null;
    if (!unwritten) return;
    write();
    timer = browser.setTimeout(tick, WRITE_EVERY);
  };
  const {pathname, search} = browser.location;
  unwritten = `${pathname}${search}` !== formatAddress(now, root);
  write();
  browser.addEventListener("pagehide", write);
  browser.addEventListener("popstate", () => {
    stop();
    unwritten = false;
    now = parseAddress(browser.location, root);
    tell();
  });
  return {
    root,
    now: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push(next) {
      if (sameAddress(next, now)) return;
      stop();
      write();
      now = next;
      browser.history.pushState(null, "", formatAddress(now, root));
      tell();
    },
    replace(next) {
      if (sameAddress(next, now)) return;
      now = next;
      unwritten = true;
      if (timer === null) tick();
      tell();
    }
  };
}

import {lru} from "./lru.ts";

/** The value of a key: what is kept, what somebody is making already, or what `make` makes. */
export type Keeper<T> = (key: string, make: () => Promise<T>) => Promise<T>;

/** Keeps what was asked for last, within bounds; what is asked for twice at once is made once. A failure is not kept. */
export function keeper<T>(
  most: {readonly entries: number; readonly weight: number},
  weigh: (value: T) => number
): Keeper<T> {
  const kept = lru<T>(most, weigh);
  const underway = new Map<string, Promise<T>>();
  return async (key, make) => {
    const held = kept.get(key) ?? underway.get(key);
    if (held !== undefined) return held;
    const making = make();
    underway.set(key, making);
    try {
      const made = await making;
      kept.set(key, made);
      return made;
    } finally {
      underway.delete(key);
    }
  };
}

/** Values by key, the least recently used thrown out first. */
export type Lru<T> = {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  readonly size: number;
  /** Sum of the weights of what is held. */
  readonly weight: number;
};

/**
 * A cache that holds at most `entries` values whose weights add up to at most `weight`. A value heavier than that by
 * itself is not kept.
 */
export function lru<T>(
  most: {readonly entries: number; readonly weight: number},
  weigh: (value: T) => number = () => 1
): Lru<T> {
  const held = new Map<string, {readonly value: T; readonly weight: number}>();
  let total = 0;
  const drop = (key: string) => {
    total -= held.get(key)?.weight ?? 0;
    held.delete(key);
  };
  return {
    get(key) {
      const found = held.get(key);
      if (found === undefined) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.value;
    },
    set(key, value) {
      drop(key);
      const weight = weigh(value);
      if (weight > most.weight) return;
      held.set(key, {value, weight});
      total += weight;
      for (const oldest of held.keys()) {
        if (held.size <= most.entries && total <= most.weight) break;
        drop(oldest);
      }
    },
    get size() {
      return held.size;
    },
    get weight() {
      return total;
    }
  };
}

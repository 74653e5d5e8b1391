/** How fast one address may ask: `burst` at once, and `perSecond` from then on. */
export type RateLimit = {readonly burst: number; readonly perSecond: number};

/** Enough for a page that asks a hundred things at once, and for a program that asks all day. */
export const DEFAULT_RATE: RateLimit = {burst: 300, perSecond: 50};

/** What a study costs; every other question costs one. */
export const HEAVY = 10;

export type Taken =
  | {readonly kind: "taken"; readonly left: number}
  /** Seconds until there is enough, a whole number from 1. */
  | {readonly kind: "refused"; readonly retryAfter: number};

/** Addresses that are remembered; the one that asked longest ago is forgotten first, and then starts full. */
const ADDRESSES = 10_000;

/**
 * A token bucket for each address. A bucket holds `burst` tokens and fills at `perSecond`; a question takes `cost` of them
 * or is refused, and a refused one takes none. A cost above `burst` counts as `burst`.
 *
 * @param now milliseconds that never fall
 */
export function tokenBuckets({burst, perSecond}: RateLimit, most = ADDRESSES) {
  const buckets = new Map<string, {tokens: number; at: number}>();
  return {
    take(address: string, cost: number, now: number): Taken {
      const held = buckets.get(address) ?? {tokens: burst, at: now};
      const tokens = Math.min(burst, held.tokens + ((now - held.at) / 1000) * perSecond);
      const needed = Math.min(cost, burst);
      const enough = tokens >= needed;
      buckets.delete(address);
      buckets.set(address, {tokens: enough ? tokens - needed : tokens, at: now});
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
      if (enough) return {kind: "taken", left: Math.floor(tokens - needed)};
      return {kind: "refused", retryAfter: Math.max(1, Math.ceil((needed - tokens) / perSecond))};
    },
    get size() {
      return buckets.size;
    }
  };
}

/** What counts as one address: an IPv4 address, also inside IPv6; of IPv6 the network of 64 bits that one line is given. */
export function bucketOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped !== null) return mapped[1]!;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.replace(/%.*$/, "").split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const [first, last] = [groups(head), groups(tail ?? "")];
  const zeros = tail === undefined ? [] : Array.from({length: Math.max(0, 8 - first.length - last.length)}, () => "0");
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

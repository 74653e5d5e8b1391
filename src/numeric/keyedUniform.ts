import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";

/**
 * A uniform number in [0, 1) that depends on seed, draw and key alone: neither on the order of the draws nor on the
 * machine that makes them, so any worker can make draw k, and quantities with one key move together.
 *
 * @param seed, draw whole numbers; their low 32 bits count
 * @see FNV-1a (Fowler, Noll & Vo) for the key, the finaliser of MurmurHash3 (Appleby) to mix, xoroshiro128+ for the number
 */
export function keyedUniform(seed: number, draw: number, key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return uniformFloat64(xoroshiro128plus(mix(mix(mix(hash) ^ draw) ^ seed)));
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

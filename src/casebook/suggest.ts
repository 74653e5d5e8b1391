import {distance} from "fastest-levenshtein";

/**
 * The nearest of some words, capitals apart, when it is near enough to be what was meant, or the only one that begins
 * with the word. In a short code each letter tells two things apart, so a word of two letters is near nothing but
 * itself and one of five allows one slip.
 */
export function suggest(word: string, words: readonly string[]): string | undefined {
  const {length} = word;
  const typed = word.toLowerCase();
  const allowed = length <= 2 ? 0 : length <= 5 ? 1 : Math.max(2, Math.floor(length / 3));
  let nearest: {readonly like: string; readonly slips: number} | undefined;
  for (const like of words) {
    if (Math.abs(like.length - length) > allowed) continue;
    const slips = slipsBetween(typed, like.toLowerCase());
    if (slips <= allowed && slips < (nearest?.slips ?? Number.POSITIVE_INFINITY)) nearest = {like, slips};
  }
  if (nearest !== undefined || length <= 2) return nearest?.like;
  const longer = words.filter((like) => like.toLowerCase().startsWith(typed));
  return longer.length === 1 ? longer[0] : undefined;
}

/** Letters to change, put in or take out; two letters that changed places are one slip. */
function slipsBetween(a: string, b: string): number {
  const slips = distance(a, b);
  return slips === 2 && [...a].sort().join() === [...b].sort().join() ? 1 : slips;
}

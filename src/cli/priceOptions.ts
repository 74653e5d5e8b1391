/** Questions that `thaw price` answers beside what stands and the steps of a scenario. */
export const priceModes = ["ladder", "coalition", "game", "frontier"] as const;
export type PriceMode = (typeof priceModes)[number];

/** An option as people type it: `--cut-off` for `cutOff`. */
export const flagOf = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

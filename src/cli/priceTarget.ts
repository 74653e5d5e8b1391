/** Where the files of a question go, when nobody names a folder. */
export const priceFolder = (id: string, name: string): string => `thaw-price-${id}-${name}`;

/** The first file that is written: where it is there, the others are. */
export const FIRST_FILE = "bars.svg";

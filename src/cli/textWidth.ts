import {createRequire} from "node:module";

const require = createRequire(import.meta.url);

/** Printable letters, marks and signs of Latin, Greek and Cyrillic, dashes, arrows and boxes: a column each. */
const PLAIN =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2500-\u259f]*$/;

/** Columns of a terminal that a text takes. string-width costs a tenth of the start-up, so it waits for a text that needs it. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  const {default: stringWidth} = require("string-width") as typeof import("string-width");
  return stringWidth(text);
}

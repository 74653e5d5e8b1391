import {MOST_ADDRESS, MOST_BODY} from "./limits.ts";
import {LIMIT} from "./parameters.ts";
import {DEFAULT_RATE, HEAVY} from "./rateLimit.ts";

/** What holds of every route, as paragraphs for a reader. */
export const conventions: readonly {readonly title: string; readonly text: string}[] = [
  {
    title: "Answers",
    text: "JSON with asOf (the day that the answer is about), totals (each with the rule that counted it), note (what to know of days outside the record's coverage), and the case with version, SHA-256 checksum and coverage: ask again with the same values and the answer is the same. A figure that is not defined is null. A parameter that a route does not know is refused, and so is one that is written twice."
  },
  {
    title: "Lists",
    text: `Pages of ${LIMIT.usual} rows, or of limit, at most ${LIMIT.most}. page.next is the cursor of the next page, null on the last; it holds for one question and one version of the case. With Accept: application/x-ndjson a list comes as one row a line, all of it unless limit says less.`
  },
  {
    title: "Caching",
    text: "Every answer has a strong ETag, made from the program, the checksum of the case and the question. With If-None-Match the server says 304 when nothing has changed, without working the answer out."
  },
  {
    title: "Limits",
    text: `Unless the server was told otherwise, one address has ${DEFAULT_RATE.burst} tokens, which fill at ${DEFAULT_RATE.perSecond} a second; a question takes one, a study (how-long, price, brief, exports) ${HEAVY}. An IPv6 network of 64 bits counts as one address. Without enough tokens the answer is 429 with Retry-After. An address has at most ${MOST_ADDRESS} characters, a body at most ${MOST_BODY} bytes, and nobody reads it.`
  },
  {
    title: "Access",
    text: "Everybody may read, and there is nothing to write. No cookie is set and none is read. Pages of other sites may not read the answers unless the server was told to allow them."
  },
  {
    title: "Versions",
    text: "The number in the path changes when a program that reads the answers has to. New fields and new parameters may come without that; codes of problems stay."
  }
];

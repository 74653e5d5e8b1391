import {createHash} from "node:crypto";
import {incorrect} from "../errors.ts";

/**
 * An opaque cursor: where the next page begins, in which list. It holds for one question to one version of a case, because
 * in another list the same place is another row.
 */
export const cursorOf = (at: number, list: string): string => Buffer.from(`${at}.${mark(list)}`).toString("base64url");

/** Where a page begins; the start without a cursor. @throws incorrect `api/invalid-cursor` */
export function startOf(cursor: string | undefined, list: string, total: number): number {
  if (cursor === undefined) return 0;
  const match = /^[\w-]{1,64}$/.test(cursor)
    ? /^(\d{1,9})\.([0-9a-f]{12})$/.exec(Buffer.from(cursor, "base64url").toString("latin1"))
    : null;
  const at = Number(match?.[1]);
  if (match === null || match[2] !== mark(list) || !(at > 0 && at < total)) {
    throw incorrect(
      "api/invalid-cursor",
      "invalid cursor: it is not of this list; start again without it, as a cursor holds for one question and one version of the case"
    );
  }
  return at;
}

const mark = (list: string): string => createHash("sha256").update(list).digest("hex").slice(0, 12);

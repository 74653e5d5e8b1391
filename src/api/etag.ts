import {createHash} from "node:crypto";
import type {Encoding} from "./encoding.ts";

/** A strong entity tag: the same parts give the same bytes, so what is named alike need not be sent again. */
export const etagOf = (...parts: readonly string[]): string =>
  `"${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 32)}"`;

/** The tag of the same answer in an encoding: other bytes have another tag. */
export const etagIn = (etag: string, encoding: Encoding): string =>
  encoding === "identity" ? etag : `${etag.slice(0, -1)}.${encoding}"`;

/**
 * The tag that If-None-Match and the answer share, in whatever encoding the client has it, or null. A weak tag of the same
 * text counts, as RFC 9110 has it.
 */
export function freshTag(ifNoneMatch: string | undefined, etag: string): string | null {
  if (ifNoneMatch === undefined) return null;
  if (ifNoneMatch.trim() === "*") return etag;
  const own = [etag, etagIn(etag, "br"), etagIn(etag, "gzip")];
  return (
    ifNoneMatch
      .split(",")
      .map((one) => one.trim().replace(/^W\//, ""))
      .find((one) => own.includes(one)) ?? null
  );
}

import {createHash} from "node:crypto";
import type {MiddlewareHandler} from "hono";
import {secureHeaders} from "hono/secure-headers";

const CLOSED = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];

/** Nothing may be loaded, framed or run: the policy of an answer that is data. */
export const DATA_POLICY = CLOSED.join("; ");

/** The policy of a page that brings its style sheets inside and loads and runs nothing. */
export const pagePolicy = (
  styles: readonly string[],
  {hasStyleAttributes = false}: {readonly hasStyleAttributes?: boolean} = {}
): string =>
  [
    ...CLOSED,
    `style-src ${styles.map(hashOf).join(" ")}`,
    ...(hasStyleAttributes ? ["style-src-attr 'unsafe-inline'"] : [])
  ].join("; ");

/** A text that stands in a page, as a policy names it. */
export const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * Headers that every answer has. A route that answers a page sets its own content security policy; every other gets the one
 * of data. There is no HSTS, because the server itself speaks plain HTTP; what stands before it knows whether it may promise TLS.
 */
export const policy = (): readonly MiddlewareHandler[] => [
  secureHeaders({strictTransportSecurity: false, xFrameOptions: "DENY", referrerPolicy: "no-referrer"}),
  async (context, next) => {
    await next();
    const {headers} = context.res;
    if (!headers.has("content-security-policy")) headers.set("content-security-policy", DATA_POLICY);
  }
];

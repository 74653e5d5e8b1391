import type {MiddlewareHandler} from "hono";
import {incorrect} from "../errors.ts";
import {shown} from "./parameters.ts";
import {protocolProblem} from "./problem.ts";

/** Characters of an address, and bytes of a body that nobody reads. */
export const MOST_ADDRESS = 2000;
export const MOST_BODY = 1024;

/** Turns away what no route has a use for, before anything else is done with it: it costs no more than its header. */
export const limits =
  (methods: readonly string[]): MiddlewareHandler =>
  async ({req}, next) => {
    const {length} = req.url;
    if (length > MOST_ADDRESS) {
      throw protocolProblem(
        "addressTooLong",
        `address too long: ${length} characters; write at most ${MOST_ADDRESS}`,
        CLOSE
      );
    }
    const body = Number(req.header("content-length") ?? 0);
    if (!(body >= 0 && body <= MOST_BODY) || req.header("transfer-encoding") !== undefined) {
      const size = Number.isFinite(body) && body > 0 ? `${body} bytes` : "of unknown length";
      throw protocolProblem("tooLarge", `body too large: ${size}; send none, as every route reads`, CLOSE);
    }
    if (!methods.includes(req.method)) {
      const allow = methods.join(", ");
      throw protocolProblem("methodNotAllowed", `method ${req.method} is not allowed; write GET`, {...CLOSE, allow});
    }
    if (!URL.canParse(req.url)) {
      throw incorrect(
        "api/invalid-address",
        `invalid host: ${shown(req.header("host") ?? "")}; write the server's name`
      );
    }
    await next();
  };

const CLOSE = {connection: "close"};

/** Refuses a name of the server that is not its own, so that another site's name cannot be pointed at this machine. */
export const hostCheck =
  (hosts: readonly string[]): MiddlewareHandler =>
  async ({req}, next) => {
    const {hostname} = new URL(req.url);
    if (!hosts.includes(hostname)) {
      throw protocolProblem("misdirected", `this server is not ${hostname}; it answers to ${hosts.join(", ")}`);
    }
    await next();
  };

import type {MiddlewareHandler} from "hono";

/**
 * The one place where it is decided who may ask for what. Every route but the health check comes through here, before
 * anything is read or counted. All of them read, and everybody may read; a token and its role are looked at here as soon as
 * there is something to write.
 */
export const access: MiddlewareHandler = async (_context, next) => next();

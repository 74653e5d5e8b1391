import {type Context, Hono} from "hono";
import {cors} from "hono/cors";
import {ThawError} from "../errors.ts";
import {access} from "./access.ts";
import {BASE} from "./base.ts";
import {documentRoutes} from "./documentRoutes.ts";
import type {Effects, Rendered} from "./effects.ts";
import {handlerOf, wantsLines} from "./handler.ts";
import {keeper} from "./keeper.ts";
import {hostCheck, limits} from "./limits.ts";
import {shown} from "./parameters.ts";
import {policy} from "./policy.ts";
import {isFault, problemResponse, protocolProblem} from "./problem.ts";
import {bucketOf, DEFAULT_RATE, HEAVY, type RateLimit, tokenBuckets} from "./rateLimit.ts";
import {routes} from "./routes.ts";
import type {Site} from "./site.ts";
import {siteRoutes} from "./siteRoutes.ts";
import {studio} from "./studio.ts";

export type Options = {
  /** Null where nobody is held back. */
  readonly rateLimit: RateLimit | null;
  /** Other sites whose pages may read the answers. */
  readonly origins: readonly string[];
  /** Names that the server answers to; null for any. */
  readonly hosts: readonly string[] | null;
  /** The web application, where it has been built. */
  readonly site: Site | null;
};

const USUAL: Options = {rateLimit: DEFAULT_RATE, origins: [], hosts: null, site: null};

/** Answers that are kept as bytes: how many, and how many bytes. */
const KEPT = {entries: 2000, weight: 64 * 1024 * 1024} as const;

/** The API as a function from request to answer. Nothing listens; `serve` puts it on a port. */
export function app(effects: Effects, options: Partial<Options> = {}): Hono {
  const {rateLimit, origins, hosts, site} = {...USUAL, ...options};
  const held = studio(effects);
  const keep = keeper<Rendered>(KEPT, ({bytes}) => bytes.length);
  const limited = rateLimit === null ? () => {} : limiter(rateLimit, effects);
  const web = new Hono();
  web.use(...policy());
  web.use(limits(["GET", "HEAD", ...(origins.length > 0 ? ["OPTIONS"] : [])]));
  if (hosts !== null) web.use(hostCheck(hosts));
  if (origins.length > 0) web.use(`${BASE}/*`, crossOrigin(origins));
  web.get("/health", (context) => {
    context.header("cache-control", "no-store");
    return context.json({status: "ok", version: effects.version, build: effects.build, cases: effects.cases});
  });
  web.use(access);
  for (const route of routes) {
    const handle = handlerOf(route, held, keep);
    web.get(`${BASE}${honoPath(route.path)}`, (context) => {
      limited(context, route.isHeavy ? HEAVY : 1);
      return handle(context, wantsLines(context, route));
    });
  }
  documentRoutes(web, effects);
  if (site !== null) siteRoutes(web, site, keep);
  web.notFound(({req}) => {
    const message = `no route ${shown(req.path)}; ${BASE}/docs lists them`;
    return problemResponse(new ThawError("notFound", "api/no-route", message));
  });
  web.onError((error) => {
    if (isFault(error)) effects.note(error.stack ?? String(error));
    return problemResponse(error);
  });
  return web;
}

/** A path as Hono writes it. The name of a file may have slashes in it. */
const honoPath = (path: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => (name === "file" ? ":file{.+}" : `:${name}`));

const crossOrigin = (origins: readonly string[]) =>
  cors({
    origin: (origin) => (origins.includes(origin) ? origin : null),
    allowMethods: ["GET", "HEAD"],
    exposeHeaders: ["ETag", "Retry-After"]
  });

function limiter(limit: RateLimit, {clock}: Effects) {
  const buckets = tokenBuckets(limit);
  return (context: Context, cost: number): void => {
    const taken = buckets.take(bucketOf(addressOf(context)), cost, clock());
    if (taken.kind === "taken") return;
    const {retryAfter} = taken;
    const headers = {"retry-after": String(retryAfter)};
    throw protocolProblem("tooManyRequests", `too many requests; come back in ${retryAfter} s`, headers);
  };
}

/** The address at the other end of the connection; a name that a client gives itself in a header is not believed. */
const addressOf = ({env}: Context): string =>
  (env as {incoming?: {socket?: {remoteAddress?: string}}} | undefined)?.incoming?.socket?.remoteAddress ?? "unknown";

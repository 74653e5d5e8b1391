import {HTTPException} from "hono/http-exception";
import {httpStatuses, type Kind, ThawError} from "../errors.ts";
import {BASE} from "./base.ts";

/** What is wrong with one parameter. */
export type ParameterError = {readonly parameter: string; readonly message: string};

/** An RFC 9457 problem. `code` is for programs and never renamed; `detail` is for people. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly ParameterError[];
};

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

/** Kinds of problem that the protocol has beside those of `ThawError`. */
const protocolStatuses = {
  methodNotAllowed: 405,
  tooLarge: 413,
  addressTooLong: 414,
  misdirected: 421,
  tooManyRequests: 429,
  busy: 503
} as const;

export type ProblemKind = Kind | keyof typeof protocolStatuses;

/** Every kind with its status and what it means, in the order of the statuses. */
export const problemKinds: readonly {readonly kind: ProblemKind; readonly status: number; readonly title: string}[] = (
  [
    ["incorrect", "the request is wrong; detail says what would be right"],
    ["notFound", "the thing named does not exist"],
    ["methodNotAllowed", "only GET and HEAD are answered"],
    ["conflict", "it contradicts what is there"],
    ["tooLarge", "the request has a body that is too large"],
    ["addressTooLong", "the address is too long"],
    ["misdirected", "the request names a host that this server is not"],
    ["noConvergence", "an iteration stopped before its residual was small"],
    ["tooManyRequests", "too many requests from one address; Retry-After says when to come back"],
    ["fault", "a fault in Thaw"],
    ["unsupported", "understood, and not offered"],
    ["busy", "too many studies are waiting; Retry-After says when to come back"]
  ] as const
).map(([kind, title]) => ({kind, title, status: {...httpStatuses, ...protocolStatuses}[kind]}));

/** A problem of the protocol, to be thrown; headers such as Retry-After go with the answer. */
export function protocolProblem(
  kind: keyof typeof protocolStatuses,
  detail: string,
  headers: Readonly<Record<string, string>> = {}
): HTTPException {
  const {body, init} = problemParts(problem(kind, `api/${kebab(kind)}`, detail), headers);
  return new HTTPException(protocolStatuses[kind], {message: detail, res: new Response(body, init)});
}

/** What is answered for whatever a handler threw; what is not the caller's to mend says nothing of the inside. */
export function problemResponse(error: unknown): Response {
  if (error instanceof HTTPException) return error.getResponse();
  const {body, init} = problemParts(problemOf(error));
  return new Response(body, init);
}

/** Is the error ours, so that the one who runs the server must hear of it? */
export const isFault = (error: unknown): boolean =>
  !(error instanceof HTTPException) && (!(error instanceof ThawError) || error.kind === "fault");

function problemOf(error: unknown): Problem {
  if (isFault(error)) return problem("fault", "api/fault", "this is a fault in thaw; the server's log says more");
  const {kind, code, message, details} = error as ThawError;
  const errors = details["errors"] as readonly ParameterError[] | undefined;
  return {...problem(kind, code, message), ...(errors && {errors})};
}

function problem(kind: ProblemKind, code: string, detail: string): Problem {
  const {status, title} = problemKinds.find((one) => one.kind === kind)!;
  return {type: `${BASE}/docs#problem-${kebab(kind)}`, title, status, detail, code};
}

function problemParts(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
  return {
    body: `${JSON.stringify(problem)}\n`,
    init: {
      status: problem.status,
      headers: {"content-type": PROBLEM_MEDIA_TYPE, "cache-control": "no-store", ...headers}
    }
  };
}

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

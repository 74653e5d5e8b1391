/**
 * The one error class. `kind` decides the exit code and the HTTP status:
 *
 * | kind          | exit | HTTP | meaning                                             |
 * |---------------|------|------|-----------------------------------------------------|
 * | incorrect     | 2    | 400  | the input is wrong; the message says what is right   |
 * | notFound      | 3    | 404  | the thing named does not exist                       |
 * | conflict      | 4    | 409  | it would overwrite or contradict what is there       |
 * | unsupported   | 5    | 501  | understood, and not offered                          |
 * | noConvergence | 6    | 422  | an iteration stopped before its residual was small   |
 * | fault         | 1    | 500  | our mistake; the only kind that may show a stack     |
 */
export type Kind = "incorrect" | "notFound" | "conflict" | "unsupported" | "noConvergence" | "fault";

export const exitCodes: Readonly<Record<Kind, number>> = {
  fault: 1,
  incorrect: 2,
  notFound: 3,
  conflict: 4,
  unsupported: 5,
  noConvergence: 6
};

export const httpStatuses: Readonly<Record<Kind, 400 | 404 | 409 | 422 | 500 | 501>> = {
  incorrect: 400,
  notFound: 404,
  conflict: 409,
  noConvergence: 422,
  fault: 500,
  unsupported: 501
};

/** `code` is "room/problem" and is never renamed. `message` is `<problem> <thing>: <value>; <what would be right>`. */
export class ThawError extends Error {
  readonly kind: Kind;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(
    kind: Kind,
    code: string,
    message: string,
    {details = {}, ...options}: ErrorOptions & {details?: Readonly<Record<string, unknown>>} = {}
  ) {
    super(message, options);
    this.name = "ThawError";
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

export const incorrect = (code: string, message: string, details?: Record<string, unknown>): ThawError =>
  new ThawError("incorrect", code, message, details ? {details} : {});

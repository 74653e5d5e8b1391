import type {z} from "zod";
import type {OpenRecord} from "../answers/record.ts";
import type {Day} from "../time/day.ts";
import type {Studio} from "./studio.ts";

/** A number that people quote, with the rule that counted it. */
export type Total = {readonly name: string; readonly value: number; readonly rule: string};

/** What every answer says of itself beside its record. */
export type Facts = {
  /** The day that the answer is about; null where it is about none. */
  readonly asOf: Day | null;
  readonly totals: readonly Total[];
  /** What a reader has to know of days outside the record's coverage. */
  readonly note?: string | null;
};

/** What a route answers, before it is written as bytes. `more` and `body` stand beside the facts. */
export type Answer<Item = object, Body = object> =
  | {readonly kind: "list"; readonly facts: Facts; readonly items: readonly Item[]; readonly more: Body}
  | {readonly kind: "one"; readonly facts: Facts; readonly body: Body}
  | FileAnswer;

export type FileAnswer = {
  readonly kind: "file";
  readonly media: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  /** What to call it when it is kept; null for a page that is read where it is. */
  readonly name: string | null;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Given<Q, Record = OpenRecord> = {
  /** The record of the case in the path. */
  readonly record: Record;
  /** The names in the path, decoded. */
  readonly path: Readonly<{[name: string]: string}>;
  readonly query: Q;
};

/** A name in a path. */
export type PathName = {readonly about: string; readonly example: string};

type Common = {
  /** Also the operation's id in the document. */
  readonly name: string;
  /** From /api/v1 on, as OpenAPI writes it: `/cases/{case}/measures`. */
  readonly path: string;
  readonly summary: string;
  readonly about: string;
  /** The names in the path beside `case`. */
  readonly names?: Readonly<Record<string, PathName>>;
  /** Queries that work, without the question mark. */
  readonly examples: readonly string[];
  /** Media types beside JSON, with what they hold. */
  readonly files?: Readonly<Record<string, string>>;
  /** Does it take longer than a server may stand still? Then it runs on another thread. */
  readonly isHeavy?: true;
};

/** One question over HTTP, with its types erased. */
export type Route = Common & {
  readonly query: z.ZodObject;
  /** Of a list's item, or of what stands beside the facts; null where every answer is a file. */
  readonly item: z.ZodType | null;
  readonly body: z.ZodObject;
  /** In what order a list comes; null where the answer is no list. */
  readonly order: string | null;
  /** What the answer rests on beside the record: the checksum of a baseline. */
  readonly restsOn: (given: Given<never, OpenRecord | null>, studio: Studio) => string;
  readonly run: (given: Given<never, OpenRecord | null>, studio: Studio) => Answer | Promise<Answer>;
};

/** Values as they may not be changed. */
export type Read<T> = T extends readonly (infer E)[]
  ? readonly Read<E>[]
  : T extends object
    ? {readonly [K in keyof T]: Read<T[K]>}
    : T;

type Spec<Q extends z.ZodObject, B extends z.ZodObject> = Common & {
  readonly query: Q;
  readonly body: B;
  readonly restsOn?: (given: Given<z.output<Q>>, studio: Studio) => string;
};

type ListSpec<Q extends z.ZodObject, I extends z.ZodType, B extends z.ZodObject> = Spec<Q, B> & {
  readonly item: I;
  readonly order: string;
  readonly run: (
    given: Given<z.output<Q>>,
    studio: Studio
  ) => Promised<Extract<Answer<Read<z.output<I>>, Read<z.output<B>>>, {kind: "list" | "file"}>>;
};

type OneSpec<Q extends z.ZodObject, B extends z.ZodObject> = Spec<Q, B> & {
  readonly run: (
    given: Given<z.output<Q>>,
    studio: Studio
  ) => Promised<Extract<Answer<never, Read<z.output<B>>>, {kind: "one" | "file"}>>;
};

type Promised<T> = T | Promise<T>;

/** A route that answers a list, in pages or as NDJSON; its answers are checked against its schemas by the compiler. */
export const listRoute = <Q extends z.ZodObject, I extends z.ZodType, B extends z.ZodObject>(
  spec: ListSpec<Q, I, B>
): Route => ({restsOn: nothing, ...(spec as object as Omit<Route, "restsOn">)});

/** A route that answers one thing. */
export const oneRoute = <Q extends z.ZodObject, B extends z.ZodObject>(spec: OneSpec<Q, B>): Route => ({
  restsOn: nothing,
  item: null,
  order: null,
  ...(spec as object as Omit<Route, "restsOn" | "item" | "order">)
});

const nothing = () => "";

import {app, type Options} from "../../src/api/app.ts";
import type {Effects} from "../../src/api/effects.ts";
import {nodeEffects} from "../../src/api/node.ts";
import {livesOf} from "../../src/casebook/livesOf.ts";
import {openCase, packageRoot} from "../../src/casebook/node.ts";

const one = openCase("us-china", packageRoot);

/** The bundled case, as a study gets it. */
export const record = {one, lives: livesOf(one)};

const world = nodeEffects(null, packageRoot);

/** What the server would have printed. */
export type Heard = string[];

/** The API over the bundled cases, without a limit unless one is given. */
export function api(options: Partial<Options> = {}, effects: Partial<Effects> = {}, heard: Heard = []) {
  const note = (text: string) => heard.push(text);
  return app({...world, build: "test", note, elsewhere: null, ...effects}, {rateLimit: null, ...options});
}

export const CASE = "/api/v1/cases/us-china";

/** An answer in JSON; fails unless it is one. */
export async function json<T = Record<string, unknown>>(web: ReturnType<typeof api>, path: string): Promise<T> {
  const response = await web.request(path);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

/** A problem, by what it says. */
export type Said = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly {readonly parameter: string; readonly message: string}[];
};

export async function problem(web: ReturnType<typeof api>, path: string, init?: RequestInit): Promise<Said> {
  const response = await web.request(path, init);
  if (response.headers.get("content-type") !== "application/problem+json")
    throw new Error(`${path}: ${response.status} is no problem`);
  return (await response.json()) as Said;
}

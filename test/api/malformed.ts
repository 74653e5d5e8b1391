import {routes} from "../../src/api/routes.ts";
import {random} from "../../src/numeric/random.ts";

const odd = [
  "",
  " ",
  "%",
  "%zz",
  "%00",
  "%2e%2e%2f",
  "..",
  "__proto__",
  "constructor",
  "toString",
  "0x10",
  "-1",
  "1e309",
  "NaN",
  "null",
  "true",
  "9999-99-99",
  "0000-00-00",
  "1989-06-15T00:00:00Z",
  "%F0%9F%92%A9",
  "%ff%fe",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "';drop table measures;--",
  "[]",
  "{}",
  "a".repeat(300)
];

const headers = ["if-none-match", "accept", "accept-encoding", "range", "origin", "x-forwarded-for", "cookie"];
const methods = ["GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "PROPFIND", "OPTIONS"];

export type Malformed = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Requests, each with at least one thing wrong: its method, a name in its path, a parameter, a value or its size. Seeded. */
export function* malformed(n: number, seed: number): Generator<Malformed> {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const chance = (p: number) => next() < p;
  for (let i = 0; i < n; i++) {
    const {path, query} = pick(routes);
    const known = Object.keys(query.shape);
    const pathWrong = chance(0.35);
    const named = path
      .replace("{case}", pathWrong ? pick(odd) || "x" : "us-china")
      .replace(/\{\w+\}/g, () => pick(odd) || "x");
    const pairs = [
      `${pick(odd) || "y"}=${pick(odd)}`, // no route knows such a parameter
      ...(known.length > 0 && chance(0.6) ? [`${pick(known)}=${pick(odd)}`] : []),
      ...(known.length > 0 && chance(0.2) ? [`${pick(known)}=1&${pick(known)}=2`] : [])
    ];
    const padding = chance(0.03) ? `&${"z".repeat(Math.floor(next() * 8000))}` : "";
    yield {
      method: pick(methods),
      path: `/api/v1${named}?${pairs.join("&")}${padding}`,
      headers: chance(0.3)
        ? {
            [pick(headers)]: pick(odd)
              .replace(/[^\x20-\x7e]/g, "?")
              .trim()
          }
        : {}
    };
  }
}

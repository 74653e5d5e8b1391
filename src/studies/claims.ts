import type {Case} from "../casebook/case.ts";
import type {Claim, Verdict} from "../casebook/claim.ts";
import {compareIds} from "../sanctions/compareIds.ts";
import type {Life} from "../sanctions/life.ts";
import {runTest, type TestResult} from "./claimTest.ts";
import {type Ground, groundOf} from "./ground.ts";

export type ClaimResult = {
  readonly claim: Claim;
  /** The verdict of the query; null for a claim that was judged by hand. */
  readonly computed: Verdict | null;
  /** Empty for a claim that was judged by hand. */
  readonly tests: readonly TestResult[];
  /** Tests on what the recorded evidence states; they do not decide the verdict. */
  readonly quoted: readonly TestResult[];
  /** False when the computed verdict is another than the recorded one, or the evidence states what no longer holds. */
  readonly agrees: boolean;
  /** Ids of the events, measures and figures that the numbers were made from, certain and possible, without repeats. */
  readonly evidence: readonly string[];
};

/**
 * Runs the claims of a case over its record and its trade series, in the order of the case.
 * @param lives the lives of the case's measures, in any order
 * @throws incorrect `studies/unknown-name`, `studies/missing-data`, `studies/unit-mismatch`, `studies/day-and-number`;
 *   the message names the claim and the test
 */
export function runClaims(one: Case, lives: readonly Life[]): ClaimResult[] {
  const sorted = lives.toSorted((a, b) => compareIds(a.measure, b.measure));
  const ground = groundOf(one, sorted);
  return one.claims.map((claim) => runClaim(claim, ground));
}

function runClaim(claim: Claim, ground: Ground): ClaimResult {
  const {method} = claim;
  const run = (list: Claim["quoted"] = []) =>
    list.map((test) => runTest(test, {...ground, at: `${claim.id}, test "${test.name}"`}));
  const tests = method.kind === "query" ? run(method.tests) : [];
  const quoted = run(claim.quoted);
  const computed = method.kind === "hand" ? null : tests.every(({holds}) => holds) ? method.holds : method.fails;
  const values = [...tests, ...quoted].flatMap(({value}) => value ?? []);
  return {
    claim,
    computed,
    tests,
    quoted,
    agrees: (computed === null || computed === claim.verdict) && quoted.every(({holds}) => holds),
    evidence: [...new Set(values.flatMap(({counted, possible}) => [...counted, ...possible]))]
  };
}

export type ClaimCount = {
  readonly verdict: Verdict;
  readonly query: number;
  readonly hand: number;
};

/** How many claims stand at each recorded verdict, by how they were decided. */
export function countClaims(results: readonly ClaimResult[]): ClaimCount[] {
  const verdicts: Verdict[] = ["supported", "imprecise", "contradicted", "not checkable"];
  return verdicts.map((verdict) => {
    const own = results.filter(({claim}) => claim.verdict === verdict);
    const query = own.filter(({computed}) => computed !== null).length;
    return {verdict, query, hand: own.length - query};
  });
}

import {claimAnswer} from "../../answers/claim.ts";
import {incorrect} from "../../errors.ts";
import {type ClaimResult, countClaims, runClaims} from "../../studies/claims.ts";
import type {TestResult} from "../../studies/claimTest.ts";
import {valueWords} from "../../studies/quantityWords.ts";
import {type CommandSpec, caseArgument, json, jsonOption} from "../command.ts";
import type {Effects} from "../effects.ts";
import {notFound, openRecord, provenance} from "../openRecord.ts";
import {aside, count, heading, paragraph} from "../style.ts";

export const claimsCommand: CommandSpec = {
  name: "claims",
  summary: "test an article's claims against the record, and list what was judged by hand",
  about:
    "Runs every claim that data can decide as a query over the record and the trade series, and prints verdict, numbers and evidence; then lists the rest with who judged and why. Ends with an error when a recorded verdict no longer follows from the data.",
  args: [caseArgument, {name: "[claim]", about: "only this claim, with every event that counted"}],
  options: [jsonOption],
  examples: ["thaw claims us-china", "thaw claims us-china claim-35"],
  run({args: [name = "", id], options}, effects) {
    const record = openRecord(name, effects);
    const {claims} = record.one;
    const ids = claims.map((claim) => claim.id);
    if (id !== undefined && !ids.includes(id)) {
      throw notFound("cli/no-claim", `no claim ${id} in ${name}`, id, ids, `thaw claims ${name} lists them`);
    }
    const results = runClaims(record.one, record.lives).filter(({claim}) => id === undefined || claim.id === id);
    if (options["json"] === true) effects.out(json({...provenance(record), claims: results.map(claimAnswer)}));
    else if (results.length === 0) effects.out(`${name} has no claims on record`);
    else print(results, id !== undefined, effects);
    const broken = results.filter(({agrees}) => !agrees).map(({claim}) => claim.id);
    if (broken.length > 0) {
      throw incorrect(
        "studies/verdict-not-supported",
        `${count(broken.length, "recorded verdict")} not supported by the data: ${broken.join(", ")}; correct the verdict or the record`
      );
    }
  }
};

function print(results: readonly ClaimResult[], full: boolean, effects: Effects): void {
  const byQuery = results.filter(({computed}) => computed !== null);
  const byHand = results.filter(({computed}) => computed === null);
  const head = (how: string, some: readonly ClaimResult[]) => {
    if (full || some.length === 0) return;
    effects.out(heading(`${how}: ${some.length} of ${results.length} claims`, effects));
    effects.out("");
  };
  head("Decided by query", byQuery);
  for (const result of byQuery) printQuery(result, full, effects);
  head("Judged by hand", byHand);
  for (const result of byHand) printHand(result, full, effects);
  if (full) return;
  const verdicts = countClaims(results)
    .filter(({query, hand}) => query + hand > 0)
    .map(({verdict, query, hand}) => `${query + hand} ${verdict}`)
    .join(", ");
  const line = `${count(results.length, "claim")}: ${byQuery.length} by query, ${byHand.length} by hand; ${verdicts}.`;
  effects.out(heading(line, effects));
}

function printHead({claim}: ClaimResult, effects: Effects): void {
  const limits = claim.limits === undefined ? "" : ` (${claim.limits})`;
  effects.out(heading(`${claim.id}: ${claim.verdict.toUpperCase()}${limits}`, effects));
  effects.out(paragraph(`“${claim.quote}”`, effects.width, "  "));
}

function printQuery(result: ClaimResult, full: boolean, effects: Effects): void {
  const {claim, computed, tests, quoted, agrees, evidence} = result;
  printHead(result, effects);
  if (!agrees) {
    effects.out(
      paragraph(`The data say ${computed}; the record says ${claim.verdict}.`, effects.width, "    ", "  ! ")
    );
  }
  effects.out(paragraph(claim.evidence, effects.width, "  "));
  for (const test of [...tests, ...quoted]) printTest(test, effects);
  if (full) effects.out(paragraph(`Rests on: ${evidence.join(", ") || "nothing"}`, effects.width, "  "));
  effects.out("");
}

function printTest({name, rule, value, expected, answer, holds}: TestResult, effects: Effects): void {
  const mark = holds ? "holds" : answer === "possibly" ? "only possibly holds" : "does not hold";
  effects.out(paragraph(`${name}: ${valueWords(value)}, expected ${expected}: ${mark}`, effects.width, "    ", "  - "));
  effects.out(aside(`rule: ${rule}`, effects, "    "));
}

function printHand(result: ClaimResult, full: boolean, effects: Effects): void {
  const {claim} = result;
  printHead(result, effects);
  effects.out(paragraph(claim.evidence, effects.width, "  "));
  if (claim.method.kind === "hand") {
    effects.out(aside(`by ${claim.method.by}: ${claim.method.why}`, effects, "  "));
  }
  if (full && claim.measures.length > 0) {
    effects.out(paragraph(`Measures: ${claim.measures.join(", ")}`, effects.width, "  "));
  }
  effects.out("");
}

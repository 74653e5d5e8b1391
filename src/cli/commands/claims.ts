import {incorrect} from "../../errors.ts";
import {type ClaimResult, runClaims} from "../../studies/claims.ts";
import {valueWords} from "../../studies/quantityWords.ts";
import {type CommandSpec, jsonOption} from "../command.ts";
import type {Effects} from "../effects.ts";
import {openRecord, provenance} from "../openRecord.ts";
import {bold, dim, paragraph} from "../style.ts";

export const claimsCommand: CommandSpec = {
  name: "claims",
  summary: "test an article's claims against the record, and list what was judged by hand",
  about:
    "Runs every claim that data can decide as a query over the record and the trade series, and prints verdict, numbers and evidence; then lists the rest with who judged and why. Ends with an error when a recorded verdict no longer follows from the data.",
  args: [
    {name: "<case>", about: "a bundled case, or a folder with a case.yaml"},
    {name: "[claim]", about: "only this claim, with every event that counted"}
  ],
  options: [jsonOption],
  examples: ["thaw claims us-china", "thaw claims us-china claim-35"],
  run({args: [name = "", id], options}, effects) {
    const record = openRecord(name, effects);
    const results = runClaims(record.one, record.lives).filter(({claim}) => id === undefined || claim.id === id);
    if (id !== undefined && results.length === 0) {
      throw incorrect("cli/no-claim", `no claim ${id} in ${name}; thaw claims ${name} lists them`);
    }
    if (options["json"] === true) effects.out(JSON.stringify({...provenance(record), claims: results}, null, 2));
    else print(results, id !== undefined, effects);
    const broken = results.filter(({agrees}) => !agrees);
    if (broken.length > 0) {
      throw incorrect(
        "claims/verdict-not-supported",
        `${broken.length} recorded verdicts no longer follow from the data: ${broken.map(({claim}) => claim.id).join(", ")}; correct the verdict or the record`
      );
    }
  }
};

function print(results: readonly ClaimResult[], full: boolean, effects: Effects): void {
  const run = results.filter(({computed}) => computed !== null);
  const byHand = results.filter(({computed}) => computed === null);
  if (run.length > 0) effects.out(bold(`Decided by query: ${run.length} of ${results.length} claims`, effects));
  for (const result of run) printQuery(result, full, effects);
  if (byHand.length > 0) {
    effects.out("");
    effects.out(bold(`Judged by hand: ${byHand.length} of ${results.length} claims`, effects));
  }
  for (const {claim} of byHand) {
    effects.out("");
    effects.out(paragraph(`${claim.id}  ${verdict(claim)}: “${claim.quote}”`, effects.width));
    if (claim.method.kind === "hand")
      effects.out(paragraph(`by ${claim.method.by}, because ${claim.method.why}`, effects.width, "    "));
    if (full) effects.out(paragraph(claim.evidence, effects.width, "    "));
  }
  effects.out("");
  const counts = new Map<string, number>();
  for (const {claim} of results) counts.set(claim.verdict, (counts.get(claim.verdict) ?? 0) + 1);
  const line = [...counts].map(([word, n]) => `${n} ${word}`).join(", ");
  effects.out(dim(`${run.length} by query, ${byHand.length} by hand; ${line}.`, effects));
}

function printQuery(
  {claim, computed, tests, quoted, agrees, evidence}: ClaimResult,
  full: boolean,
  effects: Effects
): void {
  effects.out("");
  effects.out(paragraph(`${claim.id}  ${verdict(claim)}: “${claim.quote}”`, effects.width));
  if (!agrees)
    effects.out(paragraph(`The data say ${computed}; the record says ${claim.verdict}.`, effects.width, "  ! "));
  for (const test of [...tests, ...quoted]) {
    const value = test.value === null ? "nothing on record" : valueWords(test.value);
    const mark = test.holds ? "holds" : test.answer === "possibly" ? "only possibly holds" : "does not hold";
    effects.out(
      paragraph(`${test.name}: ${value}, expected ${test.expected}: ${mark} (${test.rule})`, effects.width, "    ")
    );
  }
  effects.out(paragraph(claim.evidence, effects.width, "    "));
  if (full) effects.out(paragraph(`rests on: ${evidence.join(", ") || "nothing"}`, effects.width, "    "));
}

const verdict = ({verdict: word, limits}: ClaimResult["claim"]) => word.toUpperCase() + (limits ? ` (${limits})` : "");

import {livesOf} from "../../casebook/livesOf.ts";
import {type ClaimResult, countClaims, runClaims} from "../../studies/claims.ts";
import type {TestResult} from "../../studies/claimTest.ts";
import type {Value} from "../../studies/value.ts";
import {type Day, formatDay} from "../../time/day.ts";
import type {Context} from "../context.ts";
import type {Section, Text} from "../document.ts";

/** Claims are about the whole record, so they are run over it whatever the day of the brief. Nothing without claims. */
export function claimsSection(context: Context): Section[] {
  const {one, say, number} = context;
  if (one.claims.length === 0) return [];
  const results = runClaims(one, livesOf(one));
  const counts = countClaims(results);
  const sum = (pick: "query" | "hand") => number(counts.reduce((total, count) => total + count[pick], 0));
  const verdicts = counts
    .map(({verdict, query, hand}) => `${say(`verdict.${verdict}`)}: ${number(query + hand)}`)
    .join(" · ");
  return [
    {
      id: "claims",
      title: say("claims.title"),
      blocks: [
        {
          kind: "paragraph",
          text: [
            say("claims.intro", {n: number(results.length), query: sum("query"), hand: sum("hand")}),
            ` ${verdicts}.`
          ]
        },
        {
          kind: "table",
          id: "claims-table",
          caption: say("claims.table"),
          columns: [{label: say("claim")}, {label: say("verdict")}, {label: say("decided")}, {label: say("evidence")}],
          rows: results.map((result) => rowOf(result, context))
        }
      ]
    }
  ];
}

function rowOf({claim, computed, tests, agrees}: ClaimResult, context: Context): Text[] {
  const {say, worded} = context;
  const {method} = claim;
  return [
    [worded.paraphrase(claim), {minor: claim.id}],
    [
      {strong: say(`verdict.${claim.verdict}`)},
      ...(claim.limits === undefined ? [] : [{minor: claim.limits}]),
      ...(agrees ? [] : [{minor: `${say("claims.broken")} (${computed ?? ""})`}])
    ],
    method.kind === "query" ? [say("claims.query")] : [say("claims.hand"), {minor: method.by}],
    [worded.evidence(claim), {cite: claim.sources}, ...tests.map((test) => ({minor: foundText(test, context)}))]
  ];
}

/** What a test found. The names of tests are English, so they stand in an English brief only. */
function foundText({name, value}: TestResult, context: Context): string {
  const {say, language} = context;
  return `${language === "en" ? name : say("claims.found")}: ${valueText(value, context)}`;
}

function valueText(value: Value | null, {say, number}: Context): string {
  if (value === null) return say("unit.nothing");
  const {unit, low, high} = value;
  const show = (one: number) => (unit === "day" ? formatDay(one as Day) : number(one, Number.isInteger(one) ? 0 : 2));
  const range = low === high ? show(low) : `${show(low)}–${show(high)}`;
  return unit === "million USD" ? `${range} ${say("unit.million USD")}` : range;
}

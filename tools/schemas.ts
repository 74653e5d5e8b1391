import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {
  caseSchema,
  findingsSchema,
  partiesSchema,
  sourcesSchema,
  tradeSchema,
  wordingSchema
} from "../src/casebook/caseSchema.ts";
import {claimsSchema} from "../src/casebook/claimSchema.ts";
import {measureSchema} from "../src/casebook/measureSchema.ts";
import {reachSchema} from "../src/casebook/reachSchema.ts";
import {scenarioSchema} from "../src/casebook/scenarioSchema.ts";

/** The JSON Schemas that an editor reads to complete and check the YAML of a case or a scenario: one for each kind of file. */
export const schemas: Readonly<Record<string, z.ZodType>> = {
  case: caseSchema,
  claims: claimsSchema,
  findings: findingsSchema,
  measure: measureSchema,
  parties: partiesSchema,
  reach: reachSchema,
  scenario: scenarioSchema,
  sources: sourcesSchema,
  trade: tradeSchema,
  wording: wordingSchema
};

export const schemaText = (name: string): string =>
  `${JSON.stringify({title: `Thaw ${name}`, ...z.toJSONSchema(schemas[name]!, {io: "input"})}, null, 2)}\n`;

if (import.meta.main) {
  const folder = join(import.meta.dirname, "..", "schemas");
  mkdirSync(folder, {recursive: true});
  for (const name of Object.keys(schemas)) writeFileSync(join(folder, `${name}.schema.json`), schemaText(name));
}

import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** The files of a baseline of two countries and one sector that reads and balances. */
export const ownBaseline = (a: string, b: string): Readonly<Record<string, string>> => ({
  "baseline.yaml": `name: two-2020
year: 2020
source: made up
licence: CC0
how: By hand.
countries: [${a}, ${b}]
sectors:
  - id: goods
    tradeElasticity: {value: 4, source: made up}
`,
  "flows.csv": `origin,destination,sector,value,tariff
${a},${a},goods,1000,0
${b},${a},goods,300,0
${a},${b},goods,200,0.1
${b},${b},goods,4000,0
`,
  "value-added.csv": `country,sector,value\n${a},goods,1170\n${b},goods,4300\n`,
  "final-demand.csv": `country,sector,value\n${a},goods,1270\n${b},goods,4220\n`,
  "intermediate.csv": `country,input,user,value\n${a},goods,goods,30\n${b},goods,goods,0\n`
});

export function writeFolder(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

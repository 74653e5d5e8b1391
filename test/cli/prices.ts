import {z} from "zod";

const figure = z.number().nullable(); // null where it is not defined
const change = {
  change: figure,
  millionUsd: figure,
  band: z.strictObject({low: figure, median: figure, high: figure, draws: z.number().nonnegative()}).nullable()
};
const traced = z.strictObject({
  ...{of: z.string(), title: z.string(), rule: z.string(), origin: z.string(), destination: z.string()},
  kind: z.enum(["closed", "cost", "tariff", "exportTax", "transfer"]),
  sector: z.string(),
  size: z.number()
});
const world = {
  ...{id: z.string(), title: z.string()},
  measures: z.array(z.string()),
  trace: z.array(traced).optional()
};

/** What `thaw price --json` prints, whatever is asked. */
export const prices = z.strictObject({
  ...{case: z.string().optional(), version: z.string().optional(), checksum: z.string().optional()},
  coverage: z.strictObject({from: z.iso.date(), to: z.iso.date()}).optional(),
  day: z.iso.date().nullable(),
  baseline: z.strictObject({
    ...{name: z.string(), year: z.int(), source: z.string(), licence: z.string(), how: z.string()},
    checksum: z.string().regex(/^[0-9a-f]{64}$/)
  }),
  elasticities: z.string(),
  closure: z.strictObject({kind: z.string()}),
  ruleTable: z.string(),
  seed: z.int(),
  draws: z.strictObject({
    ...{asked: z.int(), made: z.int()},
    failed: z.array(z.strictObject({draw: z.int(), step: z.string(), message: z.string()}))
  }),
  notes: z.array(z.string().min(5)),
  reference: z.strictObject(world),
  readings: z.array(
    z.strictObject({
      measure: z.string(),
      rule: z.string().nullable(),
      outcome: z.enum(["priced", "unknown", "outside", "idle"]),
      reason: z.string().min(5).optional(),
      left: z.array(z.string())
    })
  ),
  steps: z
    .array(
      z.strictObject({
        ...world,
        none: z.string().nullable(),
        groups: z.array(z.strictObject({id: z.string(), title: z.string(), ...change})).min(3),
        countries: z.array(
          z.strictObject({
            ...{country: z.string(), ...change},
            ...{realWageHat: figure, exportsHat: figure, importsHat: figure},
            firstOrder: z.strictObject({termsOfTrade: figure, volumeOfTrade: figure})
          })
        )
      })
    )
    .min(1)
});
export type Price = z.infer<typeof prices>;

/** The table that follows a line beginning so, with a cell in every column: its header and its rows. */
export function tableOf(text: string, before: string): {readonly head: string[]; readonly rows: string[][]} {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line.startsWith(before));
  const rule = lines.findIndex((line, at) => at > from && line.startsWith("─"));
  if (from < 0 || rule < 0) throw new Error(`no table after ${before}`);
  const cells = (line: string): string[] => line.trim().split(/ {2,}/);
  const head = cells(lines[rule - 1]!);
  const after = lines.slice(rule + 1).map(cells);
  return {
    head,
    rows: after.slice(
      0,
      after.findIndex(({length}) => length !== head.length)
    )
  };
}

/** Does a printed figure tell the value, rounded to the digits that it has? A minus is U+2212. */
export function isRounded(printed: string, value: number): boolean {
  const digits = printed.split(".")[1]?.length ?? 0;
  const rounded = Math.abs(value).toFixed(digits);
  const sign = Number(rounded) === 0 ? "" : value < 0 ? "−" : "+";
  return printed === `${sign}${rounded}`;
}

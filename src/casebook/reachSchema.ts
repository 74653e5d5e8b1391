import {z} from "zod";
import {parseDay} from "../time/day.ts";
import {day, type IssueParams} from "./daySchema.ts";
import {type Figure, type Reach, type ReachLevel, reachSectors, reachSizes} from "./reach.ts";

const text = z.string().trim().min(1, "write some text");
const measure = text.describe("Id of a measure");

/** A number, or one with a band, in [from, to]. @param what names it in a message */
const figure = (what: string, from: number, to = Infinity) =>
  z
    .union([z.number(), z.tuple([z.number(), z.number(), z.number()])], "write a number, or [low, likely, high]")
    .superRefine((value, context) => {
      const list = typeof value === "number" ? [value] : value;
      const params: IssueParams = {code: "casebook/reach-figure"};
      const range = to === Infinity ? `at least ${from}` : `in [${from}, ${to}]`;
      const outside = list.find((one) => !(one >= from && one <= to));
      if (outside !== undefined)
        context.addIssue({code: "custom", message: `invalid ${what}: ${outside}; it is ${range}`, params});
      else if (list.some((one, i) => i > 0 && one < list[i - 1]!))
        context.addIssue({
          code: "custom",
          message: `invalid ${what}: [${list.join(", ")}]; write [low, likely, high] in this order`,
          params
        });
    })
    .describe(`A number, or [low, likely, high]; ${range(from, to)}`);

const range = (from: number, to: number): string => (to === Infinity ? `at least ${from}` : `from ${from} to ${to}`);

const share = figure("share", 0, 1);

const basis = {
  basis: text.describe("Where the figures are from and how they were made"),
  sources: z
    .array(z.strictObject({source: text.describe("Key of sources.yaml"), at: z.exactOptional(text)}))
    .default([]),
  verification: z.enum(["verified", "partly", "recalled"])
};

const level = z
  .strictObject({
    from: day("from").describe("First day on which this holds, until the next level"),
    tariff: z.exactOptional(figure("tariff", 0).describe("Points added to the tariff: 0.25 is 25 points")),
    closed: z.exactOptional(share.describe("Share of what is covered that may not be traded")),
    cost: z.exactOptional(figure("cost", 0).describe("Real cost of trading what is covered, ad valorem")),
    full: z.exactOptional(figure("full", 0).describe("The size without the relief that runs")),
    part: z.exactOptional(share.describe("Share of what is covered that is still reached"))
  })
  .superRefine(checkLevel);

const trade = z.strictObject({
  measure,
  flow: z.enum(["imports", "exports", "both"]).describe("As the senders see it"),
  covers: z
    .strictObject({
      shares: z.exactOptional(
        z
          .strictObject(Object.fromEntries(reachSectors.map((sector) => [sector, z.exactOptional(share)])))
          .describe("Share of the flow of each sector that is covered")
      ),
      million: z.exactOptional(figure("million", 0).describe("Goods covered, million current USD")),
      year: z.exactOptional(z.int().describe("Year of the trade in which the goods were counted"))
    })
    .superRefine(checkCovers),
  levels: z.array(level).min(1, "write at least one level").superRefine(checkOrder),
  ...basis
});

const assets = z.strictObject({
  measure,
  flow: z.literal("assets"),
  million: figure("million", 0).describe("What is frozen, million current USD"),
  ...basis
});

const unknown = z.strictObject({
  measure,
  flow: z.literal("unknown"),
  why: text.describe("Why nobody can say how much trade it reaches")
});

export const reachSchema = z.array(z.discriminatedUnion("flow", [trade, assets, unknown]));

export type ReachFile = z.infer<typeof reachSchema>;

/** What `reach.yaml` says, with its days and figures read. */
export const toReaches = (file: ReachFile): Reach[] =>
  file.map((entry): Reach => {
    switch (entry.flow) {
      case "unknown":
        return entry;
      case "assets":
        return {...entry, million: toFigure(entry.million)};
      default: {
        const {covers, levels, ...rest} = entry;
        const {shares = {}, million, year} = covers;
        const amount = million === undefined || year === undefined ? null : {million: toFigure(million), year};
        const read = Object.entries(shares).map(([sector, value]) => [sector, toFigure(value)]);
        return {...rest, covers: {shares: Object.fromEntries(read), amount}, levels: levels.map(toLevel)};
      }
    }
  });

function toFigure(value: number | [number, number, number]): Figure {
  if (typeof value === "number") return {kind: "exact", value};
  const [low, likely, high] = value;
  return {kind: "triangular", low, likely, high};
}

function toLevel(entry: z.infer<typeof level>): ReachLevel {
  const kind = reachSizes.find((one) => entry[one] !== undefined);
  return {
    from: parseDay(entry.from),
    size: kind === undefined ? null : {kind, value: toFigure(entry[kind]!)},
    full: entry.full === undefined ? null : toFigure(entry.full),
    part: entry.part === undefined ? null : toFigure(entry.part)
  };
}

function checkLevel(level: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  const sizes = reachSizes.filter((one) => level[one] !== undefined);
  const params: IssueParams = {code: "casebook/reach-size"};
  if (sizes.length > 1) {
    const message = `two sizes of one level: ${sizes.join(", ")}; keep one`;
    context.addIssue({code: "custom", path: [sizes[1]!], message, params});
  } else if (level["full"] !== undefined && sizes.length === 0) {
    const message = `full without a size; write one of ${reachSizes.join(", ")} beside it`;
    context.addIssue({code: "custom", path: ["full"], message, params});
  }
}

function checkCovers(
  {shares, million, year}: {shares?: unknown; million?: unknown; year?: unknown},
  context: z.RefinementCtx
): void {
  const params: IssueParams = {code: "casebook/reach-covers"};
  if (shares === undefined && million === undefined) {
    const message = "nothing covered; write shares by sector, or million and year";
    context.addIssue({code: "custom", message, params});
  } else if ((million === undefined) !== (year === undefined)) {
    const message = "million and year go together; write both or neither";
    context.addIssue({code: "custom", path: [million === undefined ? "year" : "million"], message, params});
  }
}

function checkOrder(levels: readonly {readonly from: string}[], context: z.RefinementCtx): void {
  for (const [i, {from}] of levels.entries()) {
    const last = levels[i - 1];
    if (last === undefined || from > last.from) continue;
    const params: IssueParams = {code: "casebook/reach-order"};
    const message = `level of ${from} does not come after ${last.from}; list levels oldest first`;
    context.addIssue({code: "custom", path: [i, "from"], message, params});
  }
}

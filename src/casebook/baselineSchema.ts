import {z} from "zod";

const text = z.string().trim().min(1);
const id = z.string().regex(/^[A-Za-z0-9][\w-]*$/, "write letters, digits, - and _");

/** `baseline.yaml` of an own baseline; the figures stand in the CSV files beside it. */
export const baselineSchema = z.strictObject({
  name: id,
  year: z.int(),
  source: text,
  licence: text,
  how: text.describe("how the figures were made or aggregated"),
  countries: z.array(id).min(2),
  sectors: z
    .array(
      z.strictObject({
        id,
        tradeElasticity: z
          .strictObject({
            value: z
              .number()
              .refine((value) => value > 0, "write θ above 0 (σ − 1), the fall of trade in % where costs rise by 1 %"),
            source: text
          })
          .optional()
      })
    )
    .min(1),
  tolerance: z
    .number()
    .refine((value) => value >= 0 && value <= 0.05, "write a share from 0 to 0.05")
    .optional()
    .describe("how far the two sides of a balance may be apart, as a share of the larger; 0.005 where absent")
});

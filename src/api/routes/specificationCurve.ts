import {z} from "zod";
import {ThawError} from "../../errors.ts";
import {factors} from "../../studies/covariates.ts";
import {endings} from "../../studies/ended.ts";
import {specificationCurve as curveOf} from "../../studies/specificationCurve.ts";
import {spellsOf} from "../../studies/spells.ts";
import {requireWindow} from "../days.ts";
import {choice, day, name, paging} from "../parameters.ts";
import {listRoute} from "../route.ts";
import {figure, interval} from "../shapes.ts";
import {requireKnown} from "../studio.ts";
import {origins} from "./howLong.ts";

/** Does a finding survive the coding rule? */
export const specificationCurve = listRoute({
  name: "specificationCurve",
  path: "/cases/{case}/how-long/specifications",
  summary: "one contrast under every definition",
  about:
    "A Cox regression of ending on one level of a factor against the rest, under every combination of what counts as ended, unit, origin, bound of the dates and baseline hazard.",
  query: z.object({
    by: choice(factors, "the factor"),
    level: name("the level against the rest; the one with the most spells when left out", "order").optional(),
    from: day("first day of observation").optional(),
    until: day("last day of observation").optional(),
    ...paging
  }),
  examples: ["by=ender", "by=channel&level=trade"],
  isHeavy: true,
  order: "by hazard ratio; what has no estimate comes last",
  item: z
    .object({
      ended: z.enum(endings),
      unit: z.enum(["measure", "package"]),
      origin: z.enum(origins),
      dates: z.enum(["low", "high"]),
      strata: z.enum(["none", "era"]),
      n: z.int(),
      events: z.int(),
      ratio: figure,
      interval,
      p: figure,
      note: z.string()
    })
    .meta({id: "Specification"}),
  body: z.object({contrast: z.object({factor: z.enum(factors), level: z.string()})}),
  run({record: {one, lives}, query: {by, level: asked, from, until}}) {
    requireWindow(one, from, until);
    const window = {...(from !== undefined && {from}), ...(until !== undefined && {until})};
    const {spells, options} = spellsOf(one, lives, {ended: "first-easing", ...window});
    const levels = [...Map.groupBy(spells, ({factors: own}) => own[by])]
      .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
      .map(([level]) => level);
    if (asked !== undefined) requireKnown("level", asked, levels);
    const level = asked ?? levels[0];
    if (level === undefined)
      throw new ThawError("notFound", "api/no-spells", "no spells; write an earlier from or a later until");
    const results = curveOf(one, lives, {factor: by, level}, window);
    const estimated = results.filter(({ratio}) => !Number.isNaN(ratio));
    return {
      kind: "list",
      facts: {
        asOf: options.until,
        totals: [
          {name: "specifications", value: results.length, rule: "every combination of definitions"},
          {name: "estimated", value: estimated.length, rule: "those of them with an estimate"},
          {
            name: "above 1",
            value: estimated.filter(({ratio}) => ratio > 1).length,
            rule: `estimates under which ${by} ${level} ends sooner than the rest`
          },
          {
            name: "clear of 1",
            value: estimated.filter(({interval: [low, high]}) => low > 1 || high < 1).length,
            rule: "estimates whose 95 % interval leaves out 1"
          }
        ]
      },
      items: results,
      more: {contrast: {factor: by, level}}
    };
  }
});

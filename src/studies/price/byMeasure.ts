import type {Line} from "./line.ts";
import type {Step} from "./pricer.ts";

/** What stands, measure by measure: everything lifted, and each measure alone, by id. */
export function byMeasure(held: readonly Line[]): Step[] {
  const alone = held.toSorted((a, b) => (a.of < b.of ? -1 : 1));
  return [
    {id: "lift-all", title: "Lift everything that has a price", lines: []},
    ...alone.map((line): Step => {
      return {id: `lift-${line.of}`, title: `Lift ${line.title}`, lines: held.filter((other) => other !== line)};
    })
  ];
}

import {standaloneSvg} from "../brief/standaloneSvg.ts";
import {pairChart} from "../charts/pairChart.ts";
import {priceBarsChart} from "../charts/priceBarsChart.ts";
import {priceTables} from "../exports/tables/priceTables.ts";
import type {WhatItCosts} from "../studies/whatItCosts.ts";
import type {Effects} from "./effects.ts";
import type {Asked} from "./priceAsked.ts";
import {FIRST_FILE, priceFolder} from "./priceTarget.ts";
import {citation, csvFiles, type File, writeFiles} from "./studyFiles.ts";
import type {Target} from "./target.ts";

/** Writes the charts, the costs by group and by country, the trace and, for a case, its citation. */
export async function writePrice(
  {id, record, scenario, baseline}: Asked,
  study: WhatItCosts,
  name: string,
  target: Target,
  effects: Effects
): Promise<void> {
  const {name: baselineName, year} = baseline.economy;
  const groups = study.groups.map(({id}) => id);
  const [sender, against] = [scenario.senders[0]!.id, scenario.targets[0]!.id];
  const files: File[] = [
    [FIRST_FILE, standaloneSvg(priceBarsChart({study, groups, baseline: {name: baselineName, year}}))],
    ["pair.svg", standaloneSvg(pairChart({study, sender, target: against}))],
    ...csvFiles(priceTables(study)),
    ...(record === null ? [] : [await citation(record.one)])
  ];
  await writeFiles(priceFolder(id, name), files, target, effects);
}

import {operative} from "../sanctions/event.ts";
import {formatDay, parseDay} from "../time/day.ts";
import type {CaseParts, Names} from "./caseParts.ts";
import {checkName} from "./checkName.ts";
import type {Problem} from "./problem.ts";
import type {ReachFile} from "./reachSchema.ts";
import type {YamlFile} from "./yamlFile.ts";

/** What measures reach against the rest of the case: names, entries that stand twice, days before the measure. */
export function checkReaches(parts: CaseParts, names: Names): Problem[] {
  const {reaches} = parts;
  if (reaches === null) return [];
  const seen = new Set<string>();
  return reaches.value.flatMap((entry, i) => {
    const problems = checkName(reaches, [i, "measure"], "measure", entry.measure, names);
    const key = `${entry.measure}\0${entry.flow}`;
    if (seen.has(key)) {
      const message = `${entry.flow} of ${entry.measure} stand twice; keep one of the two`;
      problems.push(reaches.problem([i, "measure"], "casebook/duplicate-id", message));
    }
    seen.add(key);
    return [...problems, ...checkBasis(reaches, entry, i, names), ...checkDays(reaches, entry, i, parts)];
  });
}

type Entry = ReachFile[number];

function checkBasis(yaml: YamlFile<ReachFile>, entry: Entry, i: number, names: Names): Problem[] {
  if (entry.flow === "unknown") return [];
  const {measure, sources, verification} = entry;
  const problems = sources.flatMap(({source}, k) =>
    checkName(yaml, [i, "sources", k, "source"], "source", source, names)
  );
  if (verification === "verified" && sources.length === 0) {
    const message = `reach of ${measure} is verified by no source; cite one, or write recalled`;
    problems.push(yaml.problem([i, "verification"], "casebook/verified-without-source", message));
  }
  return problems;
}

/** A level from before the first day of the measure is a slip of the pen. */
function checkDays(yaml: YamlFile<ReachFile>, entry: Entry, i: number, {measures, broken}: CaseParts): Problem[] {
  const found = measures.find(({measure}) => measure.id === entry.measure);
  if (!("levels" in entry) || found === undefined || broken.has(found.yaml.file)) return [];
  const first = Math.min(...found.measure.life.map((event) => operative(event).earliest));
  return entry.levels.flatMap(({from}, k) => {
    const day = parseDay(from);
    if (day >= first) return [];
    const message = `level of ${formatDay(day)} is before the life of ${entry.measure} begins; correct the day`;
    return [yaml.problem([i, "levels", k, "from"], "casebook/reach-before-measure", message)];
  });
}

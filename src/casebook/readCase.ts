import type {z} from "zod";
import type {Case, Finding, Source, Wording} from "./case.ts";
import type {CaseParts, MeasurePart} from "./caseParts.ts";
import {caseSchema, findingsSchema, partiesSchema, sourcesSchema, wordingSchema} from "./caseSchema.ts";
import {checkCase} from "./checkCase.ts";
import {claimsSchema} from "./claimSchema.ts";
import {measureSchema} from "./measureSchema.ts";
import {addAll, type Problem, sortProblems} from "./problem.ts";
import {reachSchema, toReaches} from "./reachSchema.ts";
import {readFrame} from "./readFrame.ts";
import {readTrade} from "./readTrade.ts";
import {suggest} from "./suggest.ts";
import {toMeasure} from "./toMeasure.ts";
import {wordingNotes} from "./wordingNotes.ts";
import {readYaml, type YamlFile} from "./yamlFile.ts";

/** The text files of a case by their path inside its folder, with forward slashes. */
export type CaseFiles = ReadonlyMap<string, string>;

/** A case, and notes on what it lacks that do not keep it from being used; or everything that is wrong with it. */
export type ReadResult =
  | {readonly case: Case; readonly notes: readonly Problem[]}
  | {readonly problems: readonly Problem[]};

const WORDING = /^([a-z]{2})\.yaml$/;
const MEASURE = /^measures\/[^/]+\.ya?ml$/;
const NEEDED = ["case.yaml", "parties.yaml", "sources.yaml"];
const KNOWN = [...NEEDED, "claims.yaml", "findings.yaml", "reach.yaml", "trade.yaml"];

/**
 * Reads a case from its files: all of it, or the list of everything that is wrong with it. `case.yaml`,
 * `parties.yaml`, `sources.yaml` and at least one file in `measures/` must be there; `claims.yaml`, `findings.yaml`,
 * `reach.yaml`, `trade.yaml` with `trade.csv`, and wordings such as `ru.yaml` may be. Other YAML is a problem, because a misnamed
 * file would be left out in silence.
 */
export function readCase(files: CaseFiles, checksum: string): ReadResult {
  const problems: Problem[] = [...missingFiles(files), ...unknownFiles(files)];
  const broken = new Set<string>();
  const take = <T>(file: string, schema: z.ZodType<T>): YamlFile<T> | null => {
    const text = files.get(file);
    if (text === undefined) return null;
    const {yaml, problems: own} = readYaml(file, text, schema);
    addAll(problems, own);
    if (own.length > 0) broken.add(file);
    return yaml;
  };
  const head = take("case.yaml", caseSchema);
  const trade = readTrade(files, problems);
  if (trade === "broken") broken.add("trade.yaml");
  const read = trade === "broken" ? null : trade;
  const parts: CaseParts = {
    head,
    frame: head && readFrame(head.value),
    parties: take("parties.yaml", partiesSchema),
    sources: take("sources.yaml", sourcesSchema as z.ZodType<Source[]>),
    claims: take("claims.yaml", claimsSchema),
    findings: take("findings.yaml", findingsSchema as z.ZodType<Finding[]>),
    reaches: take("reach.yaml", reachSchema),
    trade: read?.yaml ?? null,
    measures: readMeasures(files, take, problems),
    wordings: new Map(
      [...files.keys()].flatMap((file) => {
        const language = WORDING.exec(file)?.[1];
        const yaml = language === undefined ? null : take(file, wordingSchema as z.ZodType<Wording>);
        return language === undefined || yaml === null ? [] : [[language, yaml] as const];
      })
    ),
    broken
  };
  addAll(problems, checkCase(parts));
  const {frame, parties, sources} = parts;
  if (head === null || frame === null || parties === null || sources === null || problems.length > 0) {
    return {problems: sortProblems(problems)};
  }
  const one: Case = {
    ...head.value,
    ...frame,
    parties: parties.value,
    sources: sources.value,
    measures: parts.measures.map(({measure}) => measure).sort((a, b) => (a.id < b.id ? -1 : 1)),
    claims: parts.claims?.value ?? [],
    findings: parts.findings?.value ?? [],
    reaches: toReaches(parts.reaches?.value ?? []),
    trade: read?.series ?? null,
    wordings: Object.fromEntries([...parts.wordings].map(([language, {value}]) => [language, value])),
    checksum
  };
  return {case: one, notes: sortProblems(wordingNotes(one, parts.wordings))};
}

/** The measures whose files could be read, in the order of the file names. The second file of an id is a problem. */
function readMeasures(
  files: CaseFiles,
  take: <T>(file: string, schema: z.ZodType<T>) => YamlFile<T> | null,
  problems: Problem[]
): MeasurePart[] {
  const parts = new Map<string, MeasurePart>();
  for (const file of [...files.keys()].filter((name) => MEASURE.test(name)).sort()) {
    const yaml = take(file, measureSchema);
    if (yaml === null) continue;
    const measure = toMeasure(yaml.value);
    const earlier = parts.get(measure.id);
    if (earlier === undefined) parts.set(measure.id, {yaml, measure});
    else {
      const message = `measure id ${measure.id} is taken by ${earlier.yaml.file}; choose another`;
      problems.push(yaml.problem(["id"], "casebook/duplicate-id", message));
    }
  }
  return [...parts.values()];
}

function missingFiles(files: CaseFiles): Problem[] {
  const missing = NEEDED.filter((file) => !files.has(file));
  if (![...files.keys()].some((file) => MEASURE.test(file))) missing.push("measures/<id>.yaml");
  return missing.map((file) =>
    atTop(file, "missing-file", `missing file ${file}; every case has one (thaw init writes an example)`)
  );
}

function unknownFiles(files: CaseFiles): Problem[] {
  const stem = (file: string) => file.replace(/\.ya?ml$/, "");
  return [...files.keys()]
    .filter((file) => /\.ya?ml$/.test(file) && !KNOWN.includes(file) && !WORDING.test(file) && !MEASURE.test(file))
    .map((file) => {
      const like = suggest(stem(file), KNOWN.map(stem));
      const advice =
        like === undefined
          ? `a case has ${KNOWN.join(", ")} and, for another language, a file such as ru.yaml`
          : `did you mean ${like}.yaml?`;
      return atTop(file, "unknown-file", `unknown file ${file}; ${advice}`);
    });
}

const atTop = (file: string, code: string, message: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: `casebook/${code}`,
  message
});

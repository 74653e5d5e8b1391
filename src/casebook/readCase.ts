import type {z} from "zod";
import type {Era} from "../sanctions/era.ts";
import type {Measure} from "../sanctions/measure.ts";
import {addDays, type Day, parseDay} from "../time/day.ts";
import type {Case, Wording} from "./case.ts";
import {caseSchema, findingsSchema, partiesSchema, sourcesSchema, wordingSchema} from "./caseSchema.ts";
import {checkCase} from "./checkCase.ts";
import {claimsSchema} from "./claimSchema.ts";
import {measureSchema} from "./measureSchema.ts";
import {messageOf, type Problem, sortProblems} from "./problem.ts";
import {readTrade} from "./readTrade.ts";
import {toMeasure} from "./toMeasure.ts";
import {readYaml, type YamlFile} from "./yamlFile.ts";

/** The text files of a case by their path inside its folder, with forward slashes. */
export type CaseFiles = ReadonlyMap<string, string>;

export type ReadResult = {readonly case: Case} | {readonly problems: readonly Problem[]};

/** What the cross-checks need beside the values: where each of them stands. */
export type Places = {
  readonly measures: ReadonlyMap<string, YamlFile<z.infer<typeof measureSchema>>>;
  readonly claims: YamlFile<Case["claims"]> | null;
  readonly head: YamlFile<z.infer<typeof caseSchema>>;
  readonly findings: YamlFile<z.infer<typeof findingsSchema>> | null;
  readonly wordings: ReadonlyMap<string, YamlFile<Wording>>;
};

const WORDING = /^([a-z]{2})\.yaml$/;

/**
 * Reads a case from its files: all of it, or the list of everything that is wrong with it. `case.yaml`,
 * `parties.yaml`, `sources.yaml` and at least one file in `measures/` must be there; `claims.yaml`, `findings.yaml`,
 * `trade.yaml` with `trade.csv`, and wordings such as `ru.yaml` may be.
 */
export function readCase(files: CaseFiles, checksum: string): ReadResult {
  const problems: Problem[] = [];
  const take = <T>(file: string, schema: z.ZodType<T>): YamlFile<T> | null => {
    const text = files.get(file);
    if (text === undefined) return null;
    const result = readYaml(file, text, schema);
    if ("ok" in result) return result.ok;
    problems.push(...result.problems);
    return null;
  };
  for (const file of ["case.yaml", "parties.yaml", "sources.yaml"]) {
    if (!files.has(file)) problems.push(missing(file));
  }
  const head = take("case.yaml", caseSchema);
  const parties = take("parties.yaml", partiesSchema);
  const sources = take("sources.yaml", sourcesSchema);
  const claims = take("claims.yaml", claimsSchema as z.ZodType<Case["claims"]>);
  const findings = take("findings.yaml", findingsSchema);
  const measureFiles = [...files.keys()].filter((file) => /^measures\/[^/]+\.ya?ml$/.test(file)).sort();
  if (measureFiles.length === 0) problems.push(missing("measures/<id>.yaml"));
  const places = new Map<string, YamlFile<z.infer<typeof measureSchema>>>();
  const measures: Measure[] = [];
  for (const file of measureFiles) {
    const yaml = take(file, measureSchema);
    if (yaml === null) continue;
    const result = toMeasure(yaml);
    problems.push(...result.problems);
    const earlier = places.get(result.measure.id);
    if (earlier !== undefined) {
      problems.push(
        yaml.problem(
          ["id"],
          "casebook/duplicate-id",
          `measure id ${result.measure.id} is taken by ${earlier.file}; choose another`
        )
      );
      continue;
    }
    places.set(result.measure.id, yaml);
    measures.push(result.measure);
  }
  const wordings = new Map<string, YamlFile<Wording>>();
  for (const file of files.keys()) {
    const language = WORDING.exec(file)?.[1];
    const yaml = language === undefined ? null : take(file, wordingSchema as z.ZodType<Wording>);
    if (language !== undefined && yaml !== null) wordings.set(language, yaml);
  }
  const trade = readTrade(files, problems);
  if (head === null || parties === null || sources === null || problems.length > 0) {
    return {problems: sortProblems(problems)};
  }
  const frame = frameOf(head, problems);
  if (frame === null) return {problems: sortProblems(problems)};
  const result: Case = {
    ...head.value,
    ...frame,
    parties: parties.value,
    sources: sources.value as Case["sources"],
    measures: measures.sort((a, b) => (a.id < b.id ? -1 : 1)),
    claims: claims?.value ?? [],
    findings: (findings?.value ?? []) as Case["findings"],
    trade,
    wordings: Object.fromEntries([...wordings].map(([language, {value}]) => [language, value])),
    checksum
  };
  problems.push(...checkCase(result, {measures: places, claims, head, findings, wordings}));
  return problems.length > 0 ? {problems: sortProblems(problems)} : {case: result};
}

function frameOf(
  head: YamlFile<z.infer<typeof caseSchema>>,
  problems: Problem[]
): {readonly coverage: Case["coverage"]; readonly eras: Era[]} | null {
  const day = (text: string, path: readonly PropertyKey[]): Day | null => {
    try {
      return parseDay(text, String(path.at(-1)));
    } catch (error) {
      problems.push(head.problem(path, "time/invalid-day", messageOf(error)));
      return null;
    }
  };
  const from = day(head.value.coverage.from, ["coverage", "from"]);
  const to = day(head.value.coverage.to, ["coverage", "to"]);
  const starts = head.value.eras.map((era, i) => day(era.from, ["eras", i, "from"]));
  if (from === null || to === null || starts.includes(null)) return null;
  if (to < from) {
    problems.push(
      head.problem(
        ["coverage", "to"],
        "casebook/coverage",
        `coverage ends before it starts: ${head.value.coverage.to}; swap the two days`
      )
    );
  }
  const eras = head.value.eras.map((era, i): Era => {
    const next = starts[i + 1];
    if (next != null && next <= starts[i]!) {
      problems.push(
        head.problem(
          ["eras", i + 1, "from"],
          "casebook/era-order",
          `era ${head.value.eras[i + 1]!.id} starts before ${era.id}; list eras oldest first`
        )
      );
    }
    return {id: era.id, title: era.title, from: starts[i]!, to: next ?? null};
  });
  return {coverage: {from, to: addDays(to, 0)}, eras};
}

const missing = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: "casebook/missing-file",
  message: `missing file ${file}; every case has one (thaw init writes an example)`
});

import {LineCounter, parseDocument} from "yaml";
import type {z} from "zod";
import {explain} from "./explainIssue.ts";
import type {Problem} from "./problem.ts";
import {salvage} from "./salvage.ts";
import {offsets} from "./yamlOffsets.ts";
import {treeComplaints} from "./yamlTree.ts";
import {parserComplaints} from "./yamlWords.ts";

export type Path = readonly PropertyKey[];

/** What reads of a YAML file, and where each of its values stands. */
export type YamlFile<T> = {
  readonly file: string;
  readonly value: T;
  /** False when entries of lists were left out because they do not fit the schema. */
  readonly whole: boolean;
  /** Problem at a path of the file; at its nearest parent where the path is not there. */
  readonly problem: (path: Path, code: string, message: string) => Problem;
};

/** Everything that is wrong with a file by itself, and what reads of it: all of it when nothing is wrong. */
export type YamlResult<T> = {readonly yaml: YamlFile<T> | null; readonly problems: readonly Problem[]};

/**
 * Parses and checks one file. Entries of lists that do not fit the schema are left out of what reads, so that the
 * others can be checked against the rest of the case. Values are those of the YAML 1.2 core schema, whatever a `%YAML`
 * line says, so a date stays the text that was written.
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlResult<T> {
  const lines = new LineCounter();
  const source = text.replace(/^\uFEFF/, "");
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false, // compares each pair of keys; treeComplaints looks each key up
    schema: "core",
    resolveKnownTags: false
  });
  const at = (offset: number) => {
    const {line, col} = lines.linePos(offset);
    return {file, line, column: col};
  };
  const complaints = document.errors.length > 0 ? parserComplaints(document, source) : treeComplaints(document);
  if (complaints.length > 0) {
    const problems = complaints.map(({offset, message}) => ({...at(offset), code: "casebook/yaml", message}));
    return {yaml: null, problems};
  }
  const raw: unknown = document.toJS({maxAliasCount: -1}); // treeComplaints has counted them
  const offsetOf = offsets(document);
  const problem = (path: Path, code: string, message: string): Problem => ({...at(offsetOf(path)), code, message});
  const result = schema.safeParse(raw);
  if (result.success) return {yaml: {file, value: result.data, whole: true, problem}, problems: []};
  const {issues} = result.error;
  const saved = salvage(raw, issues, schema);
  return {
    yaml: saved && {
      file,
      value: saved.value,
      whole: false,
      problem: (path, ...rest) => problem(saved.pathInFile(path), ...rest)
    },
    problems: explain(issues, raw, schema).map(({path, code, message}) => problem(path, code, message))
  };
}

import {LineCounter, parseDocument} from "yaml";
import type {z} from "zod";
import {explain} from "./explainIssue.ts";
import type {Problem} from "./problem.ts";
import {offsets} from "./yamlOffsets.ts";
import {treeComplaints} from "./yamlTree.ts";
import {parserComplaints} from "./yamlWords.ts";

export type Path = readonly PropertyKey[];

/** A YAML file that fits its schema, and where each of its values stands. */
export type YamlFile<T> = {
  readonly file: string;
  readonly value: T;
  /** Problem at a path of the file; at its nearest parent where the path is not there. */
  readonly problem: (path: Path, code: string, message: string) => Problem;
};

/**
 * Parses and checks one file. Either a value or at least one problem; a file never half-loads. Values are those of the
 * YAML 1.2 core schema, whatever a `%YAML` line says, so a date stays the text that was written.
 */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>
): {readonly ok: YamlFile<T>} | {readonly problems: readonly Problem[]} {
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
    return {problems: complaints.map(({offset, message}) => ({...at(offset), code: "casebook/yaml", message}))};
  }
  const raw: unknown = document.toJS({maxAliasCount: -1}); // treeComplaints has counted them
  const offsetOf = offsets(document);
  const result = schema.safeParse(raw);
  if (!result.success) {
    return {
      problems: explain(result.error.issues, raw, schema).map(({path, code, message}) => ({
        ...at(offsetOf(path)),
        code,
        message
      }))
    };
  }
  return {
    ok: {
      file,
      value: result.data,
      problem: (path, code, message) => ({...at(offsetOf(path)), code, message})
    }
  };
}

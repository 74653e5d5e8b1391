import {type Document, isMap, isNode, isScalar, LineCounter, parseDocument} from "yaml";
import type {z} from "zod";
import {explain} from "./explainIssue.ts";
import type {Problem} from "./problem.ts";

export type Path = readonly PropertyKey[];

/** A YAML file that fits its schema, and where each of its values stands. */
export type YamlFile<T> = {
  readonly file: string;
  readonly value: T;
  /** Problem at a path of the file; at its nearest parent where the path is not there. */
  readonly problem: (path: Path, code: string, message: string) => Problem;
};

/** Parses and checks one file. Either a value or at least one problem; a file never half-loads. */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>
): {readonly ok: YamlFile<T>} | {readonly problems: readonly Problem[]} {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true
  });
  const at = (offset: number) => {
    const {line, col} = lines.linePos(offset);
    return {file, line, column: col};
  };
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        ...at(error.pos[0]),
        code: "casebook/yaml",
        message: `not readable as YAML: ${error.message.split("\n")[0]!.replace(/\.$/, "")}; ${yamlAdvice(error.code)}`
      }))
    };
  }
  let raw: unknown;
  try {
    raw = document.toJS({maxAliasCount: 100});
    JSON.stringify(raw);
  } catch {
    // Too many aliases, or one that holds itself.
    return {problems: [{...at(0), code: "casebook/yaml", message: "unusable YAML aliases; write the values out"}]};
  }
  const place = (path: Path) => at(offsetOf(document, path));
  const result = schema.safeParse(raw);
  if (!result.success) {
    return {
      problems: result.error.issues.flatMap((issue) =>
        explain(issue, raw).map(({path, code, message}) => ({...place(path), code, message}))
      )
    };
  }
  return {ok: {file, value: result.data, problem: (path, code, message) => ({...place(path), code, message})}};
}

function yamlAdvice(code: string): string {
  if (code === "DUPLICATE_KEY") return "keep one of the two";
  if (code === "TAB_AS_INDENT") return "indent with spaces";
  if (code === "BAD_INDENT") return "align it with its neighbours";
  return "quote a text that holds a colon, a # or a quotation mark";
}

/** Offset of the node at a path; of its key when the path ends in a map, of the nearest parent when it is missing. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const parent = length === 0 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (length === 0) return isNode(parent) ? (parent.range?.[0] ?? 0) : 0;
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair !== undefined && isScalar(pair.key)) {
        const value = pair.value;
        const offset = isScalar(value) && length === path.length ? value.range?.[0] : pair.key.range?.[0];
        if (offset !== undefined) return offset;
      }
      continue;
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

import {type NameKind, type Names, unknownName} from "./caseParts.ts";
import type {Problem} from "./problem.ts";
import type {Path, YamlFile} from "./yamlFile.ts";

/** The problem of a name that leads nowhere, at its place; none when it leads somewhere. */
export function checkName(
  yaml: YamlFile<unknown>,
  path: Path,
  kind: NameKind,
  name: string | undefined,
  names: Names
): Problem[] {
  const message = name === undefined ? undefined : unknownName(kind, name, names);
  return message === undefined ? [] : [yaml.problem(path, `casebook/unknown-${kind}`, message)];
}

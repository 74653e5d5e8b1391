import type {CaseParts, NameKind, Names} from "./caseParts.ts";
import {checkName} from "./checkName.ts";
import type {Claim} from "./claim.ts";
import type {Problem} from "./problem.ts";
import type {Path, YamlFile} from "./yamlFile.ts";

/** The fields of a query that name something of the case. */
const referring: Readonly<Record<string, NameKind>> = {
  measures: "measure",
  senders: "party",
  packages: "package",
  subtypes: "subtype",
  tags: "tag",
  coder: "coder",
  source: "source",
  origin: "party",
  destination: "party",
  column: "column",
  columns: "column",
  plus: "column",
  minus: "column"
};

/** Claims against the rest of the case: what they name, their queries included. */
export function checkClaims({claims}: CaseParts, names: Names): Problem[] {
  if (claims === null) return [];
  return claims.value.flatMap((claim, i) => [
    ...claim.measures.flatMap((id, k) => checkName(claims, [i, "measures", k], "measure", id, names)),
    ...claim.sources.flatMap((id, k) => checkName(claims, [i, "sources", k], "source", id, names)),
    ...(claim.method.kind === "query" ? checkQuery(claims, [i, "method", "tests"], claim.method.tests, names) : []),
    ...checkQuery(claims, [i, "quoted"], claim.quoted ?? [], names)
  ]);
}

/** A part of a query, whatever its kind: a field means the same in each. */
function checkQuery(yaml: YamlFile<readonly Claim[]>, path: Path, part: unknown, names: Names): Problem[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([field, value]: [string, unknown]): Problem[] => {
    const at = [...path, field];
    const kind = Array.isArray(part) ? undefined : referring[field];
    if (kind !== undefined) {
      return Array.isArray(value)
        ? value.flatMap((name: string, k) => checkName(yaml, [...at, k], kind, name, names))
        : checkName(yaml, at, kind, value as string, names);
    }
    return checkQuery(yaml, at, value, names);
  });
}

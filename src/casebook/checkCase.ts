import {type CaseParts, type Names, namesOf, unknownName} from "./caseParts.ts";
import {checkClaims} from "./checkClaims.ts";
import {checkMeasures} from "./checkMeasures.ts";
import {checkName} from "./checkName.ts";
import {checkReaches} from "./checkReaches.ts";
import type {Problem} from "./problem.ts";
import type {Path, YamlFile} from "./yamlFile.ts";

/**
 * What only shows when the files are read together: names that lead nowhere or to two things, and lives that cannot
 * be. What depends on a file that could not be read is left alone, so that one slip is one problem.
 */
export function checkCase(parts: CaseParts): Problem[] {
  const names = namesOf(parts);
  return [
    ...checkDuplicates(parts),
    ...checkMeasures(parts, names),
    ...checkHead(parts, names),
    ...checkFindings(parts, names),
    ...checkReaches(parts, names),
    ...checkTrade(parts, names),
    ...checkClaims(parts, names),
    ...checkWordings(parts, names)
  ];
}

function checkDuplicates({head, parties, sources, claims, trade}: CaseParts): Problem[] {
  const twice = (yaml: YamlFile<unknown> | null, path: Path, list: readonly {readonly id: string}[] = []) => {
    const seen = new Set<string>();
    return list.flatMap(({id}, i) => {
      if (seen.has(id)) {
        return [
          yaml!.problem([...path, i, "id"], "casebook/duplicate-id", `id ${id} stands twice; keep one of the two`)
        ];
      }
      seen.add(id);
      return [];
    });
  };
  return [
    ...twice(head, ["eras"], head?.value.eras),
    ...twice(head, ["coders"], head?.value.coders),
    ...twice(parties, [], parties?.value),
    ...twice(sources, [], sources?.value),
    ...twice(claims, [], claims?.value),
    ...twice(trade, ["columns"], trade?.value.columns)
  ];
}

function checkHead({head, parties}: CaseParts, names: Names): Problem[] {
  return [
    ...(head === null
      ? []
      : (["sender", "target"] as const).flatMap((field) =>
          checkName(head, [field], "party", head.value[field], names)
        )),
    ...(parties?.value.flatMap((party, i) => checkName(parties, [i, "of"], "party", party.of, names)) ?? [])
  ];
}

function checkFindings({findings, measures}: CaseParts, names: Names): Problem[] {
  if (findings === null) return [];
  return findings.value.flatMap(({measure: id, event}, i) => {
    const unknown = checkName(findings, [i, "measure"], "measure", id, names);
    const life = measures.find(({measure}) => measure.id === id)?.measure.life;
    if (unknown.length > 0 || life === undefined || names.event === null) return unknown;
    if (names.event.has(event ?? "") && !life.some((own) => own.id === event)) {
      const message = `event ${event} is not one of ${id}; name the measure that it belongs to`;
      return [findings.problem([i, "event"], "casebook/unknown-event", message)];
    }
    return checkName(findings, [i, "event"], "event", event, {...names, event: new Set(life.map((own) => own.id))});
  });
}

function checkTrade({trade}: CaseParts, names: Names): Problem[] {
  if (trade === null) return [];
  return trade.value.columns.flatMap((column, i) => [
    ...(["reporter", "origin", "destination"] as const).flatMap((field) =>
      checkName(trade, ["columns", i, field], "party", column[field], names)
    ),
    ...checkName(trade, ["columns", i, "source"], "source", column.source, names)
  ]);
}

const worded = {
  eras: "era",
  coders: "coder",
  parties: "party",
  columns: "column",
  measures: "measure",
  events: "event",
  claims: "claim"
} as const;

function checkWordings({wordings}: CaseParts, names: Names): Problem[] {
  return [...wordings.values()].flatMap((yaml) =>
    (Object.keys(worded) as (keyof typeof worded)[]).flatMap((part) =>
      Object.keys(yaml.value[part] ?? {})
        .filter((id) => unknownName(worded[part], id, names) !== undefined)
        .map((id) => {
          const message = `wording for an unknown id: ${id}; remove it or correct the id`;
          return yaml.problem([part, id], "casebook/unknown-wording", message);
        })
    )
  );
}

import {operative} from "../sanctions/event.ts";
import {lifeOf} from "../sanctions/life.ts";
import {isEasing} from "../sanctions/verb.ts";
import {formatDay} from "../time/day.ts";
import type {Case} from "./case.ts";
import {suggest} from "./explainIssue.ts";
import type {Problem} from "./problem.ts";
import type {Places} from "./readCase.ts";

/** What only shows when the files are read together: names that lead nowhere, and lives that cannot be. */
export function checkCase(one: Case, places: Places): Problem[] {
  const names = {
    party: new Set(one.parties.map(({id}) => id)),
    source: new Set(one.sources.map(({id}) => id)),
    coder: new Set(one.coders.map(({id}) => id)),
    measure: new Set(one.measures.map(({id}) => id)),
    column: new Set(one.trade?.columns.map(({id}) => id) ?? [])
  };
  return [
    ...checkDuplicates(one),
    ...checkMeasures(one, places, names),
    ...checkHead(one, places, names),
    ...checkClaims(one, places, names),
    ...checkWordings(one, places)
  ];
}

type Names = Readonly<Record<"party" | "source" | "coder" | "measure" | "column", ReadonlySet<string>>>;

const wheres = {
  party: "parties.yaml",
  source: "sources.yaml",
  coder: "case.yaml",
  measure: "measures/",
  column: "trade.yaml"
};

/** `unknown party XX; did you mean …?`, or undefined when the name leads somewhere. */
function unknown(kind: keyof Names, name: string, names: Names): string | undefined {
  if (names[kind].has(name)) return undefined;
  const like = suggest(name, [...names[kind]]);
  const advice = like === undefined ? `add it to ${wheres[kind]}` : `did you mean ${like}?`;
  return `unknown ${kind} ${name}; ${advice}`;
}

function checkDuplicates({parties, sources}: Case): Problem[] {
  return [
    {file: "parties.yaml", ids: parties.map(({id}) => id)},
    {file: "sources.yaml", ids: sources.map(({id}) => id)}
  ].flatMap(({file, ids}) =>
    ids
      .filter((id, i) => ids.indexOf(id) < i)
      .map((id) => ({
        file,
        line: 1,
        column: 1,
        code: "casebook/duplicate-id",
        message: `id ${id} stands twice; keep one of the two`
      }))
  );
}

function checkMeasures(one: Case, places: Places, names: Names): Problem[] {
  const problems: Problem[] = [];
  const eventAt = new Map<string, string>();
  for (const measure of one.measures) {
    const yaml = places.measures.get(measure.id)!;
    const add = (path: readonly PropertyKey[], code: string, message: string | undefined) => {
      if (message !== undefined) problems.push(yaml.problem(path, code, message));
    };
    const name = /([^/]+)\.ya?ml$/.exec(yaml.file)?.[1];
    if (name !== measure.id) {
      add(["id"], "casebook/file-name", `measure ${measure.id} is in ${yaml.file}; name the file ${measure.id}.yaml`);
    }
    for (const [i, id] of measure.senders.entries())
      add(["senders", i], "casebook/unknown-party", unknown("party", id, names));
    for (const [i, id] of measure.targets.entries())
      add(["targets", i], "casebook/unknown-party", unknown("party", id, names));
    measure.life.forEach((event, i) => {
      const path = ["life", i];
      const other = eventAt.get(event.id);
      if (other !== undefined)
        add([...path, "id"], "casebook/duplicate-id", `event id ${event.id} is taken in ${other}; choose another`);
      eventAt.set(event.id, yaml.file);
      for (const [k, {source}] of event.sources.entries())
        add([...path, "sources", k, "source"], "casebook/unknown-source", unknown("source", source, names));
      if (event.verification === "verified" && event.sources.length === 0) {
        add(
          [...path, "verification"],
          "casebook/verified-without-source",
          `event ${event.id} is verified by no source; cite one, or write recalled`
        );
      }
      event.motives.forEach((motive, k) => {
        add([...path, "motives", k, "coder"], "casebook/unknown-coder", unknown("coder", motive.coder, names));
        if (motive.source !== undefined) {
          add([...path, "motives", k, "source"], "casebook/unknown-source", unknown("source", motive.source, names));
        }
      });
      if (event.motives.length > 0 && !isEasing(event.verb)) {
        add(
          [...path, "motives"],
          "casebook/motive-without-easing",
          `motive on ${event.verb}; only relief and endings have motives, remove it`
        );
      }
      if (event.verb === "superseded" && event.by === undefined) {
        add(
          [...path, "verb"],
          "casebook/superseded-by-nothing",
          `superseded without successor: ${event.id}; name in by what takes over, or write expired`
        );
      }
      if (operative(event).latest < one.coverage.from) {
        add(
          path,
          "casebook/before-coverage",
          `event ${event.id} is before the coverage starts on ${formatDay(one.coverage.from)}; widen coverage.from`
        );
      }
    });
    const index = new Map(measure.life.map((event, i) => [event.id, i]));
    for (const {event, code, message} of lifeOf(measure, one.coverage.to).problems) {
      add(["life", index.get(event.id) ?? 0, "verb"], code, message);
    }
  }
  return problems;
}

function checkHead(one: Case, {head, findings}: Places, names: Names): Problem[] {
  const problems: Problem[] = [];
  for (const field of ["sender", "target"] as const) {
    const message = unknown("party", one[field], names);
    if (message !== undefined) problems.push(head.problem([field], "casebook/unknown-party", message));
  }
  one.findings.forEach(({measure}, i) => {
    const message = unknown("measure", measure, names);
    if (message !== undefined) problems.push(findings!.problem([i, "measure"], "casebook/unknown-measure", message));
  });
  return problems;
}

function checkClaims(one: Case, {claims}: Places, names: Names): Problem[] {
  return one.claims.flatMap((claim, i) => {
    const problems: Problem[] = [];
    const add = (path: readonly PropertyKey[], code: string, message: string | undefined) => {
      if (message !== undefined) problems.push(claims!.problem([i, ...path], code, message));
    };
    for (const [k, id] of claim.measures.entries())
      add(["measures", k], "casebook/unknown-measure", unknown("measure", id, names));
    for (const [k, id] of claim.sources.entries())
      add(["sources", k], "casebook/unknown-source", unknown("source", id, names));
    if (one.claims.findIndex(({id}) => id === claim.id) < i) {
      add(["id"], "casebook/duplicate-id", `claim id ${claim.id} stands twice; choose another`);
    }
    return problems;
  });
}

function checkWordings(one: Case, {wordings}: Places): Problem[] {
  const events = new Set(one.measures.flatMap(({life}) => life.map(({id}) => id)));
  const known = {
    measures: new Set(one.measures.map(({id}) => id)),
    events,
    claims: new Set(one.claims.map(({id}) => id))
  };
  return [...wordings.values()].flatMap((yaml) =>
    (["measures", "events", "claims"] as const).flatMap((part) =>
      Object.keys(yaml.value[part])
        .filter((id) => !known[part].has(id))
        .map((id) =>
          yaml.problem(
            [part, id],
            "casebook/unknown-wording",
            `wording for an unknown id: ${id}; remove it or correct the id`
          )
        )
    )
  );
}

import type {z} from "zod";
import {BALANCE_TOLERANCE, type ClosingNote, closingItems, closingReport} from "../trade/baselineClosing.ts";
import type {Economy} from "../trade/economy.ts";
import {baselineSchema} from "./baselineSchema.ts";
import {type BaselineTable, type BaselineTableShape, readBaselineTable} from "./baselineTable.ts";
import {addAll, type Problem, sortProblems} from "./problem.ts";
import {readYaml, type YamlFile} from "./yamlFile.ts";

type Head = z.infer<typeof baselineSchema>;

const NEEDED = ["baseline.yaml", "flows.csv", "value-added.csv", "final-demand.csv"];

/**
 * Reads an own baseline from the texts of its files, by name: the economy, closed, with notes on what a reader has to
 * know; or everything that is wrong. `intermediate.csv` may be absent: then nobody uses inputs.
 *
 * Value added and final demand are checked against the flows and then taken from them, so that the economy balances to
 * rounding; `provenance.how` says by how much that moved them.
 */
export function readBaseline(
  files: ReadonlyMap<string, string>
): {readonly economy: Economy; readonly notes: readonly Problem[]} | {readonly problems: readonly Problem[]} {
  const problems: Problem[] = NEEDED.filter((file) => !files.has(file)).map((file) => ({
    file,
    line: 1,
    column: 1,
    code: "casebook/missing-file",
    message: `missing file ${file}; an own baseline has ${NEEDED.join(", ")}`
  }));
  const text = files.get("baseline.yaml");
  if (text === undefined) return {problems};
  const {yaml, problems: inHead} = readYaml("baseline.yaml", text, baselineSchema);
  addAll(problems, inHead);
  if (yaml !== null) addAll(problems, repeated(yaml));
  if (yaml === null || problems.length > 0) return {problems: sortProblems(problems)};

  const tables = readTables(files, yaml.value, problems);
  if (problems.length > 0) return {problems: sortProblems(problems)};
  const written = economyOf(yaml.value, tables);
  const report = closingReport(written, yaml.value.tolerance ?? BALANCE_TOLERANCE);
  const placed = (notes: readonly ClosingNote[]): Problem[] =>
    notes.map(({kind, table, index, message}) => ({
      ...tables[table](index),
      code: `casebook/baseline-${kind}`,
      message
    }));
  if (report.faults.length > 0) return {problems: sortProblems(placed(report.faults))};
  return {economy: closed(written, report.largestGap), notes: sortProblems(placed(report.notes))};
}

type Tables = {readonly columns: Pick<Economy, ClosingNote["table"]>} & {
  readonly [table in ClosingNote["table"]]: (index: number) => Pick<Problem, "file" | "line" | "column">;
};

function readTables(files: ReadonlyMap<string, string>, {countries, sectors}: Head, problems: Problem[]): Tables {
  const ids = sectors.map(({id}) => id);
  const read = (shape: BaselineTableShape): BaselineTable =>
    readBaselineTable(files.get(shape.file) ?? "", shape, problems);
  const byCountry = (file: string, what: string): BaselineTable =>
    read({
      file,
      what,
      keys: [
        ["country", countries],
        ["sector", ids]
      ],
      values: ["value"]
    });
  const flows = read({
    file: "flows.csv",
    what: "flow",
    keys: [
      ["origin", countries],
      ["destination", countries],
      ["sector", ids]
    ],
    values: ["value", "tariff"]
  });
  const valueAdded = byCountry("value-added.csv", "value added");
  const finalDemand = byCountry("final-demand.csv", "final demand");
  const inputs = files.has("intermediate.csv")
    ? read({
        file: "intermediate.csv",
        what: "input",
        keys: [
          ["country", countries],
          ["input", ids],
          ["user", ids]
        ],
        values: ["value"]
      })
    : null;
  return {
    columns: {
      flow: flows.columns[0]!,
      tariff: flows.columns[1]!,
      valueAdded: valueAdded.columns[0]!,
      finalDemand: finalDemand.columns[0]!,
      intermediate: inputs?.columns[0] ?? new Float64Array(countries.length * ids.length ** 2)
    },
    flow: (index) => flows.place(index, 0),
    tariff: (index) => flows.place(index, 1),
    valueAdded: (index) => valueAdded.place(index, 0),
    finalDemand: (index) => finalDemand.place(index, 0),
    intermediate: (index) => inputs?.place(index, 0) ?? {file: "intermediate.csv", line: 1, column: 1}
  };
}

function economyOf({name, year, countries, sectors, source, licence, how}: Head, {columns}: Tables): Economy {
  const cited = sectors.flatMap(({id, tradeElasticity: one}) =>
    one === undefined ? [] : [`${id} ${one.value}, ${one.source}`]
  );
  return {
    name,
    year,
    countries,
    sectors: sectors.map(({id}) => id),
    ...columns,
    tradeElasticity: Float64Array.from(sectors, ({tradeElasticity}) => tradeElasticity?.value ?? Number.NaN),
    provenance: {
      source,
      licence,
      how: [how, ...(cited.length > 0 ? [`Elasticities: ${cited.join("; ")}.`] : [])].join(" ")
    }
  };
}

function closed(written: Economy, moved: {readonly sales: number; readonly spending: number}): Economy {
  const {provenance} = written;
  if (moved.sales === 0 && moved.spending === 0) return written;
  const [va, fd] = [moved.sales, moved.spending].map((gap) => Number(gap.toPrecision(2)));
  const how = `${provenance.how} Closed on reading: value added moved by up to ${va}, final demand by up to ${fd} million USD.`;
  return {...written, ...closingItems(written), provenance: {...provenance, how}};
}

/** Codes that stand twice in a list. */
function repeated({value, problem}: YamlFile<Head>): Problem[] {
  const inList = (list: "countries" | "sectors", ids: readonly string[]) =>
    ids.flatMap((id, i) =>
      ids.indexOf(id) === i
        ? []
        : [problem([list, i], "casebook/duplicate-id", `duplicate ${id} in ${list}; keep one of them`)]
    );
  return [
    ...inList("countries", value.countries),
    ...inList(
      "sectors",
      value.sectors.map(({id}) => id)
    )
  ];
}

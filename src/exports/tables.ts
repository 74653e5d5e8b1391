import type {Case} from "../casebook/case.ts";
import {livesOf} from "../casebook/livesOf.ts";
import type {Table} from "./table.ts";
import {citationTable, eventTable, motiveTable} from "./tables/eventTables.ts";
import {authorityTable, measureTable, reviewTable} from "./tables/measureTables.ts";
import {claimTable, coderTable, findingTable, sourceTable} from "./tables/recordTables.ts";
import {stepTable} from "./tables/stepTable.ts";
import {eraTable, partyTable, tradeColumnTable, tradeTable} from "./tables/worldTables.ts";

/**
 * A case as flat tables. Every row of `measures`, `events` and what hangs on them is by measure id and then in the
 * order of the life, so the order of files does not change a table. Texts in other languages and the tests of claims
 * are not flat: they are in `caseJson` only.
 */
export function tables(record: Case): Table[] {
  const lives = livesOf(record);
  return [
    measureTable(record, lives),
    authorityTable(lives),
    reviewTable(lives),
    eventTable(lives),
    citationTable(lives),
    motiveTable(lives),
    coderTable(record),
    stepTable(lives),
    sourceTable(record),
    claimTable(record),
    tradeColumnTable(record),
    tradeTable(record),
    partyTable(record),
    eraTable(record),
    findingTable(record)
  ];
}

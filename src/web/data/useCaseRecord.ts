import {use, useDeferredValue} from "react";
import {ThawError} from "../../errors.ts";
import {store} from "../router/store.ts";
import {useLanguage} from "../router/useAddress.ts";
import type {Language} from "../words/words.ts";
import {type CaseFile, type CaseRecord, caseRecord} from "./caseRecord.ts";
import type {CatalogueEntry} from "./catalogueEntry.ts";

const asked = new Map<string, Promise<CaseRecord>>();

/**
 * The record of a case in the language of the view. Suspends until it is read; while another language is on its way,
 * the one that is shown stays.
 */
export function useCaseRecord(entry: CatalogueEntry): CaseRecord {
  const language = useDeferredValue(useLanguage());
  return use(recordAt(`${store.root}${entry.files[language]}`));
}

/** Begins to read a record, so that it comes while the code of its page does. */
export function beginReading(entry: CatalogueEntry, language: Language): void {
  void recordAt(`${store.root}${entry.files[language]}`);
}

function recordAt(path: string): Promise<CaseRecord> {
  const before = asked.get(path);
  if (before !== undefined) return before;
  const coming = read(path);
  asked.set(path, coming);
  coming.catch(() => asked.delete(path)); // so that trying again asks again
  return coming;
}

async function read(path: string): Promise<CaseRecord> {
  const response = await fetch(path);
  if (!response.ok) throw new ThawError("notFound", "web/no-record", `no record at ${path}: ${response.status}`);
  return caseRecord((await response.json()) as CaseFile);
}

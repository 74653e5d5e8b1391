import catalogue from "virtual:thaw/catalogue";
import type {CatalogueEntry} from "./catalogueEntry.ts";

/** The cases of this site. */
export const cases: readonly CatalogueEntry[] = catalogue;

export const caseNamed = (id: string): CatalogueEntry | undefined => cases.find((one) => one.id === id);

import {type ComponentType, lazy} from "react";
import type {CatalogueEntry} from "../data/catalogueEntry.ts";
import type {CasePage} from "../router/routes.ts";

export type CasePageProps = {readonly entry: CatalogueEntry};

/** The pages of a case, each loaded when it is opened. */
export const pages: Readonly<Record<CasePage, ComponentType<CasePageProps>>> = {
  life: lazy(() => import("./life/LifePage.tsx"))
};

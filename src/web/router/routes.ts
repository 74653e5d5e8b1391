/** The pages that every case has, in the order of the navigation. The first is shown for the case alone. */
export const casePages = ["life"] as const;
export type CasePage = (typeof casePages)[number];

export type Route =
  | {readonly kind: "home"}
  | {readonly kind: "case"; readonly caseId: string; readonly page: CasePage}
  | {readonly kind: "none"; readonly path: string};

/** What a path asks for; whether there is such a case is for the catalogue to say. */
export function routeOf(path: string): Route {
  if (path === "") return {kind: "home"};
  const [caseId = "", segment = casePages[0], ...rest] = path.split("/");
  const page = casePages.find((one) => one === segment);
  return page === undefined || rest.length > 0 ? {kind: "none", path} : {kind: "case", caseId, page};
}

export function pathOf(route: Exclude<Route, {kind: "none"}>): string {
  return route.kind === "home" ? "" : `${route.caseId}/${route.page}`;
}

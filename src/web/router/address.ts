/** A place in the site: the path from its root without outer slashes, and the query. Every view is one address. */
export type Address = {readonly path: string; readonly query: Query};

export type Query = Readonly<Record<string, string>>;

/** @param root path of the folder that the site stands in, with slashes at both ends */
export function parseAddress({pathname, search}: Pick<Location, "pathname" | "search">, root: string): Address {
  const inside = pathname.startsWith(root) ? pathname.slice(root.length) : "";
  const path = inside.replace(/(^|\/)index\.html$/, "").replace(/^\/+|\/+$/g, "");
  return {path, query: Object.fromEntries(new URLSearchParams(search))};
}

/** The address as a path from the host; commas, colons and slashes of the query stay readable. */
export function formatAddress({path, query}: Address, root: string): string {
  const encode = (text: string) => encodeURIComponent(text).replace(/%(2C|3A|2F)/g, (code) => decodeURIComponent(code));
  const pairs = Object.entries(query).map(([key, value]) => `${encode(key)}=${encode(value)}`);
  return `${root}${path}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
}

export const sameAddress = (a: Address, b: Address): boolean => formatAddress(a, "/") === formatAddress(b, "/");

/** What a browser's Location gives of an address. */
type Location = {readonly pathname: string; readonly search: string};

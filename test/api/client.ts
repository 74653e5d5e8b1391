import type {Document, Operation} from "../../src/api/document.ts";

/** A call of an operation: values by the name of their parameter. */
export type Call = (values: Readonly<Record<string, string>>) => string;

/**
 * A client made from the document alone: for each operation a function from values to an address. It throws for a name that
 * the operation does not have, and for a required one that is missing.
 */
export function client(document: Document): Readonly<Record<string, Call>> {
  const base = (document.servers[0] as {readonly url: string}).url;
  return Object.fromEntries(
    Object.entries(document.paths).map(([path, {get}]) => [get.operationId, callOf(base, path, get)])
  );
}

const callOf =
  (base: string, path: string, {operationId, parameters}: Operation): Call =>
  (values) => {
    const query = new URLSearchParams();
    let address = path;
    for (const name of Object.keys(values))
      if (!parameters.some((one) => one.name === name)) throw new Error(`${operationId} has no parameter ${name}`);
    for (const {name, in: place, required} of parameters) {
      const value = values[name];
      if (value === undefined && required) throw new Error(`${operationId} needs ${name}`);
      if (value === undefined) continue;
      if (place === "path") address = address.replace(`{${name}}`, encodeURIComponent(value));
      else query.set(name, value);
    }
    return `${base}${address}${query.size === 0 ? "" : `?${query}`}`;
  };

/** The values of an operation's examples: the names in the path, and those of each query. */
export const exampleValues = ({parameters, "x-examples": examples}: Operation): Record<string, string>[] => {
  const inPath = parameters.flatMap(({in: place, name, example = ""}) => (place === "path" ? [[name, example]] : []));
  return examples.map(
    (query) => Object.fromEntries([...inPath, ...new URLSearchParams(query)]) as Record<string, string>
  );
};

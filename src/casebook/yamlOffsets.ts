import {type Document, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap} from "yaml";
import type {Path} from "./yamlFile.ts";

/**
 * Finds where values of a document stand, in characters from its start: a scalar at itself, a list or fields that
 * belong to a field at that field's name, an item of a list at its first character, and what is not there at the
 * nearest of its parents that is. O(length of the path) once the fields on the way have been looked at.
 */
export function offsets(document: Document): (path: Path) => number {
  const seen = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  const fieldsOf = (map: YAMLMap): ReadonlyMap<string, Pair> => {
    const known = seen.get(map);
    if (known !== undefined) return known;
    const fields = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : "", pair]));
    seen.set(map, fields);
    return fields;
  };
  return (path) => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const [i, key] of path.entries()) {
      if (isMap(node)) {
        const pair = fieldsOf(node).get(String(key));
        if (pair === undefined) return offset;
        const isEnd = i === path.length - 1 && !isMap(pair.value) && !isSeq(pair.value);
        offset = (isEnd ? startOf(pair.value) : undefined) ?? startOf(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(key)];
        offset = startOf(node) ?? offset;
      } else return offset;
    }
    return offset;
  };
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);

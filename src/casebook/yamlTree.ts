import {type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap} from "yaml";
import {show} from "./explainIssue.ts";

/** Something that a file may not hold, at an offset in characters from its start. */
export type Complaint = {readonly offset: number; readonly message: string};

/** Levels of lists and fields inside one another; a claim, the deepest of what a case needs, has about ten. */
const MOST_LEVELS = 100;

/** Values that aliases repeat. A file that needs more is written to exhaust the reader. */
const MOST_REPEATED = 10_000;

export const TOO_DEEP = `too many lists and fields inside one another; stay below ${MOST_LEVELS} levels`;

/** Values in a part of the tree and levels below it, those that aliases repeat included. */
type Extent = {readonly values: number; readonly levels: number};

/**
 * What YAML allows and a case does not: a field that stands twice or has no text for a name, a tag, an alias that
 * names nothing or itself, and values that would grow without bound. After it, `toJS` gives a finite tree.
 */
export function treeComplaints(document: Document): Complaint[] {
  const complaints: Complaint[] = [];
  const add = (offset: number, message: string) => complaints.push({offset, message});
  for (const {code, pos} of document.warnings) {
    if (code === "TAG_RESOLVE_FAILED") add(pos[0], "YAML tag that a case does not use; write the value without it");
  }
  const anchors = new Map<string, Extent | "open">();
  let repeated = 0;
  let isTooMuch = false;

  const tooMuch = (offset: number, message: string): Extent => {
    if (!isTooMuch) add(offset, message);
    isTooMuch = true;
    return LEAF;
  };

  const alias = (name: string, offset: number, level: number): Extent => {
    const target = anchors.get(name);
    if (target === undefined || target === "open") {
      const problem = target === "open" ? "YAML alias inside what it names" : "unknown YAML alias";
      const advice = target === "open" ? "write the values out" : "quote a text that starts with *";
      add(offset, `${problem}: *${name}; ${advice}`);
      return LEAF;
    }
    repeated += target.values;
    if (repeated > MOST_REPEATED) return tooMuch(offset, "too many YAML aliases; write the values out");
    return level + target.levels > MOST_LEVELS ? tooMuch(offset, TOO_DEEP) : target;
  };

  const walk = (node: unknown, level: number): Extent => {
    if (!isNode(node) || isTooMuch) return LEAF;
    const offset = node.range?.[0] ?? 0;
    if (level > MOST_LEVELS) return tooMuch(offset, TOO_DEEP);
    if (isAlias(node)) return alias(node.source, offset, level);
    const anchor = "anchor" in node ? node.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, "open");
    if (isMap(node)) addNameComplaints(node, add);
    const below = childrenOf(node).map((child) => walk(child, level + 1));
    const extent = {
      values: below.reduce((sum, {values}) => sum + values, 1),
      levels: below.reduce((most, {levels}) => Math.max(most, levels + 1), 0)
    };
    if (anchor !== undefined) anchors.set(anchor, extent);
    return extent;
  };

  walk(document.contents, 1);
  return complaints;
}

const LEAF: Extent = {values: 1, levels: 0};

function childrenOf(node: Node): readonly unknown[] {
  if (isMap(node)) return node.items.flatMap(({key, value}) => (isScalar(key) ? [value] : [key, value]));
  return isSeq(node) ? node.items : [];
}

function addNameComplaints(map: YAMLMap, add: (offset: number, message: string) => void): void {
  const names = new Set<string>();
  for (const {key} of map.items) {
    const offset = (isNode(key) ? key : map).range?.[0] ?? 0;
    if (isScalar(key) && key.value !== null) {
      const name = String(key.value);
      if (names.has(name)) add(offset, `field ${show(name)} stands twice; keep one of the two`);
      names.add(name);
    } else {
      const problem = isScalar(key) || key === null ? "field without a name" : "list or fields as the name of a field";
      add(offset, `${problem}; write name: value`);
    }
  }
}

import type {Case} from "../casebook/case.ts";
import {type Day, formatDay} from "../time/day.ts";
import type {Block, Brief} from "./document.ts";

/** A brief as JSON text, with what it rests on. A chart is its texts and the numbers of its table. */
export function briefJson(brief: Brief, {id, version, checksum, coverage}: Case, on: Day): string {
  const opening = brief.opening.map(plain);
  const sections = brief.sections.map((section) => ({...section, blocks: section.blocks.map(plain)}));
  const provenance = {
    case: id,
    version,
    checksum,
    coverage: {from: formatDay(coverage.from), to: formatDay(coverage.to)},
    on: formatDay(on)
  };
  return `${JSON.stringify({...provenance, ...brief, opening, sections}, null, 2)}\n`;
}

function plain(block: Block) {
  if (block.kind !== "chart") return block;
  const {id, title, caption, description, table} = block.wide;
  return {kind: "chart", id, title, caption, description, table};
}

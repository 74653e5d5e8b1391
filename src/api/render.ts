import {type OpenRecord, provenance} from "../answers/record.ts";
import {formatDay} from "../time/day.ts";
import type {Rendered} from "./effects.ts";
import {cursorOf, startOf} from "./pages.ts";
import {LIMIT} from "./parameters.ts";
import type {Answer, Facts} from "./route.ts";

export const JSON_MEDIA_TYPE = "application/json";
export const NDJSON_MEDIA_TYPE = "application/x-ndjson";

/** Which part of a list is asked for, and the text that tells the list from every other. */
export type Cut = {readonly cursor?: string | undefined; readonly limit?: number | undefined; readonly list: string};

/** An answer as bytes; of a list one page. @throws incorrect `api/invalid-cursor` */
export function render(answer: Answer, record: OpenRecord | null, cut: Cut): Rendered {
  if (answer.kind === "file") {
    const {media, content, name, headers} = answer;
    const kept = name === null ? {} : {"content-disposition": `inline; filename="${name}"`};
    return {media: mediaType(media), bytes: bytesOf(content), headers: {...kept, ...headers}};
  }
  const head = {...factsAnswer(answer.facts), ...(record !== null && provenance(record))};
  const body = answer.kind === "one" ? answer.body : {...answer.more, ...pageOf(answer.items, cut)};
  return {media: JSON_MEDIA_TYPE, bytes: bytesOf(`${JSON.stringify({...head, ...body})}\n`), headers: {}};
}

const factsAnswer = ({asOf, totals, note = null}: Facts) => ({
  asOf: asOf === null ? null : formatDay(asOf),
  totals,
  note
});

function pageOf(items: readonly object[], {cursor, limit = LIMIT.usual, list}: Cut) {
  const start = startOf(cursor, list, items.length);
  const end = start + limit;
  const next = end < items.length ? cursorOf(end, list) : null;
  return {items: items.slice(start, end), page: {total: items.length, limit, next}};
}

/**
 * The rows of a list as JSON lines, made as they are read: from the cursor on all of them, or as many as are asked for.
 * @throws incorrect `api/invalid-cursor`
 */
export function lineStream(items: readonly object[], {cursor, limit, list}: Cut): ReadableStream<Uint8Array> {
  let at = startOf(cursor, list, items.length);
  const end = limit === undefined ? items.length : Math.min(items.length, at + limit);
  return new ReadableStream({
    pull(controller) {
      const chunk = items.slice(at, Math.min(end, at + CHUNK));
      at += chunk.length;
      if (chunk.length > 0) controller.enqueue(bytesOf(chunk.map((row) => `${JSON.stringify(row)}\n`).join("")));
      if (at >= end) controller.close();
    }
  });
}

/** The same at once. */
export async function renderLines(items: readonly object[], cut: Cut): Promise<Rendered> {
  const bytes = new Uint8Array(await new Response(lineStream(items, cut)).arrayBuffer());
  return {media: NDJSON_MEDIA_TYPE, bytes, headers: {}};
}

const CHUNK = 64; // rows that are written at once

const mediaType = (media: string): string => (media.startsWith("text/") ? `${media}; charset=utf-8` : media);

const encoder = new TextEncoder();
const bytesOf = (content: string | Uint8Array<ArrayBuffer>) =>
  typeof content === "string" ? encoder.encode(content) : content;

import type {Context} from "../context.ts";
import type {Section} from "../document.ts";

/** What a reader of a short brief must know before quoting it. */
export function caveatsSection({one, say, day, worded}: Context): Section {
  return {
    id: "caveats",
    title: say("short.title"),
    blocks: [
      {
        kind: "list",
        items: [
          [say("method.coverage", {from: day(one.coverage.from), to: day(one.coverage.to)})],
          [say("method.dates")],
          ...one.coders.map((coder) => [say("short.motives", {coder: worded.coder(coder).name})]),
          [say("short.full", {id: one.id})]
        ]
      }
    ]
  };
}

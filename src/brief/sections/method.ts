import type {Event, Verification} from "../../sanctions/event.ts";
import {BAND} from "../../sanctions/pendulum.ts";
import type {Context} from "../context.ts";
import type {Block, Section} from "../document.ts";

const levels: readonly Verification[] = ["verified", "partly", "recalled"];

/** Events on record on the day by how far they were checked. */
export function verificationOf({lives}: Context): Readonly<Record<Verification, readonly Event[]>> {
  const events = lives.flatMap(({measure}) => measure.life);
  const at = (level: Verification) => events.filter(({verification}) => verification === level);
  return {verified: at("verified"), partly: at("partly"), recalled: at("recalled")};
}

export function methodSection(context: Context): Section {
  const {one, say, day, number, percent} = context;
  const verification = verificationOf(context);
  const n = levels.reduce((sum, level) => sum + verification[level].length, 0);
  const paragraphs = [
    say("method.states"),
    say("method.dates"),
    say("method.weights", {draws: number(BAND.draws), seed: BAND.seed}),
    say("method.coverage", {from: day(one.coverage.from), to: day(one.coverage.to)})
  ];
  const findings: Block[] =
    one.findings.length === 0
      ? []
      : [
          {
            kind: "table",
            id: "findings",
            caption: say("method.findings", {n: one.findings.length}),
            columns: (["measure", "finding.was", "finding.is", "finding.reason"] as const).map((word) => ({
              label: say(word)
            })),
            rows: one.findings.map(({measure, was, is, reason}) => [[measure], [was], [is], [reason]]),
            folded: true
          }
        ];
  return {
    id: "method",
    title: say("method.title"),
    blocks: [
      ...paragraphs.map((text): Block => ({kind: "paragraph", text: [text]})),
      {
        kind: "table",
        id: "verification",
        caption: say("method.verification"),
        columns: [
          {label: say("trade.verified")},
          {label: say("events"), numeric: true},
          {label: say("share"), numeric: true}
        ],
        rows: levels.map((level) => [
          [say(`verification.${level}`)],
          [number(verification[level].length)],
          [percent(verification[level].length / n)]
        ])
      },
      ...findings
    ]
  };
}

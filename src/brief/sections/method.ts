import type {Finding} from "../../casebook/case.ts";
import type {Event, Verification} from "../../sanctions/event.ts";
import {BAND} from "../../sanctions/pendulum.ts";
import {verifications} from "../../sanctions/verification.ts";
import type {Context} from "../context.ts";
import type {Block, Section} from "../document.ts";

/** Events on record on the day by how far they were checked. */
export function verificationOf({lives}: Context): Readonly<Record<Verification, readonly Event[]>> {
  const events = lives.flatMap(({measure}) => measure.life);
  const at = (level: Verification) => events.filter(({verification}) => verification === level);
  return {verified: at("verified"), partly: at("partly"), recalled: at("recalled")};
}

/** Findings on what was on record by the day. A finding is written today, so its reason may speak of later days. */
function findingsOf({one, lives}: Context): Finding[] {
  const measures = new Set(lives.map(({measure}) => measure.id));
  const events = new Set(lives.flatMap(({measure}) => measure.life.map(({id}) => id)));
  return one.findings.filter(({measure, event}) => measures.has(measure) && (event === undefined || events.has(event)));
}

export function methodSection(context: Context): Section {
  const {one, say, worded, day, number, percent} = context;
  const verification = verificationOf(context);
  const n = verifications.reduce((sum, level) => sum + verification[level].length, 0);
  const paragraphs = [
    say("method.states"),
    say("method.dates"),
    say("method.weights", {draws: number(BAND.draws), seed: BAND.seed}),
    say("method.coverage", {from: day(one.coverage.from), to: day(one.coverage.to)})
  ];
  const own = findingsOf(context);
  const findings: Block[] =
    own.length === 0
      ? []
      : [
          {
            kind: "table",
            id: "findings",
            caption: say("method.findings", {n: own.length}),
            columns: (["measure", "finding.was", "finding.is", "finding.reason"] as const).map((word) => ({
              label: say(word)
            })),
            rows: own.map(({measure, was, is, reason}) => [
              [measure],
              ...[was, is, reason].map((text) => [worded.finding(text)])
            ]),
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
        rows: verifications.map((level) => [
          [say(`verification.${level}`)],
          [number(verification[level].length)],
          [percent(verification[level].length / n)]
        ])
      },
      ...findings
    ]
  };
}

import {motivesByEraChart} from "../../charts/motivesByEraChart.ts";
import {acts, type Easing, easings} from "../../sanctions/easings.ts";
import {eraOf} from "../../sanctions/era.ts";
import type {Motive, MotiveKey} from "../../sanctions/event.ts";
import {type Context, cited} from "../context.ts";
import type {Block, Section, Text} from "../document.ts";

/** The rival explanations come before the three motives. */
const rivalsFirst: readonly MotiveKey[] = [
  "compliance",
  "domestic",
  "humanitarian",
  "other",
  "balancing",
  "economic",
  "socialisation"
];

export function easeSection(context: Context): Section {
  const {one, lives, eras, on, worded, drawn, say, number} = context;
  const list = easings(lives).filter(({when}) => when.earliest <= on);
  const title = say("ease.title");
  if (list.length === 0) return {id: "easings", title, blocks: [{kind: "paragraph", text: [say("ease.none")]}]};
  const outside = list.filter(({when}) => eraOf(eras, when.nominal) === undefined);
  const coders = one.coders.map(worded.coder);
  return {
    id: "easings",
    title,
    blocks: [
      {kind: "paragraph", text: [say("ease.acts", {easings: number(list.length), acts: number(acts(list).length)})]},
      ...coders.flatMap((coder, i): Block[] => [
        {kind: "paragraph", text: [say("ease.intro", {coder: coder.name, about: coder.about})]},
        drawn((options) => {
          const chart = motivesByEraChart({lives, eras, coder, until: on}, options);
          return i === 0 ? chart : {...chart, id: `${chart.id}-${i + 1}`};
        })
      ]),
      ...eras.flatMap((era, i) => {
        const own = list.filter(({when}) => eraOf(eras, when.nominal)?.id === era.id);
        return own.length === 0
          ? []
          : [tableOf(`easings-${i + 1}`, say("ease.table", {era: era.title, n: own.length}), own, context)];
      }),
      ...(outside.length === 0
        ? []
        : [tableOf("easings-outside", say("ease.outside", {n: outside.length}), outside, context)])
    ]
  };
}

function tableOf(id: string, caption: string, own: readonly Easing[], context: Context): Block {
  const {say} = context;
  return {
    kind: "table",
    id,
    caption,
    columns: [{label: say("day"), days: true}, {label: say("measure")}, {label: say("what")}, {label: say("motives")}],
    rows: own.map((easing) => rowOf(easing, context))
  };
}

function rowOf({measure, event, verb, when}: Easing, context: Context): Text[] {
  const {say, worded} = context;
  return [
    [context.when(when), {minor: say(`verification.${event.verification}`)}],
    [worded.measure(measure)],
    [{strong: say(`verb.${verb}`)}, ": ", worded.what(event), cited(event)],
    motivesOf(event, context)
  ];
}

function motivesOf(event: Easing["event"], context: Context): Text {
  const {one, worded, say} = context;
  if (event.motives.length === 0) return [say("uncoded")];
  return event.motives.flatMap((motive): Text => {
    const coder = one.coders.find(({id}) => id === motive.coder);
    const by = one.coders.length > 1 && coder !== undefined ? `${worded.coder(coder).name}: ` : "";
    return [
      by + weightsText(motive, (key) => say(`motive.${key}`), context),
      {minor: worded.rationale(event, motive.rationale)}
    ];
  });
}

/** The motives that one coder gave weight to, rivals first. */
export const weightsText = (
  {weights}: Motive,
  name: (motive: MotiveKey) => string,
  {percent}: Pick<Context, "percent">
): string =>
  rivalsFirst
    .filter((key) => weights[key] > 0)
    .map((key) => `${name(key)}\u00a0${percent(weights[key])}`)
    .join(" · ");

import {type Channel, channels} from "../../../sanctions/channel.ts";
import type {Day} from "../../../time/day.ts";
import type {CaseRecord} from "../../data/caseRecord.ts";
import {choiceField, choicesField, dayField, type Fields} from "../../router/query.ts";

export const lifeFigures = ["life-line", "trade", "pendulum"] as const;
export type LifeFigure = (typeof lifeFigures)[number];

/** All that the life line page shows beyond the case itself. */
export type LifeView = {
  /** The day that everything on the page is about. */
  readonly on: Day;
  /** The measure whose life is opened. */
  readonly measure: string | null;
  /** The channels that are shown; none stands for all. */
  readonly channel: readonly Channel[];
  /** The figures whose table is open. */
  readonly table: readonly LifeFigure[];
};

export function lifeFields({record: {coverage, measures}}: Pick<CaseRecord, "record">): Fields<LifeView> {
  return {
    on: dayField("on", coverage.to, coverage.from, coverage.to),
    measure: choiceField(
      "measure",
      measures.map(({id}) => id)
    ),
    channel: choicesField("channel", channels),
    table: choicesField("table", lifeFigures)
  };
}

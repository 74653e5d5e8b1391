import {memo} from "react";
import type {LifeLineLayout} from "../../../charts/lifeLineLayout.ts";
import {type Colour, colour} from "../../../charts/palette.ts";
import type {CaseRecord} from "../../data/caseRecord.ts";
import {type Bead, beadOf} from "./standingRows.ts";

type Props = {
  readonly record: CaseRecord;
  readonly lines: LifeLineLayout["lines"];
  readonly masks: Uint16Array;
  readonly pitch: number;
  readonly height: number;
};

const sizes: Readonly<Record<Bead, number>> = {none: 0, full: 1, eased: 0.78, held: 0.55, threatened: 0.45};

/** A bead on the line of the day for every measure on the books: large in force, small where held, hollow where only possible. */
export const Beads = memo(
  function Beads({record, lines, masks, pitch, height}: Props) {
    const place = new Map(record.lives.map(({measure}, i) => [measure.id, i]));
    const most = Math.min(4.6, Math.max(3.3, pitch * 0.72));
    return (
      <svg className="beads" width="12" height={height} viewBox={`-6 0 12 ${height}`} aria-hidden="true">
        {lines.map(({life, channel, y}) => {
          const {look, isPossible} = beadOf(masks[place.get(life.measure.id)!]!);
          if (look === "none") return null;
          const hue = colour(channel as Colour);
          return (
            <circle
              key={life.measure.id}
              cy={y}
              r={most * sizes[look]}
              fill={isPossible ? colour("paper") : hue}
              stroke={isPossible ? hue : colour("paper")}
              strokeWidth={isPossible ? 1.3 : 0.8}
            />
          );
        })}
      </svg>
    );
  },
  (a, b) => a.lines === b.lines && a.record === b.record && a.masks.every((mask, i) => mask === b.masks[i])
);

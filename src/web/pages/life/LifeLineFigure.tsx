import {useMemo} from "react";
import {NARROW} from "../../../charts/chart.ts";
import {lifeLine} from "../../../charts/lifeLine.ts";
import {type Channel, channelOf} from "../../../sanctions/channel.ts";
import type {Day} from "../../../time/day.ts";
import type {CaseRecord} from "../../data/caseRecord.ts";
import {ChartFigure} from "../../figures/ChartFigure.tsx";
import {useChartOptions} from "../../figures/useChartOptions.ts";
import {useWidth} from "../../figures/useWidth.ts";
import {LifeOverlay} from "./LifeOverlay.tsx";

type Props = {
  readonly record: CaseRecord;
  /** Height that the drawing should keep within on a wide screen, px. */
  readonly room: number;
  readonly channels: readonly Channel[];
  readonly on: Day;
  readonly masks: Uint16Array;
  /** The measure whose strand is to be seen. */
  readonly marked: string | null;
  readonly onDay: (day: Day) => void;
  readonly onPick: (measure: string) => void;
  readonly isTableOpen: boolean;
  readonly onTable: (open: boolean) => void;
};

/** The strands, drawn once, and over them what moves. */
export default function LifeLineFigure({record, room, channels, on, masks, marked, onDay, onPick, ...table}: Props) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const options = useChartOptions(width);
  const chart = useMemo(() => {
    const {eras, coverage} = record.record;
    const lives =
      channels.length === 0 ? record.lives : record.lives.filter(({measure}) => channels.includes(channelOf(measure)));
    const size = width < NARROW ? {} : {room};
    return lifeLine({lives, eras, ...coverage}, {...options, ...size, marksSteps: width >= NARROW});
  }, [record, channels, room, width, options]);
  return (
    <div ref={frame} style={{minHeight: room + 90}}>
      {width > 0 && (
        <ChartFigure chart={chart} record={record} method="rule-book" {...table}>
          {chart.layout !== null && (
            <LifeOverlay
              key={chart.layout.lines.length}
              {...{record, on, masks, marked, onDay, onPick, width}}
              layout={chart.layout}
            />
          )}
        </ChartFigure>
      )}
    </div>
  );
}

import {useMemo} from "react";
import {yearPoint} from "../../../charts/chart.ts";
import {type PendulumChart, pendulumChart} from "../../../charts/pendulumChart.ts";
import type {PendulumYear} from "../../../charts/pendulumYears.ts";
import {type Day, yearOf} from "../../../time/day.ts";
import type {CaseRecord} from "../../data/caseRecord.ts";
import type {CatalogueEntry} from "../../data/catalogueEntry.ts";
import {useAnswer} from "../../engine/useAnswer.ts";
import {ChartFigure} from "../../figures/ChartFigure.tsx";
import {useChartOptions} from "../../figures/useChartOptions.ts";
import {useWidth} from "../../figures/useWidth.ts";
import {Waiting} from "../../figures/Waiting.tsx";
import {useFormat} from "../../words/useFormat.ts";
import {useWords} from "../../words/useWords.ts";
import {xOfDay} from "./dayAt.ts";
import {lifeWords} from "./words.ts";

type Props = {
  readonly entry: CatalogueEntry;
  readonly record: CaseRecord;
  readonly on: Day;
  readonly isTableOpen: boolean;
  readonly onTable: (open: boolean) => void;
};

/** The pendulum with its band, worked out by the engine, and the day in it. */
export default function PendulumFigure({entry, record, on, ...table}: Props) {
  const {coverage} = record.record;
  const years = useMemo(() => ({from: yearOf(coverage.from), to: yearOf(coverage.to)}), [coverage]);
  const answer = useAnswer(entry, "pendulum", years);
  const [frame, width] = useWidth<HTMLDivElement>();
  return (
    <div ref={frame} style={{minHeight: 460}}>
      {answer.kind !== "answer" && <Waiting answer={answer} />}
      {answer.kind === "answer" && width > 0 && (
        <Drawn {...{record, on, years, width}} points={answer.value} {...table} />
      )}
    </div>
  );
}

type DrawnProps = Omit<Props, "entry"> & {
  readonly points: readonly PendulumYear[];
  readonly years: {readonly from: number; readonly to: number};
  readonly width: number;
};

function Drawn({record, on, years, width, points, ...table}: DrawnProps) {
  const options = useChartOptions(width);
  const chart = useMemo(
    () => pendulumChart({lives: record.lives, eras: record.record.eras, ...years, points}, options),
    [record, years, points, options]
  );
  return (
    <ChartFigure chart={chart} record={record} method="pendulum" {...table}>
      <YearCursor chart={chart} on={on} />
    </ChartFigure>
  );
}

function YearCursor({chart: {layout, points}, on}: {readonly chart: PendulumChart; readonly on: Day}) {
  const say = useWords(lifeWords);
  const {number} = useFormat();
  const point = points.find(({year}) => year === yearOf(on));
  if (layout === null || point === undefined) return null;
  const {time, top, bottom, yOf} = layout;
  const x = xOfDay(time, on);
  const isLeft = x > (time.left + time.right) / 2;
  const range = {low: number(point.bandLow), high: number(point.bandHigh)};
  return (
    <>
      <div className="cursor" style={{transform: `translateX(${x}px)`}} aria-hidden="true">
        <i className="cursor-line" style={{top, height: bottom - top}} />
        <i
          className="dot is-line"
          style={{transform: `translate(-50%, ${yOf(shareOn(points, on))}px) translateY(-50%)`}}
        />
      </div>
      <p
        className={isLeft ? "cursor-note is-left" : "cursor-note"}
        style={{transform: `translate(${isLeft ? x - 8 : x + 8}px, ${top - 2}px)`}}
      >
        {say("pendulum.note", {year: point.year, share: number(point.share), ...range})}
      </p>
    </>
  );
}

/** The share on a day, read off the line, which joins the last days of years. */
function shareOn(points: readonly PendulumYear[], on: Day): number {
  const year = yearOf(on);
  const at = points.findIndex((one) => one.year === year);
  const [before, after] = [points[at - 1] ?? points[at]!, points[at]!];
  return before.share + (after.share - before.share) * (yearPoint(on) - year);
}

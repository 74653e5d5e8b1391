import {useMemo} from "react";
import {type TradePanel, tradeChart} from "../../../charts/tradeChart.ts";
import {type Day, yearOf} from "../../../time/day.ts";
import type {TradeColumn} from "../../../trade/series.ts";
import type {CaseRecord} from "../../data/caseRecord.ts";
import {ChartFigure} from "../../figures/ChartFigure.tsx";
import {useChartOptions} from "../../figures/useChartOptions.ts";
import {useWidth} from "../../figures/useWidth.ts";
import {useFormat} from "../../words/useFormat.ts";
import {useWords} from "../../words/useWords.ts";
import {lifeWords} from "./words.ts";

type Props = {
  readonly record: CaseRecord;
  readonly on: Day;
  readonly isTableOpen: boolean;
  readonly onTable: (open: boolean) => void;
};

/** Trade by both reporters, with the year of the day marked in both directions. */
export default function TradeFigure({record, on, ...table}: Props) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const options = useChartOptions(width);
  const {trade: series, parties} = record.record;
  const chart = useMemo(() => tradeChart({series, parties}, options), [series, parties, options]);
  const year = yearOf(on);
  return (
    <div ref={frame} style={{minHeight: 540}}>
      {width > 0 && (
        <ChartFigure chart={chart} record={record} method="trade-series" {...table}>
          {series !== null &&
            chart.panels.map((panel) => (
              <PanelCursor
                key={`${panel.flow.origin} ${panel.flow.destination}`}
                panel={panel}
                year={year}
                at={series.years.indexOf(year)}
              />
            ))}
        </ChartFigure>
      )}
    </div>
  );
}

/** The year in one direction: a line, and each published figure of the year on it and in a note beside it. */
function PanelCursor({panel, year, at}: {readonly panel: TradePanel; readonly year: number; readonly at: number}) {
  const say = useWords(lifeWords);
  const {number} = useFormat();
  const {time, top, bottom, flow, yOf, hueOf} = panel;
  if (year < time.from || year > time.to) return null;
  const x = time.left + ((year - time.from) / Math.max(1, time.to - time.from)) * (time.right - time.left);
  const points = flow.columns.flatMap((column) => {
    const value = column.values[at] ?? null;
    return value === null ? [] : [{column, value}];
  });
  const [least, most] = [Math.min(...points.map(({value}) => value)), Math.max(...points.map(({value}) => value))];
  const money = (value: number) =>
    value >= 1000
      ? say("money.billion", {value: number(value / 1000, value < 100_000 ? 1 : 0)})
      : say("money.million", {value: number(value, value < 10 ? 1 : 0)});
  const told =
    points.length === 0
      ? say("trade.none")
      : least === most
        ? money(most)
        : say("trade.range", {least: money(least), most: money(most)});
  const isLeft = x > (time.left + time.right) / 2;
  return (
    <>
      <div className="cursor" style={{transform: `translateX(${x}px)`}} aria-hidden="true">
        <i className="cursor-line" style={{top, height: bottom - top}} />
        {points
          .filter(({value}) => value > 0)
          .map(({column, value}: {column: TradeColumn; value: number}) => (
            <i
              key={column.id}
              className="dot"
              style={{transform: `translate(-50%, ${yOf(value)}px) translateY(-50%)`, background: hueOf(column)}}
            />
          ))}
      </div>
      <p
        className={isLeft ? "cursor-note is-left" : "cursor-note"}
        style={{transform: `translate(${isLeft ? x - 8 : x + 8}px, ${top - 2}px)`}}
      >
        <b>{year}</b> {told}
      </p>
    </>
  );
}

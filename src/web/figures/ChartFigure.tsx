import {type ReactNode, useLayoutEffect, useRef, useState} from "react";
import type {Chart} from "../../charts/chart.ts";
import type {CaseRecord} from "../data/caseRecord.ts";
import {store} from "../router/store.ts";
import {shellWords} from "../words/shell.ts";
import {useWords} from "../words/useWords.ts";
import {CiteDialog} from "./CiteDialog.tsx";
import {drawChart} from "./drawChart.ts";
import {csvFile, download, pngFile, svgFile} from "./exportChart.ts";
import {TableTwin} from "./TableTwin.tsx";

type Props = {
  readonly chart: Chart;
  readonly record: CaseRecord;
  /** Page of docs/methods that says how the figure is made. */
  readonly method: string;
  readonly isTableOpen: boolean;
  readonly onTable: (open: boolean) => void;
  /** What lies over the drawing, in its px. */
  readonly children?: ReactNode;
};

/** A chart with all that every chart has: title, caption, table, downloads, citation and method. */
export function ChartFigure({chart, record, method, isTableOpen, onTable, children}: Props) {
  const say = useWords(shellWords);
  const frame = useRef<HTMLDivElement>(null);
  const [isCiting, setCiting] = useState(false);
  const {id, title, caption, table, plot} = chart;
  useLayoutEffect(() => {
    const drawn = drawChart(chart);
    frame.current?.replaceChildren(drawn);
    return () => drawn.remove();
  }, [chart]);

  const svg = () => {
    const drawn = frame.current!.querySelector("svg")!;
    const source = say("source", {citation: record.citation.text});
    return svgFile(drawn, chart, source, isDark());
  };
  const name = (ending: string) => `thaw-${record.record.id}-${id}.${ending}`;
  const named = (format: string) => say("figure.download", {format, title});
  return (
    <figure className="figure" aria-labelledby={`${id}-heading`}>
      <header className="figure-head">
        <h2 id={`${id}-heading`}>{title}</h2>
        <div className="tools">
          <button type="button" aria-expanded={isTableOpen} onClick={() => onTable(!isTableOpen)}>
            {say(isTableOpen ? "figure.chart" : "figure.table")}
          </button>
          <button
            type="button"
            aria-label={named("PNG")}
            onClick={async () => download(name("png"), await pngFile(svg()), "image/png")}
          >
            {say("figure.png")}
          </button>
          <button type="button" aria-label={named("SVG")} onClick={() => download(name("svg"), svg(), "image/svg+xml")}>
            {say("figure.svg")}
          </button>
          <button
            type="button"
            aria-label={named("CSV")}
            onClick={() => download(name("csv"), csvFile(table), "text/csv;charset=utf-8")}
          >
            {say("figure.csv")}
          </button>
          <button type="button" onClick={() => setCiting(true)}>
            {say("figure.cite")}
          </button>
          <a href={`${store.root}methods/${method}/`}>{say("figure.method")}</a>
        </div>
      </header>
      <div className="canvas" style={{height: plot.height}}>
        <div ref={frame} />
        {children}
      </div>
      <figcaption>{caption}</figcaption>
      {isTableOpen && <TableTwin table={table} id={`${id}-table`} />}
      {isCiting && <CiteDialog title={title} record={record} onClose={() => setCiting(false)} />}
    </figure>
  );
}

function isDark(): boolean {
  const {theme} = document.documentElement.dataset;
  return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

import {lazy, Suspense, useCallback, useDeferredValue, useMemo, useState} from "react";
import type {Channel} from "../../../sanctions/channel.ts";
import type {Day} from "../../../time/day.ts";
import {useCaseRecord} from "../../data/useCaseRecord.ts";
import {useView} from "../../router/useAddress.ts";
import {AddressNotice} from "../../shell/Notice.tsx";
import type {CasePageProps} from "../casePages.ts";
import {ChannelFilter} from "./ChannelFilter.tsx";
import {DayHead} from "./DayHead.tsx";
import {InForceList} from "./InForceList.tsx";
import {type LifeFigure, lifeFields} from "./lifeFields.ts";
import {MeasureDrawer} from "./MeasureDrawer.tsx";
import {masksOn, standingRows} from "./standingRows.ts";
import {useRoom} from "./useRoom.ts";

const LifeLineFigure = lazy(() => import("./LifeLineFigure.tsx"));
const TradeFigure = lazy(() => import("./TradeFigure.tsx"));
const PendulumFigure = lazy(() => import("./PendulumFigure.tsx"));

/** The whole life of a relationship, and what stood on the day that the reader points at. */
export default function LifePage({entry}: CasePageProps) {
  const record = useCaseRecord(entry);
  const fields = useMemo(() => lifeFields(record), [record]);
  const {state, problems, change} = useView(fields);
  const {on, measure, channel, table} = state;
  const room = useRoom();
  const masks = useMemo(() => masksOn(record, on), [record, on]);
  const rows = useMemo(() => standingRows(record, masks, on), [record, masks, on]);
  const shown = useMemo(
    () => (channel.length === 0 ? rows : rows.filter((row) => channel.includes(row.channel))),
    [rows, channel]
  );
  const drawn = useDeferredValue(channel);
  const [marked, setMarked] = useState<string | null>(null);

  const setDay = useCallback((day: Day) => change({on: day}), [change]);
  const goTo = useCallback((day: Day) => change({on: day}, "push"), [change]);
  const open = useCallback((id: string | null) => change({measure: id}, id === null ? "replace" : "push"), [change]);
  const setChannels = useCallback((list: readonly Channel[]) => change({channel: list}), [change]);
  const tableOf = (figure: LifeFigure) => ({
    isTableOpen: table.includes(figure),
    onTable: (isOpen: boolean) => change({table: isOpen ? [...table, figure] : table.filter((one) => one !== figure)})
  });
  const picked = record.lives.find((life) => life.measure.id === measure);

  return (
    <div className="life">
      <AddressNotice problems={problems} />
      <DayHead record={record} on={on} rows={shown} channels={channel} onDay={setDay} onTurn={goTo} />
      <div className="life-main">
        <div className="life-chart">
          <Suspense fallback={<div className="figure placeholder" style={{minHeight: room + 90}} />}>
            <LifeLineFigure
              {...{record, room, on, masks, marked}}
              channels={drawn}
              onDay={setDay}
              onPick={open}
              {...tableOf("life-line")}
            />
          </Suspense>
        </div>
        <aside className="life-list">
          <ChannelFilter rows={rows} chosen={channel} onChange={setChannels} />
          <InForceList rows={shown} language={record.language} onPick={open} onMark={setMarked} />
        </aside>
      </div>
      <div className="life-more">
        <Suspense fallback={<div className="figure placeholder" style={{minHeight: 540}} />}>
          <TradeFigure record={record} on={on} {...tableOf("trade")} />
        </Suspense>
        <Suspense fallback={<div className="figure placeholder" style={{minHeight: 460}} />}>
          <PendulumFigure entry={entry} record={record} on={on} {...tableOf("pendulum")} />
        </Suspense>
      </div>
      {picked !== undefined && (
        <MeasureDrawer
          key={picked.measure.id}
          record={record}
          life={picked}
          on={on}
          onDay={setDay}
          onClose={() => open(null)}
        />
      )}
    </div>
  );
}

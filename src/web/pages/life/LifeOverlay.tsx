import {type PointerEvent, useRef, useState} from "react";
import type {LifeLineLayout} from "../../../charts/lifeLineLayout.ts";
import {standingAsOf} from "../../../sanctions/asOf.ts";
import type {Day} from "../../../time/day.ts";
import type {CaseRecord} from "../../data/caseRecord.ts";
import {recordWords} from "../../words/record.ts";
import {useFormat} from "../../words/useFormat.ts";
import {useWords} from "../../words/useWords.ts";
import {Beads} from "./Beads.tsx";
import {dayAt, dayByKey, within, xOfDay} from "./dayAt.ts";
import {StrandButtons} from "./StrandButtons.tsx";
import {lifeWords} from "./words.ts";

type Props = {
  readonly record: CaseRecord;
  readonly layout: LifeLineLayout;
  readonly width: number;
  readonly on: Day;
  readonly masks: Uint16Array;
  readonly marked: string | null;
  readonly onDay: (day: Day) => void;
  readonly onPick: (measure: string) => void;
};

const STILL = 4; // px that a pointer may move and still have clicked
const NEAR = 4; // px from a strand at which it is meant

/** What moves over the strands: the day as a line with a bead on every measure on the books, and what is pointed at. */
export function LifeOverlay({record, layout, width, on, masks, marked, onDay, onPick}: Props) {
  const say = useWords(lifeWords);
  const {day: written, shortDay} = useFormat();
  const {from: first, to: last} = record.record.coverage;
  const {time, top, bottom, lines, pitch} = layout;
  const box = useRef<HTMLDivElement>(null);
  const strands = useRef<HTMLDivElement>(null);
  const press = useRef<{readonly x: number; readonly y: number; isDrag: boolean} | null>(null);
  const [pointed, setPointed] = useState<{readonly line: number; readonly x: number; readonly y: number} | null>(null);

  const place = ({clientX, clientY}: PointerEvent) => {
    const {left, top: above} = box.current!.getBoundingClientRect();
    return {x: clientX - left, y: clientY - above};
  };
  const dayOf = (x: number) => within(dayAt(time, x), first, last);
  const lineAt = ({x, y}: {x: number; y: number}): number => {
    const reach = Math.max(NEAR, pitch / 2);
    let [best, distance] = [-1, reach];
    lines.forEach((line, i) => {
      const off = Math.abs(line.y - y);
      if (off < distance && x >= line.x1 - 3 && x <= line.x2 + 3) [best, distance] = [i, off];
    });
    return best;
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const onHandle = (event.target as Element).closest("[role=slider]") !== null;
    press.current = {...place(event), isDrag: onHandle};
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const at = place(event);
    const {current} = press;
    if (current === null) {
      const line = at.y < top || at.y > bottom ? -1 : lineAt(at);
      setPointed(line < 0 ? null : {line, ...at});
      return;
    }
    if (!current.isDrag && Math.abs(at.x - current.x) < STILL) return;
    current.isDrag = true;
    setPointed(null);
    onDay(dayOf(at.x));
  };
  const up = (event: PointerEvent<HTMLDivElement>) => {
    const {current} = press;
    press.current = null;
    if (current === null || current.isDrag) return;
    const at = place(event);
    const line = lineAt(at);
    if (line < 0) return onDay(dayOf(at.x));
    strands.current?.querySelectorAll("button")[line]?.focus({preventScroll: true});
    onPick(lines[line]!.life.measure.id);
  };

  const x = xOfDay(time, on);
  const seen = pointed === null ? lines.find(({life}) => life.measure.id === marked) : lines[pointed.line];
  return (
    <div
      ref={box}
      className={pointed === null ? "overlay" : "overlay on-strand"}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        press.current = null;
      }}
      onPointerLeave={() => setPointed(null)}
    >
      {seen !== undefined && (
        <i
          className="strand-mark"
          style={{
            transform: `translate(${seen.x1 - 3}px, ${seen.y - pitch / 2 - 1.5}px)`,
            width: Math.max(6, seen.x2 - seen.x1) + 6,
            height: pitch + 3
          }}
        />
      )}
      <StrandButtons ref={strands} lines={lines} pitch={pitch} onPick={onPick} />
      <div className="cursor" style={{transform: `translateX(${x}px)`}}>
        <i className="cursor-line" style={{top: top - 2, height: bottom - top + 4}} />
        <Beads record={record} lines={lines} masks={masks} pitch={pitch} height={bottom + 4} />
      </div>
      <div
        className="handle"
        role="slider"
        tabIndex={0}
        aria-label={say("slider")}
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuenow={on}
        aria-valuetext={written(on)}
        style={{transform: `translateX(clamp(0px, ${x}px - 50%, ${width}px - 100%))`, top: bottom + 1}}
        onKeyDown={(event) => {
          const next = dayByKey(event, on, first, last);
          if (next === undefined) return;
          event.preventDefault();
          onDay(next);
        }}
      >
        {shortDay(on)}
      </div>
      {pointed !== null && (
        <Tip record={record} layout={layout} width={width} pointed={pointed} day={dayOf(pointed.x)} />
      )}
    </div>
  );
}

type TipProps = Pick<Props, "layout" | "width" | "record"> & {
  readonly pointed: {readonly line: number; readonly x: number; readonly y: number};
  readonly day: Day;
};

/** Names the strand under the pointer and where it stood there. */
function Tip({record, layout, width, pointed: {line, x, y}, day}: TipProps) {
  const say = useWords(lifeWords);
  const sayRecord = useWords(recordWords);
  const {day: written} = useFormat();
  const one = layout.lines[line];
  if (one === undefined) return null;
  const {standings} = standingAsOf(one.life, day);
  const standing = standings.map((it) => sayRecord(`standing.${it}`)).join(` ${sayRecord("or")} `);
  const isLeft = x > width / 2;
  return (
    <div
      className={isLeft ? "tip tip-left" : "tip"}
      style={{transform: `translate(${isLeft ? x - 14 : x + 14}px, ${y + 12}px)`}}
    >
      <strong lang={record.language}>{one.life.measure.title}</strong>
      <span>{say("tip", {standing, day: written(day)})}</span>
    </div>
  );
}

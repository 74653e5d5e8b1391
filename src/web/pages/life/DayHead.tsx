import {useId, useMemo, useState} from "react";
import {type Channel, channelOf} from "../../../sanctions/channel.ts";
import {eraOf} from "../../../sanctions/era.ts";
import {type Day, formatDay, parseDay} from "../../../time/day.ts";
import type {CaseRecord} from "../../data/caseRecord.ts";
import {recordWords} from "../../words/record.ts";
import {useFormat} from "../../words/useFormat.ts";
import {useWords} from "../../words/useWords.ts";
import type {Language} from "../../words/words.ts";
import {within} from "./dayAt.ts";
import {countsOf, type StandingRow} from "./standingRows.ts";
import {type Turn, turnsAround, turnsOf} from "./turns.ts";
import {lifeWords} from "./words.ts";

type Props = {
  readonly record: CaseRecord;
  readonly on: Day;
  /** What stands on the day in the channels that are shown. */
  readonly rows: readonly StandingRow[];
  readonly channels: readonly Channel[];
  readonly onDay: (day: Day) => void;
  /** A jump to another day, which the back button undoes. */
  readonly onTurn: (day: Day) => void;
};

/** The day that the page is about: written large, to be typed, with what stood on it and the steps around it. */
export function DayHead({record, on, rows, channels, onDay, onTurn}: Props) {
  const say = useWords(lifeWords);
  const {day: written} = useFormat();
  const {eras, title, coverage} = record.record;
  const turns = useMemo(() => {
    const lives =
      channels.length === 0 ? record.lives : record.lives.filter(({measure}) => channels.includes(channelOf(measure)));
    return turnsOf(lives, coverage.from, coverage.to);
  }, [record, channels, coverage]);
  const {latest, next} = turnsAround(turns, on);
  const before = latest?.day === on ? turnsAround(turns, (on - 1) as Day).latest : latest;
  return (
    <header className="day-head">
      <div className="day-title">
        <p className="eyebrow">{eraOf(eras, on)?.title}</p>
        <h1>
          <span className="sr-only">{`${title}: `}</span>
          {written(on)}
        </h1>
      </div>
      <CountList rows={rows} />
      <div className="day-steps">
        <TurnButton label={say("turn.before")} turn={before} onTurn={onTurn} direction="back" />
        <DayInput on={on} first={coverage.from} last={coverage.to} onDay={onDay} />
        <TurnButton label={say("turn.after")} turn={next} onTurn={onTurn} direction="on" />
      </div>
      <TurnText turn={latest} isToday={latest?.day === on} language={record.language} />
    </header>
  );
}

const counted = ["inForce", "held", "threatened", "possible"] as const;

/** How many measures stand where, and by which rule each number was counted. */
function CountList({rows}: {readonly rows: readonly StandingRow[]}) {
  const say = useWords(lifeWords);
  const {number} = useFormat();
  const id = useId();
  const counts = countsOf(rows);
  return (
    <div className="counts">
      <dl>
        {counted.map((key) => (
          <div key={key} className={counts[key] === 0 ? "count is-none" : "count"}>
            <dt>{say(`count.${key}`)}</dt>
            <dd>{number(counts[key])}</dd>
          </div>
        ))}
      </dl>
      <div className="rules">
        <button type="button" popoverTarget={id} aria-label={say("count.rules")} title={say("count.rules")}>
          ?
        </button>
        <div id={id} popover="auto">
          {counted.map((key) => (
            <p key={key}>
              <strong>{say(`count.${key}`)}</strong>: {say(`count.${key}.rule`)}
            </p>
          ))}
        </div>
      </div>
    </div>
  );
}

type TurnProps = {
  readonly label: string;
  readonly turn: Turn | undefined;
  readonly direction: "back" | "on";
  readonly onTurn: (day: Day) => void;
};

function TurnButton({label, turn, direction, onTurn}: TurnProps) {
  const {day} = useFormat();
  return (
    <button
      type="button"
      className="turn"
      disabled={turn === undefined}
      aria-label={turn === undefined ? label : `${label}: ${day(turn.day)}`}
      title={turn === undefined ? label : `${label}: ${day(turn.day)}`}
      onClick={() => turn && onTurn(turn.day)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={direction === "back" ? "M10 3L5 8l5 5" : "M6 3l5 5-5 5"} />
      </svg>
    </button>
  );
}

type DayInputProps = {
  readonly on: Day;
  readonly first: Day;
  readonly last: Day;
  readonly onDay: (day: Day) => void;
};

/** Takes a day as it is typed; half a day is left to the field until it is whole. */
function DayInput({on, first, last, onDay}: DayInputProps) {
  const say = useWords(lifeWords);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="date"
      className="day-input"
      aria-label={say("day")}
      value={typed ?? formatDay(on)}
      min={formatDay(first)}
      max={formatDay(last)}
      onChange={({target: {value, validity}}) => {
        setTyped(value);
        if (value !== "" && validity.valid) onDay(within(parseDay(value), first, last));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

type TurnTextProps = {readonly turn: Turn | undefined; readonly isToday: boolean; readonly language: Language};

function TurnText({turn, isToday, language}: TurnTextProps) {
  const say = useWords(lifeWords);
  const sayRecord = useWords(recordWords);
  const {day} = useFormat();
  if (turn === undefined) return <p className="turn-text">{say("turn.none")}</p>;
  const [first, ...others] = turn.entries;
  const {verb, life} = first!;
  const more = others.length === 0 ? "" : say("turn.more", {n: others.length});
  return (
    <p className="turn-text">
      <span className="muted">{isToday ? say("turn.today") : say("turn.latest", {day: day(turn.day)})}</span>{" "}
      <span lang={language}>{life.measure.title}</span>: {sayRecord(`verb.${verb}`)}
      {more}
    </p>
  );
}

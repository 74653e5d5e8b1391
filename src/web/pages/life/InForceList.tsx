import {memo} from "react";
import {type Colour, colour} from "../../../charts/palette.ts";
import {type Channel, channels} from "../../../sanctions/channel.ts";
import {recordWords} from "../../words/record.ts";
import {useFormat} from "../../words/useFormat.ts";
import {useWords} from "../../words/useWords.ts";
import type {Language} from "../../words/words.ts";
import type {StandingRow} from "./standingRows.ts";
import {lifeWords} from "./words.ts";

type Props = {
  readonly rows: readonly StandingRow[];
  /** The language of the titles. */
  readonly language: Language;
  readonly onPick: (measure: string) => void;
  /** The measure that is pointed at, for its strand to be shown. */
  readonly onMark: (measure: string | null) => void;
};

/** What is on the books on the day, by channel, the oldest first. */
export function InForceList({rows, language, onPick, onMark}: Props) {
  const say = useWords(lifeWords);
  const sayRecord = useWords(recordWords);
  const {when} = useFormat();
  if (rows.length === 0) return <p className="empty">{say("list.empty")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
    <section className="list" aria-label={say("list.title")} tabIndex={0}>
      {channels.map((channel) => {
        const own = rows
          .filter((row) => row.channel === channel)
          .sort((a, b) => a.since.nominal - b.since.nominal || (a.life.measure.id < b.life.measure.id ? -1 : 1));
        return own.length === 0 ? null : (
          <section key={channel}>
            <h2>
              {sayRecord(`channel.${channel}`)} <span className="n">{own.length}</span>
            </h2>
            <ul>
              {own.map(({life, standings, certainty, since}) => (
                <Row
                  key={life.measure.id}
                  id={life.measure.id}
                  title={life.measure.title}
                  channel={channel}
                  standing={standings[0]!}
                  told={standings.map((one) => sayRecord(`standing.${one}`)).join(` ${sayRecord("or")} `)}
                  since={say("list.since", {day: when(since)})}
                  possible={certainty === "possible" ? say("list.possible") : ""}
                  {...{language, onPick, onMark}}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

type RowProps = {
  readonly id: string;
  readonly title: string;
  readonly channel: Channel;
  readonly standing: StandingRow["standings"][number];
  readonly told: string;
  readonly since: string;
  readonly possible: string;
} & Pick<Props, "language" | "onPick" | "onMark">;

/** One measure. Its texts come ready, so that a row that stays as it is is not drawn again. */
const Row = memo(function Row({
  id,
  title,
  channel,
  standing,
  told,
  since,
  possible,
  language,
  onPick,
  onMark
}: RowProps) {
  return (
    <li>
      <button
        type="button"
        className="row"
        onClick={() => onPick(id)}
        onPointerEnter={() => onMark(id)}
        onPointerLeave={() => onMark(null)}
        onFocus={() => onMark(id)}
        onBlur={() => onMark(null)}
      >
        <i
          className={possible === "" ? `bar is-${standing}` : "bar is-possible"}
          style={{color: colour(channel as Colour)}}
        />
        <span className="row-title" lang={language}>
          {title}
        </span>
        <span className="row-told">
          {possible !== "" && <em>{possible}</em>} {told} · {since}
        </span>
      </button>
    </li>
  );
});

import {type Colour, colour} from "../../../charts/palette.ts";
import {type Channel, channels} from "../../../sanctions/channel.ts";
import {recordWords} from "../../words/record.ts";
import {useFormat} from "../../words/useFormat.ts";
import {useWords} from "../../words/useWords.ts";
import type {StandingRow} from "./standingRows.ts";
import {lifeWords} from "./words.ts";

type Props = {
  readonly rows: readonly StandingRow[];
  readonly chosen: readonly Channel[];
  readonly onChange: (channels: readonly Channel[]) => void;
};

/** The channels with how many measures each has on the books; those that are pressed are shown, and without any all are. */
export function ChannelFilter({rows, chosen, onChange}: Props) {
  const say = useWords(lifeWords);
  const sayRecord = useWords(recordWords);
  const {number} = useFormat();
  const toggle = (channel: Channel) => {
    const next = channels.filter((one) => (one === channel) !== chosen.includes(one));
    onChange(next.length === channels.length ? [] : next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of form fields
    <div className="chips" role="group" aria-label={say("channels")}>
      {channels.map((channel) => (
        <button key={channel} type="button" aria-pressed={chosen.includes(channel)} onClick={() => toggle(channel)}>
          <i style={{background: colour(channel as Colour)}} />
          {sayRecord(`channel.${channel}`)}{" "}
          <span className="n">{number(rows.filter((row) => row.channel === channel).length)}</span>
        </button>
      ))}
    </div>
  );
}

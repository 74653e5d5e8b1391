import {type KeyboardEvent, memo, type Ref, useState} from "react";
import type {LifeLineLayout} from "../../../charts/lifeLineLayout.ts";
import {recordWords} from "../../words/record.ts";
import {useWords} from "../../words/useWords.ts";
import {lifeWords} from "./words.ts";

type Props = {
  readonly ref: Ref<HTMLDivElement>;
  readonly lines: LifeLineLayout["lines"];
  readonly pitch: number;
  readonly onPick: (measure: string) => void;
};

/** The strands for the keyboard: one stop for Tab, arrows from strand to strand, Enter opens. The pointer passes through. */
export const StrandButtons = memo(function StrandButtons({ref, lines, pitch, onPick}: Props) {
  const say = useWords(lifeWords);
  const sayRecord = useWords(recordWords);
  const [current, setCurrent] = useState(0);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 10,
      PageUp: current - 10,
      Home: 0,
      End: lines.length - 1
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(lines.length - 1, Math.max(0, to));
    setCurrent(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of form fields
    <div ref={ref} className="strands" role="group" aria-label={say("strands")} onKeyDown={move}>
      {lines.map(({life: {measure}, channel, x1, x2, y}, i) => (
        <button
          key={measure.id}
          type="button"
          tabIndex={i === current ? 0 : -1}
          aria-label={`${measure.title}, ${sayRecord(`channel.${channel}`)}`}
          style={{left: x1 - 2, top: y - pitch / 2, width: Math.max(6, x2 - x1 + 4), height: pitch}}
          onFocus={() => setCurrent(i)}
          onClick={() => onPick(measure.id)}
        />
      ))}
    </div>
  );
});

import type {Answer} from "../engine/useAnswer.ts";
import {shellWords} from "../words/shell.ts";
import {useWords} from "../words/useWords.ts";

type Props = {readonly answer: Exclude<Answer<unknown>, {readonly kind: "answer"}>};

/** Stands where an answer of the engine will: how far it is, with a way to stop it, or why there is none. */
export function Waiting({answer}: Props) {
  const say = useWords(shellWords);
  if (answer.kind === "waiting") {
    const {progress, stop} = answer;
    return (
      <div className="waiting" role="status">
        <p>{say("working")}</p>
        <progress value={progress?.done} max={progress?.of} aria-label={say("working")} />
        <button type="button" className="link" onClick={stop}>
          {say("stop")}
        </button>
      </div>
    );
  }
  return (
    <div className="waiting" role="status">
      <p>{answer.kind === "failed" ? answer.error.message : say("stopped")}</p>
      <button type="button" className="link" onClick={answer.again}>
        {say("failed.again")}
      </button>
    </div>
  );
}

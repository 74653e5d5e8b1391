import {useState} from "react";
import type {ThawError} from "../../errors.ts";
import {shellWords} from "../words/shell.ts";
import {useWords} from "../words/useWords.ts";

/** Says what of the address could not be read; the view shows its own choice there. */
export function AddressNotice({problems}: {readonly problems: readonly ThawError[]}) {
  const say = useWords(shellWords);
  const [closed, setClosed] = useState("");
  const message = problems.map((problem) => problem.message).join("; ");
  if (message === "" || message === closed) return null;
  return (
    <p className="notice" role="status">
      {say("notice.address", {message})}{" "}
      <button type="button" className="link" onClick={() => setClosed(message)}>
        {say("notice.close")}
      </button>
    </p>
  );
}

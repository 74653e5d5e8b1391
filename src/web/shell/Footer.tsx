import {shellWords} from "../words/shell.ts";
import {useWords} from "../words/useWords.ts";

export function Footer() {
  const say = useWords(shellWords);
  return (
    <footer className="foot">
      <p>{say("disclaimer")}</p>
      <p>{say("licence")}</p>
    </footer>
  );
}

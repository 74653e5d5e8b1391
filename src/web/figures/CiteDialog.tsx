import {useState} from "react";
import type {CaseRecord} from "../data/caseRecord.ts";
import {shellWords} from "../words/shell.ts";
import {useWords} from "../words/useWords.ts";
import {Dialog} from "./Dialog.tsx";
import {download} from "./exportChart.ts";

type Props = {readonly title: string; readonly record: CaseRecord; readonly onClose: () => void};

/** How to cite a figure: the case it is made from, with the address that reopens the view. */
export function CiteDialog({title, record: {citation, record}, onClose}: Props) {
  const say = useWords(shellWords);
  const [isCopied, setCopied] = useState(false);
  const text = `${title}. ${citation.text} ${window.location.href}`;
  const save = (ending: string, content: string, type: string) =>
    download(`thaw-${record.id}.${ending}`, content, type);
  return (
    <Dialog title={say("cite.title")} look="box" onClose={onClose}>
      <p className="cite-text">{text}</p>
      <p>
        <button
          type="button"
          className="button"
          onClick={async () => {
            await navigator.clipboard.writeText(text);
            setCopied(true);
          }}
        >
          {say(isCopied ? "cite.copied" : "cite.copy")}
        </button>
      </p>
      <p className="muted">{say("cite.address")}</p>
      <h3>{say("cite.files")}</h3>
      <p className="tools">
        <button type="button" onClick={() => save("bib", citation.bibtex, "application/x-bibtex")}>
          BibTeX
        </button>
        <button type="button" onClick={() => save("ris", citation.ris, "application/x-research-info-systems")}>
          RIS
        </button>
        <button type="button" onClick={() => save("json", citation.csl, "application/vnd.citationstyles.csl+json")}>
          CSL-JSON
        </button>
      </p>
    </Dialog>
  );
}

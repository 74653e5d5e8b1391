import {type KeyboardEvent, useId, useState} from "react";
import {cases} from "../../data/catalogue.ts";
import type {CatalogueEntry} from "../../data/catalogueEntry.ts";
import {casePages, pathOf} from "../../router/routes.ts";
import {store} from "../../router/store.ts";
import {carried, useLanguage} from "../../router/useAddress.ts";
import {useFormat} from "../../words/useFormat.ts";
import {useWords} from "../../words/useWords.ts";
import {matchCases} from "./matchCases.ts";
import {homeWords} from "./words.ts";

/** The one box: takes names or codes of two parties in any language and opens their case. */
export function RelationshipBox() {
  const say = useWords(homeWords);
  const language = useLanguage();
  const {list} = useFormat();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [current, setCurrent] = useState(0);
  const found = typed.trim() === "" ? cases : matchCases(cases, typed);
  const go = (entry: CatalogueEntry) =>
    store.push({path: pathOf({kind: "case", caseId: entry.id, page: casePages[0]}), query: carried(language)});
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") setOpen(false);
    if (event.key === "Enter" && found[current] !== undefined) go(found[current]);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setOpen(true);
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (isOpen && found.length > 0) setCurrent((current + step + found.length) % found.length);
  };
  const isListed = isOpen && found.length > 0;
  const option = (entry: CatalogueEntry) => `${id}-${entry.id}`;
  return (
    <div className="ask">
      <label htmlFor={id}>{say("ask")}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={say("placeholder")}
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed && found[current] ? option(found[current]) : undefined}
        value={typed}
        onChange={({target}) => {
          setTyped(target.value);
          setCurrent(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <div id={`${id}-list`} role="listbox" aria-label={say("ask")} hidden={!isListed}>
        {found.map((entry, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keys
          <div
            key={entry.id}
            id={option(entry)}
            role="option"
            aria-selected={i === current}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => go(entry)}
          >
            {entry.title[language]}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="ask-none" role="status">
          {say("ask.none", {text: typed.trim(), list: list(cases.map(({title}) => title[language]))})} {say("ask.own")}
        </p>
      )}
    </div>
  );
}

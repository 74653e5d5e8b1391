import {type ReactNode, useEffect, useRef} from "react";
import {shellWords} from "../words/shell.ts";
import {useWords} from "../words/useWords.ts";

type Props = {
  readonly title: ReactNode;
  readonly look: "drawer" | "box";
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A modal part of the page: it keeps the focus, closes by Escape or a click beside it, and gives the focus back. */
export function Dialog({title, look, onClose, children}: Props) {
  const say = useWords(shellWords);
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current!;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement) before.focus({preventScroll: true});
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key
    <dialog
      ref={ref}
      className={look}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id="dialog-title">{title}</h2>
          <button type="button" className="close" aria-label={say("close")} onClick={onClose}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3.5 3.5l9 9m0-9l-9 9" />
            </svg>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

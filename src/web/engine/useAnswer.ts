import {useDeferredValue, useEffect, useState} from "react";
import type {CatalogueEntry} from "../data/catalogueEntry.ts";
import {store} from "../router/store.ts";
import {useLanguage} from "../router/useAddress.ts";
import type {Call, Calls} from "./calls.ts";
import {engineClient, type Port, type Progress} from "./client.ts";

let client: ReturnType<typeof engineClient> | undefined;

/** The worker starts with the first question. */
function ask(): ReturnType<typeof engineClient> {
  client ??= engineClient(
    new Worker(new URL("./worker.ts", import.meta.url), {type: "module", name: "thaw"}) as unknown as Port
  );
  return client;
}

export type Answer<Value> =
  | {readonly kind: "waiting"; readonly progress: Progress | null; readonly stop: () => void}
  | {readonly kind: "answer"; readonly value: Value}
  | {readonly kind: "failed"; readonly error: Error; readonly again: () => void}
  | {readonly kind: "stopped"; readonly again: () => void};

/**
 * An answer of the engine on a case, asked for anew when a value in `args` changes; what was asked before is stopped.
 * `args` are compared as JSON; a new `turn` asks again.
 */
export function useAnswer<Name extends Call>(
  entry: CatalogueEntry,
  call: Name,
  args: Calls[Name]["args"]
): Answer<Calls[Name]["answer"]> {
  const language = useDeferredValue(useLanguage());
  const file = new URL(`${store.root}${entry.files[language]}`, window.location.href).href;
  const asked = JSON.stringify(args);
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<Answer<Calls[Name]["answer"]>>({
    kind: "waiting",
    progress: null,
    stop: () => {}
  });
  useEffect(() => {
    const work = new AbortController();
    let isShown = true;
    const again = () => setTurn((n) => n + 1);
    const show = (next: Answer<Calls[Name]["answer"]>) => isShown && setAnswer(next);
    const stop = () => {
      work.abort();
      show({kind: "stopped", again});
    };
    show({kind: "waiting", progress: null, stop});
    ask()(call, JSON.parse(asked) as Calls[Name]["args"], {
      file,
      signal: work.signal,
      onProgress: (progress) => show({kind: "waiting", progress, stop})
    }).then(
      (value) => show({kind: "answer", value}),
      (error: unknown) => {
        if (!work.signal.aborted) show({kind: "failed", error: error as Error, again});
      }
    );
    return () => {
      isShown = false;
      work.abort();
    };
  }, [call, asked, file, turn]);
  return answer;
}

import type {OpenedBaseline} from "../casebook/baselines.ts";
import type {Case} from "../casebook/case.ts";
import type {Route} from "./route.ts";

/** The world as the API sees it. Only the cases and baselines that are listed here exist. */
export type Effects = {
  readonly version: string;
  /** Tells the bytes of one program from those of another: the version, or more where the program may change under it. */
  readonly build: string;
  readonly cases: readonly string[];
  readonly openCase: (id: string) => Case;
  readonly baselines: readonly string[];
  readonly openBaseline: (name: string) => OpenedBaseline;
  /** Milliseconds that never fall. */
  readonly clock: () => number;
  /** What the one who runs the server has to hear. */
  readonly note: (text: string) => void;
  /** Runs a heavy route elsewhere; null runs it here. */
  readonly elsewhere: ((job: Job) => Promise<Rendered>) | null;
};

/** A question as another thread can be asked it. */
export type Job = {
  readonly route: Route["name"];
  readonly path: Readonly<Record<string, string>>;
  readonly query: string;
  readonly isLines: boolean;
};

/** An answer as bytes. */
export type Rendered = {
  readonly media: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
};

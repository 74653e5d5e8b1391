import type {PendulumYear} from "../../charts/pendulumYears.ts";
import type {Kind} from "../../errors.ts";
import type {ClaimResult} from "../../studies/claims.ts";
import type {Factor} from "../../studies/covariates.ts";
import type {HowLong} from "../../studies/howLong.ts";
import type {SpellOptions} from "../../studies/spells.ts";

/** What the worker can be asked about a case: the arguments of each call and its answer, both plain data. */
export type Calls = {
  readonly pendulum: {
    readonly args: {readonly from: number; readonly to: number};
    readonly answer: readonly PendulumYear[];
  };
  readonly claims: {readonly args: Readonly<Record<never, never>>; readonly answer: readonly ClaimResult[]};
  readonly howLong: {
    readonly args: {readonly options: SpellOptions; readonly by: Factor | null};
    readonly answer: HowLong;
  };
};

export type Call = keyof Calls;

/** To the worker. `file` is the address of the case's file; the worker reads each once. */
export type Request =
  | {
      readonly id: number;
      readonly kind: "ask";
      readonly file: string;
      readonly call: Call;
      readonly args: Calls[Call]["args"];
    }
  | {readonly id: number; readonly kind: "stop"};

/** From the worker, each with the id of what was asked. */
export type Reply =
  | {readonly id: number; readonly kind: "progress"; readonly done: number; readonly of: number}
  | {readonly id: number; readonly kind: "answer"; readonly answer: Calls[Call]["answer"]}
  | {
      readonly id: number;
      readonly kind: "error";
      readonly error: {readonly kind: Kind; readonly code: string; readonly message: string};
    };

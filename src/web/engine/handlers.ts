import type {CaseRecord} from "../data/caseRecord.ts";
import type {Call, Calls} from "./calls.ts";

/** Between two parts of a long piece of work: tells how far it is, and ends it where the reader has stopped it. */
export type Checkpoint = (done: number, of: number) => Promise<void>;

export type Handler<Name extends Call> = (
  record: CaseRecord,
  args: Calls[Name]["args"],
  checkpoint: Checkpoint
) => Promise<Calls[Name]["answer"]>;

/** How each call is answered. Code is loaded by the first call that needs it. */
export const handlers: {readonly [Name in Call]: Handler<Name>} = {
  async pendulum({lives}, {from, to}) {
    const {pendulumYears} = await import("../../charts/pendulumYears.ts");
    return pendulumYears({lives, from, to});
  },
  async claims({record, lives}) {
    const {runClaims} = await import("../../studies/claims.ts");
    return runClaims(record, lives);
  },
  async howLong({record, lives}, {options, by}) {
    const {howLong} = await import("../../studies/howLong.ts");
    return howLong(record, lives, options, by);
  }
};

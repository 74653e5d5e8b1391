import {join} from "node:path";
import {aalenJohansen} from "../src/stats/competingRisks/aalenJohansen.ts";
import {fitFineGray} from "../src/stats/competingRisks/fineGray.ts";
import {asMultiState} from "../src/stats/competingRisks/multiState.ts";
import {fitCox} from "../src/stats/survival/cox.ts";
import {coxZph} from "../src/stats/survival/coxZph.ts";
import {kaplanMeier} from "../src/stats/survival/kaplanMeier.ts";
import {logRank} from "../src/stats/survival/logRank.ts";
import {covariateNames, recordReader} from "./durationData.ts";
import {peakBytes} from "./peakBytes.ts";
import {type Timing, time} from "./timing.ts";

/** What a process that fits one task reports, here and from R. Milliseconds and bytes. */
export type Fitted = {
  readonly load: number;
  readonly timing: Timing;
  /** Processor time of one fit, all threads, the mean over the calls. */
  readonly cpu: number;
  /** The most memory that the process held; null where the system does not say. */
  readonly peak: number | null;
  /** Estimates and standard errors, in the same order on both sides. */
  readonly answer: readonly number[];
};

type Reader = ReturnType<typeof recordReader>;

type Task = {
  readonly record: "whole" | "cut";
  /** The most subjects that R is given; more take it many minutes or more memory than there is. */
  readonly limitOfR: number;
  /** Reads the columns, and gives the call that is timed. */
  readonly prepare: (read: Reader) => () => Iterable<number>;
};

/** Days at which curves are compared. */
const DAYS = [30, 180, 365, 1000, 2000, 3000];

/** Every fit by its name; `peers/duration.R` has the same names. */
export const tasks: Readonly<Record<string, Task>> = {
  "kaplan-meier": whole((read) => kaplanMeierOf(read, "exit")),
  "kaplan-meier-continuous": whole((read) => kaplanMeierOf(read, "exitContinuous")),
  "log-rank": whole((read) => {
    const [spells, group] = [spellsOf(read), read.i32("group")];
    return () => {
      const {statistic, observed, expected} = logRank(spells, group);
      return [statistic, ...observed, ...expected];
    };
  }),
  cox: whole((read) => coxOf({...spellsOf(read), covariates: covariatesOf(read)})),
  "cox-clustered": whole((read) =>
    coxOf({...spellsOf(read), covariates: covariatesOf(read), cluster: read.i32("cluster")})
  ),
  "cox-zph": whole((read) => {
    const input = {...spellsOf(read), covariates: covariatesOf(read)};
    const fit = fitCox(input);
    return () => {
      const {terms, global} = coxZph(input, fit);
      return [...terms, global].map(({statistic}) => statistic);
    };
  }),
  "cox-start-stop": cut((read) => coxOf({entry: read.f64("entry"), ...spellsOf(read), covariates: covariatesOf(read)})),
  "cox-start-stop-clustered": cut((read) => {
    const input = {entry: read.f64("entry"), ...spellsOf(read), covariates: covariatesOf(read)};
    return coxOf({...input, cluster: read.i32("subject")});
  }),
  "aalen-johansen": whole((read) => {
    const data = asMultiState({exit: read.f64("exit"), event: read.u8("cause")}, ["first", "second"]);
    return () => {
      const {time, probability, se} = aalenJohansen(data).curves[0]!;
      const rows = DAYS.map((day) => 3 * lastAt(time, day));
      return [probability, se].flatMap((of) => rows.flatMap((row) => [...of.subarray(row, row + 3)]));
    };
  }),
  "fine-gray": {...whole((read) => fineGrayOf(read, "finegray")), limitOfR: 1e4},
  "fine-gray-crr": {...whole((read) => fineGrayOf(read, "crr")), limitOfR: 1e4}
};

function whole(prepare: Task["prepare"]): Task {
  return {record: "whole", limitOfR: Infinity, prepare};
}

function cut(prepare: Task["prepare"]): Task {
  return {record: "cut", limitOfR: Infinity, prepare};
}

function spellsOf(read: Reader) {
  return {exit: read.f64("exit"), event: read.u8("event")};
}

function covariatesOf(read: Reader) {
  return covariateNames.map((name) => ({name, values: read.f64(name)}));
}

function kaplanMeierOf(read: Reader, column: string) {
  const spells = {exit: read.f64(column), event: read.u8("event")};
  return () => {
    const {time, survival, se} = kaplanMeier(spells);
    const rows = DAYS.map((day) => lastAt(time, day));
    return [survival, se].flatMap((of) => rows.map((row) => of[row]!));
  };
}

function coxOf(input: Parameters<typeof fitCox>[0]) {
  return () => {
    const {coefficients, se, logLikelihood} = fitCox(input);
    return [...coefficients, ...se, logLikelihood.fitted];
  };
}

function fineGrayOf(read: Reader, convention: "finegray" | "crr") {
  const input = {exit: read.f64("exit"), event: read.u8("cause"), covariates: covariatesOf(read)};
  return () => {
    const {coefficients, se} = fitFineGray(input, {convention});
    return [...coefficients, ...se];
  };
}

/** The row of a step curve that holds on a day. */
const lastAt = (time: Float64Array, day: number): number => time.findLastIndex((t) => t <= day);

if (import.meta.main) {
  const [name, folder, warmUp, repeats] = process.argv.slice(2);
  const {record, prepare} = tasks[name!]!;
  const read = recordReader(join(folder!, record));
  const call = prepare(read);
  const answer = {last: [] as number[], calls: 0};
  const before = process.cpuUsage();
  const timing = await time(
    () => {
      answer.last = [...call()];
      answer.calls++;
    },
    {warmUp: Number(warmUp), repeats: Number(repeats)}
  );
  const {user, system} = process.cpuUsage(before);
  const cpu = (user + system) / 1000 / answer.calls;
  const fitted: Fitted = {load: read.ms(), timing, cpu, peak: peakBytes(), answer: answer.last};
  process.stdout.write(JSON.stringify(fitted));
}

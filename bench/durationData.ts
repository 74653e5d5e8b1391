import {mkdirSync, openSync, readSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {normalQuantile} from "../src/numeric/distributions.ts";
import {random} from "../src/numeric/random.ts";

/** Log hazard ratios of x1 … x5. In the cut record x5 is 0 until a day of the subject's life and 1 from then on. */
const EFFECTS = [0.3, -0.5, 0.4, -0.3, 0.25] as const;
const MEAN_DAYS = 2000;
const FOLLOW_UP = {shortest: 30, longest: 3650};
const LAST_CHANGE = 1300;

/** Continuous times are multiples of 2⁻¹² day: further apart than the times that R's `timefix` takes for tied. */
const PARTS_OF_A_DAY = 4096;

export const covariateNames = EFFECTS.map((_, a) => `x${a + 1}`);

/** A column as a file of raw little-endian numbers, which JavaScript and R's `readBin` read alike; the extension is the type. */
type Column = Float64Array | Int32Array | Uint8Array;
type Columns = Readonly<Record<string, Column>>;

/**
 * Writes two records of the same n subjects, each a folder of columns, and returns the number of their rows. They depend on
 * n and the seed alone.
 *
 * - `whole`: a spell a subject. `exit` is in whole days and `exitContinuous` before it was rounded up; `cause` is 0, 1 or 2
 *   and `event` whether there is one; `cluster` has about 20 subjects, `group` is one of four, with hazards of their own.
 * - `cut`: spells over (entry, exit], cut where x5 changes; about 1.6 a subject.
 */
export function writeRecords(folder: string, n: number, seed: number): {readonly whole: number; readonly cut: number} {
  const {whole, cut} = simulated(n, random(seed));
  for (const [name, columns] of Object.entries({whole, cut})) {
    mkdirSync(join(folder, name), {recursive: true});
    for (const [column, values] of Object.entries(columns)) writeFileSync(join(folder, name, column), values);
  }
  return {whole: n, cut: cut["exit.f64"].length};
}

function simulated(n: number, next: () => number) {
  const subjects = {
    exit: new Float64Array(n),
    exitContinuous: new Float64Array(n),
    event: new Uint8Array(n),
    cause: new Uint8Array(n),
    cluster: new Int32Array(n),
    group: new Int32Array(n),
    x: EFFECTS.map(() => new Float64Array(n))
  };
  const rows = {
    entry: new Float64Array(2 * n),
    exit: new Float64Array(2 * n),
    event: new Uint8Array(2 * n),
    subject: new Int32Array(2 * n),
    x: EFFECTS.map(() => new Float64Array(2 * n))
  };
  let made = 0;
  const addRow = (subject: number, x: readonly number[], entry: number, exit: number, event: number) => {
    rows.entry[made] = entry;
    rows.exit[made] = exit;
    rows.event[made] = event;
    rows.subject[made] = subject;
    for (const [a, value] of x.entries()) rows.x[a]![made] = value;
    made++;
  };

  for (let i = 0; i < n; i++) {
    const binary = [next() < 0.5 ? 1 : 0, next() < 0.2 ? 1 : 0];
    const x = [normalQuantile(next()), next(), ...binary, normalQuantile(next())];
    const fixed = x.reduce((sum, value, a) => (a < 4 ? sum + EFFECTS[a]! * value : sum), 0);
    const unit = -Math.log1p(-next()) * MEAN_DAYS * Math.exp(-fixed);
    const censoring = FOLLOW_UP.shortest + (FOLLOW_UP.longest - FOLLOW_UP.shortest) * next();

    const end = unit * Math.exp(-EFFECTS[4] * x[4]!);
    const event = end <= censoring ? 1 : 0;
    const time = Math.max(1, Math.ceil(Math.min(end, censoring) * PARTS_OF_A_DAY)) / PARTS_OF_A_DAY;
    subjects.exitContinuous[i] = time;
    subjects.exit[i] = Math.ceil(time);
    subjects.event[i] = event;
    subjects.cause[i] = event * (next() < 0.5 + 0.2 * binary[0]! ? 1 : 2);
    subjects.cluster[i] = Math.floor((next() * n) / 20);
    subjects.group[i] = 2 * binary[0]! + binary[1]!;
    for (const [a, value] of x.entries()) subjects.x[a]![i] = value;

    const change = Math.ceil(LAST_CHANGE * next());
    const endCut = unit <= change ? unit : change + (unit - change) * Math.exp(-EFFECTS[4]);
    const exit = Math.ceil(Math.min(endCut, censoring));
    const eventCut = endCut <= censoring ? 1 : 0;
    const isCut = change < exit;
    addRow(i, x.with(4, 0), 0, isCut ? change : exit, isCut ? 0 : eventCut);
    if (isCut) addRow(i, x.with(4, 1), change, exit, eventCut);
  }

  const covariates = (x: readonly Float64Array[]) =>
    Object.fromEntries(x.map((values, a) => [`${covariateNames[a]}.f64`, values.subarray(0, made)]));
  return {
    whole: {
      "exit.f64": subjects.exit,
      "exitContinuous.f64": subjects.exitContinuous,
      "event.u8": subjects.event,
      "cause.u8": subjects.cause,
      "cluster.i32": subjects.cluster,
      "group.i32": subjects.group,
      ...covariates(subjects.x)
    },
    cut: {
      "entry.f64": rows.entry.subarray(0, made),
      "exit.f64": rows.exit.subarray(0, made),
      "event.u8": rows.event.subarray(0, made),
      "subject.i32": rows.subject.subarray(0, made),
      ...covariates(rows.x)
    }
  } satisfies Readonly<Record<string, Columns>>;
}

/** Reads columns of one record, and adds up the milliseconds that it takes. */
export function recordReader(folder: string) {
  let ms = 0;
  const read = (name: string): ArrayBuffer => {
    const start = performance.now();
    const file = join(folder, name);
    const bytes = new Uint8Array(statSync(file).size);
    readSync(openSync(file, "r"), bytes);
    ms += performance.now() - start;
    return bytes.buffer;
  };
  return {
    f64: (name: string) => new Float64Array(read(`${name}.f64`)),
    i32: (name: string) => new Int32Array(read(`${name}.i32`)),
    u8: (name: string) => new Uint8Array(read(`${name}.u8`)),
    ms: () => ms
  };
}

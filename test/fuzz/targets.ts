import {readCase} from "../../src/casebook/readCase.ts";
import {type Lookups, readScenario} from "../../src/casebook/readScenario.ts";
import {ThawError} from "../../src/errors.ts";
import {parseEdtf} from "../../src/time/edtf.ts";
import {mutate} from "./mutate.ts";

/** Longest that one input may take, in milliseconds. */
export const TIME_LIMIT = 2000;

export type Failure = {readonly target: string; readonly why: string; readonly input: string};

/** Damages one file of a case and reads it: a case or problems that say where and what, in time, and nothing thrown. */
export function tryCase(files: ReadonlyMap<string, string>, next: () => number): Failure | null {
  const names = [...files.keys()];
  const file = names[Math.floor(next() * names.length)]!;
  const input = mutate(files.get(file)!, next);
  return attempt(`readCase, ${file}`, input, () => {
    const result = readCase(new Map(files).set(file, input), "checksum");
    if ("case" in result) return JSON.stringify(result.case).length > 0 ? null : "a case that cannot be written";
    if (result.problems.length === 0) return "neither a case nor a problem";
    const bad = result.problems.find(
      ({file, line, column, message}) => !files.has(file) || !(line >= 1) || !(column >= 1) || message === ""
    );
    return bad === undefined ? null : `a problem without a place: ${JSON.stringify(bad)}`;
  });
}

/** Damages a scenario and reads it: a scenario, or problems that say where and what, and nothing thrown. */
export function tryScenario(texts: readonly string[], lookups: Lookups, next: () => number): Failure | null {
  const input = mutate(texts[Math.floor(next() * texts.length)]!, next);
  return attempt("readScenario", input, () => {
    const result = readScenario("scenario.yaml", input, lookups);
    if ("scenario" in result) return null;
    if (result.problems.length === 0) return "neither a scenario nor a problem";
    const bad = result.problems.find(({line, column, message}) => !(line >= 1) || !(column >= 1) || message === "");
    return bad === undefined ? null : `a problem without a place: ${JSON.stringify(bad)}`;
  });
}

const dates = ["1971-06-10", "1969-07", "1985", "1989-06~", "1950?", "1996-02-28/1996-04-24", "1998-05-21/..", "?"];

/** Damages a date and reads it: bounds that hold the nominal day, or the one error for a date that is none. */
export function tryDate(next: () => number): Failure | null {
  const input = mutate(dates[Math.floor(next() * dates.length)]!, next);
  return attempt("parseEdtf", input, () => {
    try {
      const {earliest, nominal, latest} = parseEdtf(input);
      return earliest <= nominal && nominal <= latest ? null : `bounds ${earliest}, ${nominal}, ${latest}`;
    } catch (error) {
      return error instanceof ThawError && error.code === "time/invalid-edtf" ? null : String(error);
    }
  });
}

function attempt(target: string, input: string, run: () => string | null): Failure | null {
  const start = performance.now();
  try {
    const why = run();
    const took = performance.now() - start;
    if (why === null && took > TIME_LIMIT) return {target, why: `took ${Math.round(took)} ms`, input};
    return why === null ? null : {target, why, input};
  } catch (error) {
    return {target, why: `threw ${String(error)}`, input};
  }
}

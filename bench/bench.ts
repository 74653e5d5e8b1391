import type {Timing} from "./timing.ts";

/** One line of a bench: what was timed, on how much, and against what. */
export type Result = {
  /** What is asked: "as-of 1989-06-15". Results of one task and size answer the same question with the same answer. */
  readonly task: string;
  readonly size: number;
  /** Who answers: "index", "duckdb". */
  readonly by: string;
  readonly timing: Timing;
};

export type Report = {
  readonly results: readonly Result[];
  /** Whose time is 1 in the table's ratios. */
  readonly baseline: string;
  /** Facts that are not times: bytes, versions, counts. */
  readonly facts: Readonly<Record<string, number | string>>;
};

/** A benchmark. It throws when two answers to one task differ: a fast wrong answer is not a result. */
export type Bench = (options: {readonly quick: boolean}) => Promise<Report>;

/** The world as a command sees it: everything outside comes in here, so that a test can hand in its own. */
export type Effects = {
  /** Data, to stdout. A line end is added. */
  readonly out: (text: string) => void;
  /** Notes for a person, to stderr. */
  readonly note: (text: string) => void;
  readonly cwd: string;
  readonly now: () => Date;
  /** Columns of the terminal; null when the output is not a terminal, and then nothing is cut. */
  readonly width: number | null;
  readonly color: boolean;
};

/** The effects of a real process. NO_COLOR and a pipe switch colour off, FORCE_COLOR switches it on. */
export function processEffects(process: NodeJS.Process): Effects {
  const {stdout, stderr, env} = process;
  const noColor = env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "";
  const forced = env["FORCE_COLOR"] !== undefined && env["FORCE_COLOR"] !== "0";
  return {
    out: (text) => stdout.write(`${text}\n`),
    note: (text) => stderr.write(`${text}\n`),
    cwd: process.cwd(),
    now: () => new Date(),
    width: stdout.isTTY ? (stdout.columns ?? 80) : null,
    color: !noColor && (forced || stdout.isTTY === true)
  };
}

/** The world as a command sees it: everything outside comes in here, so that a test can hand in its own. */
export type Effects = {
  /** Data, to stdout. A line end is added. */
  readonly out: (text: string) => void;
  /** A file's own bytes, to stdout, as they are. */
  readonly write: (file: string) => void;
  /** Notes for a person, to stderr. */
  readonly note: (text: string) => void;
  /** A line on a terminal's stderr that the next one replaces, and an empty one clears; into a pipe, nothing. */
  readonly status: (text: string) => void;
  /** Calls back when the user interrupts (Ctrl-C), once; what it returns takes the callback away. */
  readonly onInterrupt: (stop: () => void) => () => void;
  readonly cwd: string;
  readonly now: () => Date;
  /** Columns to fit the output into; null when nobody has said how many there are, and then nothing is cut. */
  readonly width: number | null;
  readonly color: boolean;
};

/**
 * The effects of a real process. Colour is for a terminal; FORCE_COLOR decides first and NO_COLOR next, as in Node. The
 * width is the terminal's; into a pipe it is that of COLUMNS, where somebody has set it.
 */
export function processEffects(process: NodeJS.Process): Effects {
  const {stdout, stderr, env} = process;
  const force = env["FORCE_COLOR"];
  const asked = /^[1-9]\d*$/.test(env["COLUMNS"] ?? "") ? Number(env["COLUMNS"]) : null;
  return {
    out: (text) => stdout.write(`${text}\n`),
    write: (file) => stdout.write(file),
    note: (text) => stderr.write(`${text}\n`),
    status: (text) => {
      if (stderr.isTTY) stderr.write(`\r\u001b[2K${text.slice(0, (stderr.columns || 80) - 1)}`);
    },
    onInterrupt: (stop) => {
      process.once("SIGINT", stop);
      return () => process.off("SIGINT", stop);
    },
    cwd: process.cwd(),
    now: () => new Date(),
    width: stdout.isTTY ? stdout.columns || 80 : asked,
    color: force === undefined ? stdout.isTTY === true && !env["NO_COLOR"] : force !== "0"
  };
}

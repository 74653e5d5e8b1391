import {incorrect} from "../../errors.ts";
import {type CommandSpec, text} from "../command.ts";
import {threadsOf} from "../priceDraws.ts";
import {count} from "../style.ts";

export const workerCommand: CommandSpec = {
  name: "worker",
  summary: "make draws of price bands for others, as jobs from a PostgreSQL database",
  about:
    "Waits for the draws that thaw price asks for with --database, makes them and writes them to the database. Any number of workers on any number of machines may run, each with the version of thaw that asks. A baseline of one's own is looked for at the same path from the folder in which the worker is started, and must have the same checksum. Ctrl-C stops between two draws: what is made is kept, the rest goes to others. A worker that is killed loses no draw; its job goes to another one within some 15 seconds. Tables and queue are made where they are missing.",
  args: [],
  options: [
    {
      flags: "--database <url>",
      about: "PostgreSQL 13 or later (default: DATABASE_URL, which keeps a password out of sight)"
    },
    {flags: "--threads <n>", about: "threads that make draws (default: all that the machine has)"}
  ],
  examples: [
    "DATABASE_URL=postgres://thaw@localhost:5432/thaw thaw worker",
    "DATABASE_URL=postgres://thaw@db.example.org/thaw thaw worker --threads 4"
  ],
  async run({options}, {cwd, note}) {
    const database = text(options["database"]) ?? process.env["DATABASE_URL"];
    if (database === undefined || database === "")
      throw incorrect(
        "cli/no-database",
        "no database; name it with --database or DATABASE_URL: postgres://user@host:5432/database"
      );
    const asked = threadsOf(options);
    const [{work}, {version}, {threadsFor}] = await Promise.all([
      import("../../jobs/worker.ts"),
      import("../../jobs/taskHash.ts"),
      import("../../jobs/drawPool.ts")
    ]);
    const threads = threadsFor(asked);
    note(`worker of thaw ${version()}, process ${process.pid}, ${count(threads, "thread")}; Ctrl-C stops it`);
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    process.once("SIGINT", stop).once("SIGTERM", stop);
    try {
      await work({database, cwd, threads, onNote: note, signal: stopping.signal});
    } finally {
      process.off("SIGINT", stop).off("SIGTERM", stop);
    }
    note("stopped");
  }
};

import type {CommandSpec} from "./command.ts";

/** Every command by name, loaded when it is called for, so that start-up pays for one command only. */
export const registry: Readonly<Record<string, () => Promise<CommandSpec>>> = {
  "as-of": async () => (await import("./commands/asOf.ts")).asOfCommand,
  life: async () => (await import("./commands/life.ts")).lifeCommand,
  diff: async () => (await import("./commands/diff.ts")).diffCommand,
  timeline: async () => (await import("./commands/timeline.ts")).timelineCommand,
  pendulum: async () => (await import("./commands/pendulum.ts")).pendulumCommand,
  calendar: async () => (await import("./commands/calendar.ts")).calendarCommand,
  "how-long": async () => (await import("./commands/howLong.ts")).howLongCommand,
  price: async () => (await import("./commands/price.ts")).priceCommand,
  claims: async () => (await import("./commands/claims.ts")).claimsCommand,
  brief: async () => (await import("./commands/brief.ts")).briefCommand,
  cases: async () => (await import("./commands/cases.ts")).casesCommand,
  check: async () => (await import("./commands/check.ts")).checkCommand,
  init: async () => (await import("./commands/init.ts")).initCommand,
  export: async () => (await import("./commands/export.ts")).exportCommand,
  cite: async () => (await import("./commands/cite.ts")).citeCommand,
  start: async () => (await import("./commands/start.ts")).startCommand,
  worker: async () => (await import("./commands/worker.ts")).workerCommand,
  serve: async () => (await import("./commands/serve.ts")).serveCommand,
  completion: async () => (await import("./commands/completion.ts")).completionCommand
};

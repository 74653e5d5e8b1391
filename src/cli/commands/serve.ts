import {incorrect, ThawError} from "../../errors.ts";
import {type CommandSpec, text} from "../command.ts";
import type {Effects} from "../effects.ts";

const LOCAL = "127.0.0.1";
const PORT = 4949;

/** Names by which this machine alone is reached. */
const localNames = [LOCAL, "localhost", "[::1]"];

export const serveCommand: CommandSpec = {
  name: "serve",
  summary: "serve the workbench and the HTTP API from this machine",
  about:
    "Answers over HTTP until it is stopped (Ctrl-C, or SIGTERM): the HTTP API under /api/v1, with a page that explains it at /api/v1/docs, and the web application where it has been built. Reads only, without a login, and by default for this machine alone: nothing leaves it. --host 0.0.0.0 serves a network; what stands before it then has to speak TLS. Records are read once; start it again to see an edited case.",
  args: [{name: "[case]", about: "a folder with a case.yaml, served beside the bundled cases"}],
  options: [
    {flags: "--port <n>", about: "port; 0 takes a free one", default: String(PORT)},
    {flags: "--host <address>", about: "address to listen on", default: LOCAL},
    {
      flags: "--name <names>",
      about: "names by which the server is reached, with commas; any, off this machine, when left out"
    },
    {flags: "--allow-origin <origins>", about: "other sites whose pages may read the answers: https://example.org,…"},
    {
      flags: "--rate <n>",
      about: "questions a second that one address may ask in the long run, 0 for no limit",
      default: "50"
    }
  ],
  examples: ["thaw serve", "thaw serve my-case --port 8080", "thaw serve --host 0.0.0.0 --name thaw.example.org"],
  async run({args: [own], options}, effects) {
    const [port, rate] = [
      whole("port", text(options["port"]), 65_535),
      whole("rate", text(options["rate"]), 1_000_000)
    ];
    const host = text(options["host"]) ?? LOCAL;
    const [{app}, {nodeEffects}, {serve}, {readSite}, {studyPool}, {packageRoot}, {join}] = await Promise.all([
      import("../../api/app.ts"),
      import("../../api/node.ts"),
      import("../../api/serve.ts"),
      import("../../api/site.ts"),
      import("../../api/studyPool.ts"),
      import("../../casebook/node.ts"),
      import("node:path")
    ]);
    const {cwd, note} = effects;
    const world = nodeEffects(own ?? null, cwd);
    const pool = studyPool({build: world.build, own: own ?? null, cwd});
    const site = readSite(join(packageRoot, "dist", "web"));
    const web = app(
      {...world, note, elsewhere: pool.run},
      {
        rateLimit: rate === 0 ? null : {burst: 6 * rate, perSecond: rate},
        origins: list(text(options["allowOrigin"])),
        hosts: hostsOf(host, text(options["name"])),
        site
      }
    );
    const asked = stopped(effects); // before the address is told, so that nobody can ask too early
    try {
      const serving = await listening(() => serve(web, port, host), port, host);
      const address = `http://${host.includes(":") ? `[${host}]` : host}:${serving.port}`;
      effects.out(address);
      note(site === null ? "no web application; npm run build:site builds it" : `workbench: ${address}/`);
      note(`API: ${address}/api/v1/docs; cases: ${world.cases.join(", ")}; Ctrl-C stops it`);
      await asked;
      await serving.close();
    } finally {
      await pool.close();
    }
    note("stopped");
  }
};

/** Off this machine any name will do, unless some are named: nobody can know by which the server is reached. */
function hostsOf(host: string, names: string | undefined): readonly string[] | null {
  if (names !== undefined) return list(names);
  return localNames.includes(host) || host === "::1" ? localNames : null;
}

const list = (names: string | undefined): string[] =>
  (names ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

function whole(name: string, typed: string | undefined, most: number): number {
  if (typed !== undefined && /^\d{1,7}$/.test(typed) && Number(typed) <= most) return Number(typed);
  throw incorrect("cli/usage", `invalid --${name}: ${typed}; write a whole number from 0 to ${most}`);
}

const refusals: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program listens there; name a free port, or 0",
  EACCES: "permission denied; name a port from 1024 on",
  EADDRNOTAVAIL: "this machine has no such address; name one that it has",
  ENOTFOUND: "no such name; write an address of this machine"
};

async function listening<T>(start: () => Promise<T>, port: number, host: string): Promise<T> {
  try {
    return await start();
  } catch (error) {
    const refusal = refusals[(error as NodeJS.ErrnoException).code ?? ""];
    if (refusal === undefined) throw error;
    const message = `cannot listen on ${host}, port ${port}: ${refusal}`;
    throw new ThawError("incorrect", "cli/cannot-listen", message, {cause: error});
  }
}

/** Resolves when the user interrupts, or the system asks the process to end. */
const stopped = ({onInterrupt}: Effects): Promise<void> =>
  new Promise((resolve) => {
    onInterrupt(resolve);
    process.once("SIGTERM", () => resolve());
  });

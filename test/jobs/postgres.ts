import {type ChildProcess, spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {chownSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import pg from "pg";

export const PASSWORD = "open-sesame";

/** A PostgreSQL server of the test's own, in a folder that goes with it. */
export type Server = {
  /** The address of a database on it, with the password. */
  readonly url: (database: string) => string;
  readonly port: number;
  readonly stop: () => Promise<void>;
};

/** Starts the server whose programs are in the folder THAW_POSTGRES, on a free port, with a user thaw and a database thaw. */
export async function startPostgres(): Promise<Server> {
  const programs = process.env["THAW_POSTGRES"];
  if (programs === undefined) throw new Error("THAW_POSTGRES is not set; run npm test, which finds a PostgreSQL");
  const folder = mkdtempSync(join(tmpdir(), "thaw-postgres-"));
  const data = join(folder, "data");
  const password = join(folder, "password");
  writeFileSync(password, PASSWORD);
  const as = {cwd: folder, ...unprivileged([folder, password])};
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "thaw", "-A", "scram-sha-256", `--pwfile=${password}`, "-E", "UTF8", "--locale=C", "--no-sync"],
    {...as, encoding: "utf8"}
  );
  if (made.status !== 0) throw new Error(`initdb failed\n${made.error?.message ?? ""}${made.stdout}${made.stderr}`);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "autovacuum=off"];
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    {...as, stdio: ["ignore", "ignore", "pipe"]}
  );
  const url = (database: string) => `postgres://thaw:${PASSWORD}@127.0.0.1:${port}/${database}`;
  await ready(server, url("postgres"));
  return {
    url,
    port,
    async stop() {
      if (server.exitCode === null) {
        server.kill("SIGINT"); // fast shutdown: clients are put out
        await once(server, "exit");
      }
      rmSync(folder, {recursive: true});
    }
  };
}

/** PostgreSQL does not run as root: then the files are given to its own user, or to nobody, who is to run it. */
function unprivileged(paths: readonly string[]): {uid?: number; gid?: number} {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string, user: string) => spawnSync("id", [flag, user], {encoding: "utf8"});
  const user = ["postgres", "nobody"].find((name) => id("-u", name).status === 0)!;
  const [uid, gid] = [Number(id("-u", user).stdout), Number(id("-g", user).stdout)];
  for (const path of paths) chownSync(path, uid, gid);
  return {uid, gid};
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const {port} = probe.address() as {port: number};
  probe.close();
  await once(probe, "close");
  return port;
}

async function ready(server: ChildProcess, url: string): Promise<void> {
  let said = "";
  server.stderr!.on("data", (text) => {
    said += text;
  });
  for (let tries = 0; tries < 300 && server.exitCode === null; tries++) {
    const client = new pg.Client({connectionString: url});
    try {
      await client.connect();
      await client.query("create database thaw");
      return await client.end();
    } catch {
      await client.end().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`PostgreSQL did not start\n${said}`);
}

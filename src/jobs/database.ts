import pg from "pg";
import {PgBoss} from "pg-boss";
import {incorrect, ThawError} from "../errors.ts";

/** What PostgreSQL has to be at least, as pg-boss says. */
const OLDEST = 13;

/** The queue of the draws; its job is a chunk of one task. */
export const QUEUE = "thaw-draws";

/** A job: the draws from `from` on, below `to`, of the task with this hash. */
export type Chunk = {readonly task: string; readonly from: number; readonly to: number};

/** A job that nobody has touched for so many seconds is somebody else's to do: its worker is dead. The least that pg-boss takes. */
const HEARTBEAT = 10;

const TABLES = `
  select pg_advisory_xact_lock(hashtext('thaw_price_tables'));
  create table if not exists thaw_price_task (
    hash text primary key,
    task jsonb not null,
    asked_on timestamptz not null default now()
  );
  create table if not exists thaw_price_draw (
    task text not null references thaw_price_task on delete cascade,
    draw integer not null,
    welfare bytea not null,
    failed jsonb not null,
    primary key (task, draw)
  )`;

/** The tables of tasks and draws, and the queue beside them; a handle, to be closed. */
export type Database = {
  /** The server and the database, for a person; never the password. */
  readonly where: string;
  readonly pool: pg.Pool;
  readonly boss: PgBoss;
  /** Does what may fail because of the database, and says so plainly. */
  readonly plainly: <T>(work: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/**
 * Connects to PostgreSQL, and makes tables and queue where there are none.
 *
 * @param url postgres://user:password@host:port/database; what it leaves out is asked of PG… variables, as psql does
 * @param onProblem told in plain words of what goes wrong in the background; the queue tries again by itself
 * @throws incorrect `jobs/database-url`, `jobs/database-refuses`; notFound `jobs/no-database`; unsupported `jobs/old-postgres`
 */
export async function openDatabase(url: string, onProblem: (message: string) => void = () => {}): Promise<Database> {
  const {host, port, database, user} = client(url);
  const where = `${database ?? user} on ${host.includes(":") ? `[${host}]` : host}:${port}`;
  const pool = new pg.Pool({connectionString: url, max: 4, application_name: "thaw", connectionTimeoutMillis: 10_000});
  const boss = new PgBoss({
    ...{connectionString: url, max: 4, application_name: "thaw", schedule: false},
    ...{superviseIntervalSeconds: 2, monitorIntervalSeconds: 2}
  });
  const told = (error: Error) => onProblem(plainError(error, where).message);
  pool.on("error", told);
  boss.on("error", told);
  const plainly = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw plainError(error, where);
    }
  };
  const close = async () => {
    await boss.stop({timeout: 1000});
    await pool.end();
  };
  try {
    await plainly(async () => {
      await checkVersion(pool, where);
      await pool.query(TABLES);
      await boss.start();
      await boss.createQueue(QUEUE, {policy: "exclusive", heartbeatSeconds: HEARTBEAT, retryLimit: 3, retryDelay: 1});
    });
  } catch (error) {
    await close().catch(() => {}); // the first error is the one to tell
    throw error;
  }
  return {where, pool, boss, plainly, close};
}

/** A client that is never connected, for what it makes of the address. */
function client(url: string): pg.Client {
  const wrong = () =>
    incorrect("jobs/database-url", "invalid address of the database; write postgres://user@host:5432/database");
  if (!/^postgres(ql)?:\/\//.test(url)) throw wrong();
  try {
    return new pg.Client({connectionString: url});
  } catch {
    throw wrong(); // its message has the address, and so the password
  }
}

async function checkVersion(pool: pg.Pool, where: string): Promise<void> {
  const {rows} = await pool.query<{server_version: string}>("show server_version");
  const version = rows[0]!.server_version;
  if (Number.parseInt(version, 10) < OLDEST)
    throw new ThawError(
      "unsupported",
      "jobs/old-postgres",
      `PostgreSQL ${version} at ${where}; ${OLDEST} or later is needed`
    );
}

/** An error of the network or of PostgreSQL in plain words; any other as it is. */
function plainError(error: unknown, where: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const {code = ""} = (error instanceof AggregateError ? error.errors[0] : error) as {code?: string};
  const because = {cause: error};
  const unheard: Readonly<Record<string, string>> = {
    ECONNREFUSED: "nobody listens there; start PostgreSQL or correct the address",
    ENOENT: "no such socket; start PostgreSQL or correct the address",
    ENOTFOUND: "no such host; correct the address",
    EAI_AGAIN: "no such host, or no name server answers; correct the address",
    ETIMEDOUT: "no answer; is there a firewall between?",
    ECONNRESET: "it broke the connection; try again",
    EPIPE: "it broke the connection; try again",
    EHOSTUNREACH: "no way there; correct the address",
    ENETUNREACH: "no way there; correct the address",
    "3D000": "there is no such database; create it or correct the address",
    "57P01": "it is shutting down; try again",
    "57P03": "it is starting; try again"
  };
  if (code in unheard)
    return new ThawError("notFound", "jobs/no-database", `no database ${where}: ${unheard[code]}`, because);
  if (/timeout|Connection terminated/i.test(error.message) && code === "")
    return new ThawError("notFound", "jobs/no-database", `no database ${where}: ${unheard["ETIMEDOUT"]}`, because);
  const refuses = (what: string) =>
    new ThawError("incorrect", "jobs/database-refuses", `the database ${where} ${what}`, because);
  if (/^28/.test(code)) return refuses("lets nobody in with that user and password; correct them");
  if (/client password must be/.test(error.message))
    return refuses("wants a password; set PGPASSWORD, or put it into the address");
  if (/server does not support SSL/.test(error.message))
    return refuses("has no SSL; leave sslmode out of the address, or turn SSL on at the server");
  if (/CERT|SIGNATURE/.test(code))
    return refuses(`has a certificate that is not trusted here: ${error.message}; correct sslmode or sslrootcert`);
  if (/^[0-9A-Z]{5}$/.test(code) && error instanceof pg.DatabaseError) return refuses(`refuses: ${error.message}`);
  return error;
}

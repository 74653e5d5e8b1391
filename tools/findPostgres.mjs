import {existsSync, readdirSync} from "node:fs";
import {delimiter, join} from "node:path";
import {aptInstall} from "./aptInstall.mjs";
import {SetUpError} from "./shell.mjs";

const DEBIAN = "/usr/lib/postgresql"; // one folder a version, none of them on the PATH
const hasServer = (folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)));

function candidates() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const {PATH = ""} = process.env;
  return [...versions.map((version) => join(DEBIAN, version, "bin")), ...PATH.split(delimiter)];
}

/**
 * The folder of a PostgreSQL server's programs for the tests of the queue: the one that THAW_POSTGRES names, the newest of
 * the system, or Debian's package installed when there is none and we are root. Null when all of that fails.
 */
export function findPostgres() {
  const named = process.env.THAW_POSTGRES;
  if (named && hasServer(named)) return named;
  if (named) throw new SetUpError(`no initdb and postgres in THAW_POSTGRES: ${named}; write the folder of both`);
  const found = candidates().find(hasServer);
  if (found) return found;
  aptInstall("PostgreSQL", ["postgresql"]);
  return candidates().find(hasServer) ?? null;
}

// This file, setUpNode, setUpPackages and bootstrap start on the Node that is there, down to 12.20: no newer syntax in them.
import {spawn, spawnSync} from "node:child_process";
import fs, {existsSync, mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Ignored folder for what set-up keeps: a fetched Node, the lock, the note that all is ready. */
export const kept = join(root, ".thaw");

/** Removes a file or folder, if it is there. Node 12 has no rmSync. */
export const remove = (path) => (fs.rmSync || fs.rmdirSync)(path, {recursive: true, force: true});

export const say = (line) => process.stderr.write(`thaw: ${line}\n`);

/** Something a person has to put right; shown without a stack. */
export class SetUpError extends Error {}

/** The start of what a command said, as much as a person reads. */
export const firstLines = (output) => output.split("\n").slice(0, 8).join("\n");

/** Runs a command to its end and keeps its output. `ok` is false when it could not start, failed or was killed. */
export function quietly(command, args, options) {
  const shell = process.platform === "win32" && !/\.exe$/i.test(command);
  const {status, signal, stdout, stderr} = spawnSync(command, args, {encoding: "utf8", shell, ...options});
  if (signal === "SIGINT" || signal === "SIGTERM") process.kill(process.pid, signal);
  return {ok: status === 0, stdout: stdout || "", output: `${stdout || ""}${stderr || ""}`.trim()};
}

/**
 * Runs a command with our own input and output. Resolves to its exit code; ends this process by the same signal when a
 * signal ended the command.
 */
export function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {stdio: "inherit", env: {...process.env, ...env}});
    const pass = (signal) => child.kill(signal);
    // A terminal sends SIGINT to the whole group, so the child has it already.
    const passInterrupt = (signal) => process.stdin.isTTY || pass(signal);
    process.on("SIGINT", passInterrupt).on("SIGTERM", pass).on("SIGHUP", pass);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.removeListener("SIGINT", passInterrupt).removeListener("SIGTERM", pass).removeListener("SIGHUP", pass);
      if (signal) process.kill(process.pid, signal);
      else resolve(code);
    });
  });
}

/** Does the work with no other set-up of this folder running beside it. A lock whose owner is gone is taken over. */
export function alone(work) {
  const lock = join(kept, "lock");
  const owner = join(lock, "pid");
  mkdirSync(kept, {recursive: true});
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (isStale(lock, owner)) removeLock(lock, owner);
    else {
      if (tries === 10) say("waiting for another set-up of this folder to end");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    writeFileSync(owner, String(process.pid));
    return work();
  } finally {
    removeLock(lock, owner);
  }
}

const LONGEST_SET_UP = 15 * 60_000; // a slow line, not a dead one
const LONGEST_START = 5_000; // between making the lock and naming its owner

function isStale(lock, owner) {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    if (!existsSync(owner)) return age > LONGEST_START;
    if (age > LONGEST_SET_UP) return true;
    process.kill(Number(readFileSync(owner, "utf8")), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function removeLock(lock, owner) {
  try {
    if (existsSync(owner)) unlinkSync(owner);
    rmdirSync(lock);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "ENOTEMPTY") throw error;
  }
}

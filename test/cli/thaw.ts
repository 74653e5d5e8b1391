import {type SpawnSyncOptions, spawnSync} from "node:child_process";
import {join} from "node:path";
import {packageRoot} from "../../src/casebook/node.ts";

export const main = join(packageRoot, "src", "cli", "main.ts");
export const nodeFlags = ["--disable-warning=ExperimentalWarning"];

/** The environment of a command: ours, without what would change colour or width. */
export const plainEnv = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  const {NO_COLOR: _n, FORCE_COLOR: _f, COLUMNS: _c, NODE_OPTIONS: _o, ...env} = process.env;
  return {...env, ...more};
};

export type Done = {readonly code: number | null; readonly stdout: string; readonly stderr: string};

/** Runs the command line as a process of its own, to its end. */
export function thaw(
  args: readonly string[],
  {cwd = packageRoot, env = {}}: Pick<SpawnSyncOptions, "cwd" | "env"> = {}
): Done {
  const {status, stdout, stderr} = spawnSync(process.execPath, [...nodeFlags, main, ...args], {
    cwd,
    env: plainEnv(env),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024
  });
  return {code: status, stdout, stderr};
}

/** What a command prints on stdout; fails unless it ends well and says nothing on stderr. */
export function answer(args: readonly string[], options: Parameters<typeof thaw>[1] = {}): string {
  const {code, stdout, stderr} = thaw(args, options);
  if (code !== 0 || stderr !== "") throw new Error(`thaw ${args.join(" ")} ended with ${code}: ${stderr}`);
  return stdout;
}

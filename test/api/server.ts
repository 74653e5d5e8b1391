import {spawn} from "node:child_process";
import {connect} from "node:net";
import {packageRoot} from "../../src/casebook/node.ts";
import {main, nodeFlags, plainEnv} from "../cli/thaw.ts";

export type RunningServer = {
  readonly address: string;
  readonly port: number;
  /** What it has printed for people. */
  readonly notes: () => string;
  /** Sends a signal and resolves to the exit code. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Starts `thaw serve` as a process of its own on a free port. */
export async function startServer(...words: readonly string[]): Promise<RunningServer> {
  const child = spawn(process.execPath, [...nodeFlags, main, "serve", "--port", "0", ...words], {
    cwd: packageRoot,
    env: plainEnv(),
    stdio: ["ignore", "pipe", "pipe"]
  });
  let [out, notes] = ["", ""];
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    notes += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      if (out.includes("\n")) resolve(out.split("\n")[0]!);
    });
    void ended.then((code) => reject(new Error(`thaw serve ended with ${code}: ${notes}`)));
  });
  return {
    address,
    port: Number(new URL(address).port),
    notes: () => notes,
    end: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    }
  };
}

/** Sends bytes as they are, and resolves to all that comes back before the server closes the connection. */
export function raw(port: number, text: string, {within = 20_000}: {readonly within?: number} = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Error(`the server kept the connection for ${within} ms; heard ${JSON.stringify(heard)}`));
    }, within);
    socket.setEncoding("latin1").on("data", (data) => {
      heard += data;
    });
    socket.on("error", () => {}); // a reset after the answer is an end too
    socket.on("close", () => {
      clearTimeout(late);
      resolve(heard);
    });
  });
}

import {readFileSync} from "node:fs";

/**
 * The peak of this program alone, or null where the system does not say: what `getrusage` gives to a child begins at the
 * size of the process that started it.
 */
export function peakBytes(): number | null {
  if (process.platform !== "linux") return null;
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"));
  return line === null ? null : Number(line[1]) * 1024;
}

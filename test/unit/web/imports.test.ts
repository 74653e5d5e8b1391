import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, posix, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";

const web = fileURLToPath(new URL("../../../src/web", import.meta.url));
const anywhere = ["errors.ts", "time", "sanctions", "charts", "web"];
const inTheWorker = [...anywhere, "stats", "trade", "studies", "numeric"];
/** Pure files of other rooms that the pages take as they are. */
const lent = ["exports/csv.ts"];

test("pages take code from the rooms that run in a browser, and types alone from the rest", () => {
  const faults = readdirSync(web, {recursive: true, encoding: "utf8"})
    .map((path) => path.replaceAll(sep, "/"))
    .filter((path) => /\.tsx?$/.test(path) && path !== "vite.config.ts" && !path.endsWith(".d.ts"))
    .flatMap((path) => {
      const text = readFileSync(join(web, path), "utf8");
      const rooms = path.startsWith("engine/") ? inTheWorker : anywhere;
      return [...text.matchAll(/^(?:import (?!type )|export |\}).*?\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/gm)]
        .map(([, from, lazy]) => (from ?? lazy)!)
        .filter((name) => {
          if (name.startsWith("node:")) return true;
          if (!name.startsWith(".")) return false;
          const target = posix.join("web", dirname(path), name);
          return !rooms.includes(target.split("/")[0]!) && !lent.includes(target);
        })
        .map((name) => `${path}: ${name}`);
    });
  expect(faults).toEqual([]);
});

import {createHash} from "node:crypto";
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {writePackage} from "../../../src/exports/node.ts";
import {smallCase} from "./smallCase.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "thaw-package-"));
});
afterEach(() => rmSync(folder, {recursive: true}));

test("what is written is what the descriptor says: every resource, its bytes and its SHA-256", async () => {
  const target = join(folder, "new", "package");
  const paths = await writePackage(smallCase, target);
  expect(paths.at(-1)).toBe("datapackage.json");
  const {resources} = JSON.parse(readFileSync(join(target, "datapackage.json"), "utf8"));
  expect(resources.map(({path}: {path: string}) => path).sort()).toEqual(
    paths.filter((p) => p.startsWith("data/")).sort()
  );
  for (const {path, bytes, hash} of resources) {
    const content = readFileSync(join(target, path));
    expect(content.length).toBe(bytes);
    expect(`sha256:${createHash("sha256").update(content).digest("hex")}`).toBe(hash);
  }
});

test("the same case gives the same bytes", async () => {
  const [a, b] = [join(folder, "a"), join(folder, "b")];
  const paths = await writePackage(smallCase, a);
  await writePackage(smallCase, b);
  for (const path of paths) expect(readFileSync(join(a, path)).equals(readFileSync(join(b, path)))).toBe(true);
});

test("a folder with files in it is left alone without force, and force leaves other files there", async () => {
  writeFileSync(join(folder, "notes.txt"), "mine");
  await expect(writePackage(smallCase, folder)).rejects.toMatchObject({
    kind: "conflict",
    code: "exports/folder-not-empty"
  });
  expect(readdirSync(folder)).toEqual(["notes.txt"]);
  await writePackage(smallCase, folder, {force: true});
  expect(readdirSync(folder)).toContain("datapackage.json");
  expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("mine");
});

test("a file is not a folder", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  for (const path of [file, join(file, "below")]) {
    await expect(writePackage(smallCase, path)).rejects.toMatchObject({code: "exports/not-a-folder"});
  }
});

import {existsSync, statSync} from "node:fs";
import {dirname, join, posix} from "node:path";
import {expect, test} from "vitest";
import {packageRoot} from "../../src/casebook/node.ts";
import {anchors, links, pages, textOf} from "./markdown.ts";

/** What is wrong with a link of a page; null when it leads somewhere. Links to other sites are not followed. */
function fault(page: string, target: string): string | null {
  if (/^(https?|mailto):/.test(target)) return null;
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? page : posix.normalize(posix.join(dirname(page), decodeURI(path)));
  if (file.startsWith("..")) return `${target} leads out of the project`;
  if (!existsSync(join(packageRoot, file))) return `${target}: no file ${file}`;
  if (anchor === undefined) return null;
  if (statSync(join(packageRoot, file)).isDirectory() || !file.endsWith(".md")) return null;
  return anchors(textOf(file)).has(decodeURI(anchor)) ? null : `${target}: no heading ${anchor} in ${file}`;
}

test.each(pages)("every link of %s leads to a file, and to a heading of it", (page) => {
  const faults = links(textOf(page)).map((target) => fault(page, target));
  expect(faults.filter((one) => one !== null)).toEqual([]);
});

test("links are found in text, as references and in HTML, and not in code", () => {
  const text = [
    'See [a](one.md#x), ![b](two.svg "title") and <img src="three.png">.',
    "`[no](code.md)`",
    "```md\n[no](fence.md)\n```",
    "[ref]: four.md"
  ].join("\n");
  expect(links(text).sort()).toEqual(["four.md", "one.md#x", "three.png", "two.svg"]);
});

test.each([
  ["a file that is not there", "nowhere.md"],
  ["a heading that is not there", "#no-such-heading"],
  ["a place outside the project", "../../elsewhere.md"]
])("a link to %s is a fault", (_, target) => {
  expect(fault("docs/glossary.md", target)).not.toBeNull();
});

test("headings have the anchors that GitHub gives them", () => {
  const text =
    "# The `as-of` index\n## Ties, and boundaries!\n## Ties, and boundaries!\n```sh\n# no heading\n```\n### [Linked](x.md) §4\n";
  expect([...anchors(text)]).toEqual(["the-as-of-index", "ties-and-boundaries", "ties-and-boundaries-1", "linked-4"]);
});

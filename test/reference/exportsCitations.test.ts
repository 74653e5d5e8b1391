import {Cite} from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import fc from "fast-check";
import {expect, test} from "vitest";
import {bibtex} from "../../src/exports/bibtex.ts";
import {type CslItem, citedItems, cslJson} from "../../src/exports/citations.ts";
import {ris} from "../../src/exports/ris.ts";
import {smallCase} from "../unit/exports/smallCase.ts";

const items = citedItems(smallCase);

/** Whoever is named as an author, in whichever field a reader puts them. */
const namesOf = (item: Readonly<Record<string, unknown>>): (string | undefined)[] =>
  [(item.author ?? item.reporter ?? []) as Name | Name[]]
    .flat()
    .map((name) => (typeof name === "string" ? name : (name.literal ?? name.family)));

type Name = string | {readonly literal?: string; readonly family?: string};

function holds(read: Readonly<Record<string, unknown>>, item: CslItem): void {
  expect(read.id).toBe(item.id);
  expect(read.title).toBe(item.title);
  expect(read.URL).toBe(item.URL);
  expect(read.publisher).toBe(item.publisher);
  expect(namesOf(read)).toEqual(item.author?.map(({literal}) => literal) ?? []);
  expect(JSON.stringify([read.number, read.note])).toContain(JSON.stringify(item.number ?? "").slice(1, -1));
}

test("BibTeX read back has every id, title, address, author, day and printed identifier", async () => {
  const read = new Cite(await bibtex(items)).data;
  expect(read).toHaveLength(items.length);
  for (const [i, item] of items.entries()) {
    holds(read[i]!, item);
    expect(read[i]!.issued).toEqual(item.issued);
  }
});

test("the case is cited by the day of its release, its month a month of BibTeX and its day a field of its own", async () => {
  expect(items[0]!.issued).toEqual({"date-parts": [[2001, 2, 3]]});
  const text = await bibtex(items.slice(0, 1));
  expect(text).toMatch(/^\tyear = \{2001\},$/m);
  expect(text).toMatch(/^\tmonth = feb,$/m);
  expect(text).toMatch(/^\tday = \{3\},$/m);
});

test("a case that names no release is cited without a date", () => {
  const {released: _, ...undated} = smallCase;
  expect(citedItems(undated, [])[0]).not.toHaveProperty("issued");
});

test("BibTeX escapes what LaTeX would read as a command, and keeps letters of every script", async () => {
  const text = await bibtex(items);
  const whole = text.replace(/(?<=\s|“)\{(\w+)\}/g, "$1");
  expect(whole).toContain("1949 \\& “Müller” \\textbraceleft{}x\\textbraceright{}, 中国 50\\%\\_\\#");
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === "{" ? 1 : -1;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
});

test("BibTeX and RIS read back any title of letters, marks and characters that LaTeX or RIS would read otherwise", async () => {
  const titles = fc
    .string({unit: fc.constantFrom(..."aBc dé中{}\\%&$#_^~,=@1"), minLength: 1})
    .map((title) => title.replace(/ +/g, " ").trim())
    .filter((title) => title !== "");
  await fc.assert(
    fc.asyncProperty(titles, async (title) => {
      const item = [{id: "a", type: "report", title}];
      expect(new Cite(await bibtex(item)).data[0]!.title).toBe(title);
      expect(new Cite((await ris(item)).replaceAll("\r\n", "\n")).data[0]!.title).toBe(title);
    })
  );
});

test("RIS read back has the same, and no line is broken", async () => {
  const text = await ris(items);
  for (const line of text.split("\r\n").filter(Boolean)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
  const read = new Cite(text.replaceAll("\r\n", "\n")).data;
  expect(read).toHaveLength(items.length);
  for (const [i, item] of items.entries()) holds(read[i]!, item);
  const days = text.split("\r\n").filter((line) => line.startsWith("DA"));
  const parts = items.flatMap(({issued}) => issued?.["date-parts"] ?? []);
  expect(days).toEqual(parts.map((part) => `DA  - ${[0, 1, 2, 3].map((k) => part[k] ?? "").join("/")}`));
});

test("CSL-JSON is what the record holds, the case first", () => {
  const read = JSON.parse(cslJson(items));
  expect(read).toEqual(items);
  expect(read[0]).toMatchObject({type: "dataset", version: smallCase.version});
  expect(read[0].note).toContain(smallCase.checksum);
});

test("only the sources asked for are cited, in the order of the record", () => {
  expect(citedItems(smallCase, ["report", "treaty"]).map(({id}) => id)).toEqual(["thaw-small", "treaty", "report"]);
});

test("one call does not change what the library gives to others", async () => {
  const title = [{id: "a", type: "book", title: "中"}];
  const before = await ris(title);
  await bibtex(items);
  expect(await ris(title)).toBe(before);
  const {plugins} = await import("@citation-js/core");
  expect(plugins.config.get("@bibtex").format.asciiOnly).toBe(true);
});

import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {escapedHtml, escapedMarkdown, unturned} from "../../../src/brief/escape.ts";

const text = `<b title="it's">&amp; & a</b>`;

test("HTML: text comes back as it was, from content and from an attribute in either quotes", () => {
  const {document} = parseHTML(
    `<p id="p" title="${escapedHtml(text)}" lang='${escapedHtml(text)}'>${escapedHtml(text)}</p>`
  );
  const p = document.querySelector("p")!;
  expect([p.textContent, p.getAttribute("title"), p.getAttribute("lang")]).toEqual([text, text, text]);
  expect([...p.attributes].map(({name}) => name)).toEqual(["id", "title", "lang"]);
});

test.each([
  ["*a* _b_ `c` ~~d~~ # e", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\# e"],
  ["[a](b) <c> d|e \\", "\\[a\\](b) \\<c\\> d\\|e \\\\"],
  ["R&D, &amp; &#38; & co", "R&D, \\&amp; \\&\\#38; & co"],
  ["one\r\n two\rthree \n\n four", "one two three four"]
])("Markdown: %j is written %j", (plain, written) => {
  expect(escapedMarkdown(plain)).toBe(written);
});

test("what turns words round is dropped; isolates, which turn nothing outside them, stay", () => {
  expect(unturned("a\u202eb\u202cc \u2067d\u2069")).toBe("abc \u2067d\u2069");
});

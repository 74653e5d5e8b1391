import {createHash} from "node:crypto";
import {parseHTML} from "linkedom";
import {describe, expect, test} from "vitest";
import {buildBrief} from "../../../src/brief/build.ts";
import {briefHtml} from "../../../src/brief/html.ts";
import {formatDay} from "../../../src/time/day.ts";
import {answer} from "../../cli/thaw.ts";
import {smallCase} from "../exports/smallCase.ts";
import {casesOnDays, turned, usChina} from "./cases.ts";
import {hostileCase} from "./hostileCase.ts";

const pages = casesOnDays
  .filter(([{id}], i) => id !== "us-china" || i % 3 === 2)
  .map(([one, on]) => ({name: `${one.id} on ${formatDay(on)}`, one, on}));

type Parsed = {
  readonly localName: string;
  readonly attributes: Iterable<{readonly name: string; readonly value: string}>;
  readonly textContent: string;
};
const parse = (html: string): Parsed[] => [...parseHTML(html).document.querySelectorAll("*")] as Parsed[];
const attributesOf = (elements: readonly Parsed[]) =>
  elements.flatMap(({localName, attributes}) => [...attributes].map(({name, value}) => ({localName, name, value})));

describe.each(pages)("the page of $name", ({one, on}) => {
  const html = briefHtml(buildBrief(one, {on}));
  const elements = parse(html);
  const attributes = attributesOf(elements);
  const valuesOf = (wanted: string) => attributes.filter(({name}) => name === wanted).map(({value}) => value);

  test("every id is given once, and every reference finds its id", () => {
    const ids = valuesOf("id");
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][\w-]*$/i);
    const wanted = [
      ...valuesOf("href").flatMap((href) => (href.startsWith("#") ? [href.slice(1)] : [])),
      ...valuesOf("aria-labelledby").flatMap((list) => list.split(" ")),
      ...attributes.flatMap(({value}) => [...value.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!))
    ];
    expect([...new Set(wanted)].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("nothing is loaded and nothing runs", () => {
    const names = new Set(elements.map(({localName}) => localName));
    for (const name of [
      "script",
      "img",
      "iframe",
      "object",
      "embed",
      "link",
      "base",
      "form",
      "image",
      "use",
      "video"
    ]) {
      expect(names).not.toContain(name);
    }
    expect(
      attributes.filter(({name}) => /^on|^(src|srcset|srcdoc|action|formaction|data|ping|poster)$/.test(name))
    ).toEqual([]);
    expect(attributes.filter(({localName, name}) => /href$/.test(name) && localName !== "a")).toEqual([]);
    for (const href of valuesOf("href")) expect(href).toMatch(/^(#[\w-]+|https?:\/\/\S+)$/);
    expect(html).not.toMatch(/url\((?!#)|@import|@font-face/i);
  });

  test("the content security policy allows the page's own style sheet and no other", () => {
    const styles = elements.filter(({localName}) => localName === "style");
    expect(styles).toHaveLength(1);
    const hash = createHash("sha256")
      .update(/<style>([\s\S]*?)<\/style>/.exec(html)![1]!)
      .digest("base64");
    expect(valuesOf("content")[0]).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'`
    );
  });
});

describe("the same case, day and language give the same bytes", () => {
  const html = briefHtml(buildBrief(usChina));

  test("when it is built again", () => expect(briefHtml(buildBrief(usChina)) === html).toBe(true));

  test("in whatever order measures and events are written down", () =>
    expect(briefHtml(buildBrief(turned(usChina))) === html).toBe(true));

  test.each([
    {language: "en", TZ: "Asia/Tokyo"},
    {language: "ru", TZ: "America/Anchorage"}
  ] as const)("in $TZ, on a machine that speaks Russian: $language", ({language, TZ}) => {
    const env = {TZ, LANG: "ru_RU.UTF-8", LC_ALL: "ru_RU.UTF-8", LANGUAGE: "ru"};
    const there = answer(["brief", "us-china", "--draws", "0", "--lang", language, "--out", "-"], {env});
    expect(there === briefHtml(buildBrief(usChina, {language}))).toBe(true);
  });
});

describe.each(["en", "ru"] as const)("hostile text in every field of a case: %s", (language) => {
  const html = briefHtml(buildBrief(hostileCase, {language}));
  const elements = parse(html);
  const tame = parse(briefHtml(buildBrief(smallCase, {language})));

  test("opens no element and no attribute that a harmless case does not have", () => {
    const kinds = (list: readonly Parsed[]) =>
      new Set([
        ...list.map(({localName}) => localName),
        ...attributesOf(list).map(({localName, name}) => `${localName} ${name}`)
      ]);
    expect([...kinds(elements)].filter((kind) => !kinds(tame).has(kind))).toEqual([]);
  });

  test("is there to be read, and turns no words round", () => {
    const text = elements.find(({localName}) => localName === "body")!.textContent;
    for (const piece of ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "]]>", "&lt;b&gt;"]) {
      expect(text).toContain(piece);
    }
    expect(text).not.toMatch(/[\u202a-\u202e]/);
  });

  test("makes no link of an address that is not http, and leaves no quoted address", () => {
    const links = attributesOf(elements).filter(({name, value}) => name === "href" && !value.startsWith("#"));
    expect(links.map(({value}) => value)).toEqual([
      "https://example.org/'%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E%20%3Cscript%3E"
    ]);
  });
});

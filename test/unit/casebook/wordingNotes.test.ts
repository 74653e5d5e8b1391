import {expect, test} from "vitest";
import {readCase} from "../../../src/casebook/readCase.ts";
import {BAN} from "./breaks/expectBreak.ts";
import {breakCase, minimalCase} from "./minimalCase.ts";

function notesOf(files: ReadonlyMap<string, string>) {
  const result = readCase(files, "checksum");
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.notes;
}

test("a whole wording lacks nothing, and neither does a case in English alone", () => {
  expect(notesOf(minimalCase())).toEqual([]);
  const english = minimalCase();
  english.delete("ru.yaml");
  expect(notesOf(english)).toEqual([]);
});

test.each([
  ["title: Пробный случай\n", "titles of the case: Test case"],
  [", second: Вторая", "eras: second"],
  ["\n  coder: {name: Кодировщик, about: Один человек.}", "coders: coder"],
  ["  CN: Китай\n", "parties: CN"],
  [", in: Импорт", "trade columns: in"],
  ["\n  ban: {title: Запрет}", "measures: ban"],
  ["  ban-imposed: {what: Торговля закрыта.}\n", "events: ban-imposed"],
  [", rationale: Для проверки", "rationales: ban-lifted"],
  ["\n  claim-1: {paraphrase: Запрет снят., evidence: Запись.}", "claims: claim-1"],
  ["  The law says so.: Так сказано в законе.\n", "texts of findings: The law says so."]
])("without %j a note names what is lacking", (was, lacking) => {
  const is = was.startsWith("\n") ? " {}" : "";
  const {files} = breakCase("ru.yaml", was, is);
  const [kind, name] = lacking.split(": ");
  expect(notesOf(files).map(({message}) => message)).toEqual([
    expect.stringMatching(new RegExp(`^no ru wording for 1 of \\d ${kind}: ${name}$`))
  ]);
});

test("a scope and a review need a wording once the case has them", () => {
  const {files} = breakCase(
    BAN,
    "status: lifted",
    "scope: Goods\nreviews:\n  - {kind: review, every: 01-01, from: 1951, what: A look, rule: A law}\nstatus: lifted"
  );
  expect(notesOf(files)).toMatchObject([
    {file: "ru.yaml", line: 1, message: "no ru wording for 2 of 2 texts of reviews: A look; A law"},
    {file: "ru.yaml", line: 9, message: "no ru wording for 1 of 1 scopes: ban"}
  ]);
});

test("an English text that changes loses its wording, and both are told", () => {
  const {files} = breakCase("findings.yaml", "The law says so.", "A law says so.");
  expect(notesOf(files)).toMatchObject([
    {code: "casebook/no-wording", message: "no ru wording for 1 of 3 texts of findings: A law says so."},
    {
      code: "casebook/stale-wording",
      line: 19,
      message: "wording for a text that is not in the case: The law says so.; remove it or correct the English"
    }
  ]);
});

test("of many that are lacking, five are named and the others counted", () => {
  const {files} = breakCase(
    "parties.yaml",
    "- {id: CN",
    `${["A", "B", "C", "D", "E", "F", "G"].map((id) => `- {id: ${id}, name: ${id}, kind: group}\n`).join("")}- {id: CN`
  );
  expect(notesOf(files).map(({message}) => message)).toEqual([
    "no ru wording for 7 of 9 parties: A; B; C; D; E; and 2 more"
  ]);
});

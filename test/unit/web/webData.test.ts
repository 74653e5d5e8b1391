import {expect, test} from "vitest";
import {livesOf} from "../../../src/casebook/livesOf.ts";
import {asOf} from "../../../src/sanctions/asOf.ts";
import {parseDay} from "../../../src/time/day.ts";
import {caseRecord} from "../../../src/web/data/caseRecord.ts";
import {matchCases} from "../../../src/web/pages/home/matchCases.ts";
import {languages} from "../../../src/web/words/words.ts";
import {recordIn} from "../../../tools/webData.ts";
import {record} from "../charts/sample.ts";

const citation = {text: "", bibtex: "", ris: "", csl: ""};

test.each(languages)("the record in %s has the same lives as the case, and its texts in that language", (language) => {
  const own = JSON.parse(JSON.stringify(recordIn(record, language))) as typeof record;
  const {lives} = caseRecord({record: own, language, citation});
  const day = parseDay("1989-06-15");
  const told = (list: ReturnType<typeof asOf>) =>
    list.map(({life, standings, certainty}) => [life.measure.id, standings, certainty]);
  expect(told(asOf(lives, day))).toEqual(told(asOf(livesOf(record), day)));
  expect(lives.map(({measure}) => measure.id)).toEqual(livesOf(record).map(({measure}) => measure.id));
  if (language === "en")
    expect({...own, measures: []}).toEqual({...JSON.parse(JSON.stringify(record)), wordings: {}, measures: []});
  if (language === "ru") expect(own.measures.every(({title}) => /\p{Script=Cyrillic}/u.test(title))).toBe(true);
  if (language === "zh") expect(own.title).toBe("美国和中国");
});

const entry = {
  id: "us-china",
  title: {en: "United States and China", ru: "США и Китай", zh: "美国和中国"},
  names: ["US", "USA", "United States", "CN", "CHN", "China"]
};

test.each(["us china", "China", "USA CHN", "united st", "Китай", "中国", "US–China", "états-unis"])(
  "the box knows whether a case is meant by %s",
  (typed) => {
    expect(matchCases([entry as never], typed)).toHaveLength(typed === "états-unis" ? 0 : 1);
  }
);

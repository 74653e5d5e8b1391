import {useMemo} from "react";
import type {ChartOptions} from "../../charts/chart.ts";
import {type ChartWords, chartWords} from "../../charts/chartWords.ts";
import {chartWordsRu} from "../../charts/chartWordsRu.ts";
import {chartWordsZh} from "../../charts/chartWordsZh.ts";
import {useLanguage} from "../router/useAddress.ts";
import {useFormat} from "../words/useFormat.ts";
import type {Language} from "../words/words.ts";

const tables: Readonly<Record<Language, ChartWords>> = {en: chartWords, ru: chartWordsRu, zh: chartWordsZh};

/** What every chart is drawn with: its width, and the words, days and numbers of the language. */
export function useChartOptions(width: number): ChartOptions {
  const language = useLanguage();
  const {day, number} = useFormat();
  return useMemo(() => ({width, words: tables[language], day, number}), [width, language, day, number]);
}

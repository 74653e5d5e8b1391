import {type ChartWords, chartWords} from "../charts/chartWords.ts";
import {chartWordsRu} from "../charts/chartWordsRu.ts";
import type {Language} from "../time/dateWords.ts";

/** The texts of the charts in a language of the brief. */
export const chartWordsIn = (language: Language): ChartWords => (language === "ru" ? chartWordsRu : chartWords);

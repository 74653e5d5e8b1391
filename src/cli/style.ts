import {styleText} from "node:util";
import type {Effects} from "./effects.ts";
import {textWidth} from "./textWidth.ts";

/** Emphasis that does not depend on hue: bold and dim only, and none without colour. */
export const bold = (text: string, {color}: Effects): string =>
  color ? styleText("bold", text, {validateStream: false}) : text;
export const dim = (text: string, {color}: Effects): string =>
  color ? styleText("dim", text, {validateStream: false}) : text;

/**
 * Sets a paragraph to a width, each line after an indent; `first` stands in for the indent of the first line and is as
 * wide. A word wider than the line stays whole.
 */
export function paragraph(text: string, width: number | null, indent = "", first = indent): string {
  if (width === null) return first + text;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(indent) + textWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return first + [...lines, line].join(`\n${indent}`);
}

/** What an answer is about, and what is said beside it. */
export const heading = (text: string, effects: Effects): string => bold(paragraph(text, effects.width), effects);
export const aside = (text: string, effects: Effects, indent = ""): string =>
  dim(paragraph(text, effects.width, indent), effects);

/** `1 measure`, `0 measures`. */
export const count = (n: number, noun: string, nouns = `${noun}s`): string => `${n} ${n === 1 ? noun : nouns}`;

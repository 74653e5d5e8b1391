import {styleText} from "node:util";
import type {Effects} from "./effects.ts";

/** Emphasis that does not depend on hue: bold and dim only, and none without colour. */
export const bold = (text: string, {color}: Effects): string =>
  color ? styleText("bold", text, {validateStream: false}) : text;
export const dim = (text: string, {color}: Effects): string =>
  color ? styleText("dim", text, {validateStream: false}) : text;

/** Sets a paragraph to a width, each line after an indent. */
export function paragraph(text: string, width: number | null, indent = ""): string {
  if (width === null) return indent + text;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && indent.length + longer.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return [...lines, indent + line].join("\n");
}

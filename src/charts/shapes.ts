import type {RenderFunction} from "@observablehq/plot";

/** An SVG element as data: name, attributes, and its text or children. Coordinates are px of the whole chart. */
export type Shape = readonly [
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content?: string | readonly Shape[]
];

/** The little that drawing a shape needs of a document: a browser's or linkedom's. */
type Node = {
  setAttribute(name: string, value: string): void;
  append(...children: (Node | string)[]): void;
};
type Maker = {createElementNS(namespace: string, name: string): Node};

/** A Plot mark that draws shapes where they say, without a scale. */
export function shapes(list: readonly Shape[]): RenderFunction {
  return (_index, _scales, _values, _dimensions, context) => {
    const document = (context as unknown as {document: Maker}).document;
    return make(document, ["g", {}, list]) as never;
  };
}

function make(document: Maker, [name, attributes, content]: Shape): Node {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  if (typeof content === "string") node.append(content);
  else for (const child of content ?? []) node.append(make(document, child));
  return node;
}

type TextLook = {
  readonly anchor?: "start" | "middle" | "end";
  readonly size?: number;
  readonly weight?: number;
  readonly faint?: boolean;
  readonly fill?: string;
  /** Draws the paper's colour round the letters, so that a line behind them does not cross them. */
  readonly halo?: boolean;
};

/** Text with its baseline at y. */
export function label(x: number, y: number, text: string, look: TextLook = {}): Shape {
  const {anchor = "start", size, weight, faint, fill = "currentColor", halo} = look;
  return [
    "text",
    {
      x,
      y,
      fill,
      "text-anchor": anchor,
      ...(size === undefined ? {} : {"font-size": size}),
      ...(weight === undefined ? {} : {"font-weight": weight}),
      ...(faint ? {"fill-opacity": 0.75} : {}),
      ...(halo ? {stroke: "var(--chart-paper, #ffffff)", "stroke-width": 3, "paint-order": "stroke"} : {})
    },
    text
  ];
}

/** Width of a text in px, on the generous side: no font is at hand where charts are made. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text) {
    if (/[ijl.,:;'’| ]/.test(letter)) em += 0.33;
    else if (/[tfr()[\]·–-]/.test(letter)) em += 0.41;
    else if (/[mwMWшщжюмыфШЩЖЮМЫФ%—]/.test(letter)) em += 0.88;
    else if (/[A-ZА-ЯЁ]/.test(letter)) em += 0.74;
    else if (/[0-9]/.test(letter)) em += 0.64;
    else if (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(letter)) em += 1.02;
    else em += 0.61;
  }
  return em * size;
}

/** A text cut to fit, with an ellipsis; null when fewer than `least` letters would be left. */
export function fitText(text: string, size: number, room: number, least = 8): string | null {
  if (textWidth(text, size) <= room) return text;
  for (let n = text.length - 1; n >= least; n--) {
    const cut = `${text.slice(0, n).trimEnd()}…`;
    if (textWidth(cut, size) <= room) return cut;
  }
  return null;
}

/** Words over as many lines as a width asks for. */
export function wrapText(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

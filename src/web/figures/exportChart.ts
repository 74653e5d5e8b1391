import type {Chart, TableTwin} from "../../charts/chart.ts";
import {chartCss} from "../../charts/palette.ts";
import {wrapText} from "../../charts/shapes.ts";
import {csv} from "../../exports/csv.ts";

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 24; // px around the drawing
const FONT = 13;
const LINE = 18;

/** A drawn chart as an SVG file of its own, in the theme that is shown: title above it, caption and source below. */
export function svgFile(drawn: SVGSVGElement, {title, caption}: Chart, source: string, isDark: boolean): string {
  const width = Number(drawn.getAttribute("width"));
  const height = Number(drawn.getAttribute("height"));
  const notes = [...wrapText(caption, FONT, width), ...wrapText(source, FONT, width)];
  const top = MARGIN + 30;
  const whole = {width: width + 2 * MARGIN, height: top + height + 16 + notes.length * LINE + MARGIN};
  const svg = document.createElementNS(SVG, "svg");
  set(svg, {
    xmlns: SVG,
    ...whole,
    viewBox: `0 0 ${whole.width} ${whole.height}`,
    "data-theme": isDark ? "dark" : "light"
  });
  set(svg, {role: "img", "font-family": fonts, color: isDark ? "#e6e9ed" : "#1b1f24"});
  const style = document.createElementNS(SVG, "style");
  style.textContent = chartCss();
  const paper = set(document.createElementNS(SVG, "rect"), {...whole, fill: "var(--chart-paper, #ffffff)"});
  const inner = drawn.cloneNode(true) as SVGSVGElement;
  set(inner, {x: MARGIN, y: top});
  svg.append(
    style,
    paper,
    line(title, MARGIN, MARGIN + 14, {"font-size": 18, "font-weight": 650}),
    inner,
    ...notes.map((text, i) =>
      line(text, MARGIN, top + height + 16 + (i + 1) * LINE, {"font-size": FONT, "fill-opacity": 0.75})
    )
  );
  return new XMLSerializer().serializeToString(svg);
}

const fonts = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif";

function line(text: string, x: number, y: number, look: Readonly<Record<string, string | number>>): SVGElement {
  const made = set(document.createElementNS(SVG, "text"), {x, y, fill: "currentColor", ...look});
  made.textContent = text;
  return made;
}

function set<Kind extends Element>(element: Kind, attributes: Readonly<Record<string, string | number>>): Kind {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** An SVG file as a PNG of twice its size. */
export async function pngFile(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], {type: "image/svg+xml"}));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * image.width;
    canvas.height = 2 * image.height;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error("the picture is too large")) : resolve(blob)),
        "image/png"
      )
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The numbers of a chart as CSV, safe to open in a spreadsheet; the header is what the table shows. */
export const csvFile = ({caption, columns, rows}: TableTwin): string =>
  csv({
    name: "chart",
    title: caption,
    description: caption,
    columns: columns.map(({label, numeric}) => ({
      name: label,
      type: numeric === true ? "number" : "string",
      description: label,
      missing: ""
    })),
    primaryKey: [],
    foreignKeys: [],
    rows: rows.map((row) => columns.map(({key}) => row[key] ?? null))
  });

/** Hands a file to the reader under a name. */
export function download(name: string, content: Blob | string, type: string): void {
  const address = URL.createObjectURL(typeof content === "string" ? new Blob([content], {type}) : content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

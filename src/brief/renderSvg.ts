import {plot} from "@observablehq/plot";
import {parseHTML} from "linkedom";
import type {Chart} from "../charts/chart.ts";
import {unturned} from "./escape.ts";

/**
 * A chart as SVG text, drawn without a browser: the <svg> alone, with a title and a description for readers who cannot
 * see it and no style sheet inside. The same chart gives the same bytes: numbers have at most two decimals, and every
 * id begins with `id`, so that several charts share a page.
 *
 * @param id unique in the page; letters, digits and hyphens
 */
export function renderSvg(chart: Chart, id: string = chart.id): string {
  const {document} = parseHTML("<!doctype html><html><body></body></html>");
  // Plot's type asks for a browser's Document; it uses createElementNS and little else.
  const svg = plot({...chart.plot, className: "thaw-chart", document: document as never}) as unknown as Element;
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of svg.querySelectorAll("*")) tidy(element, id);
  const title = element(document, "title", `${id}-title`, chart.title);
  const description = element(document, "desc", `${id}-desc`, chart.description);
  svg.prepend(title, description);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${id}-title ${id}-desc`);
  svg.setAttribute("class", `thaw-chart ${chart.id}`);
  svg.setAttribute("xmlns", SVG);
  return unturned(svg.toString());
}

const SVG = "http://www.w3.org/2000/svg";

/** What this file uses of linkedom's elements. */
type Element = {
  readonly localName: string;
  readonly attributes: Iterable<{readonly name: string; readonly value: string}>;
  textContent: string;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
  prepend(...children: Element[]): void;
  querySelectorAll(selector: string): Iterable<Element>;
};

function element(
  document: {createElementNS(space: string, name: string): unknown},
  name: string,
  id: string,
  text: string
) {
  const made = document.createElementNS(SVG, name) as Element;
  made.setAttribute("id", id);
  made.textContent = text;
  return made;
}

/** Rounds numbers, makes ids the chart's own, and drops the English names that Plot gives to groups. */
function tidy(node: Element, id: string): void {
  for (const {name, value} of [...node.attributes]) {
    if (name === "aria-label" || name === "aria-hidden") node.removeAttribute(name);
    else if (name === "id") node.setAttribute(name, `${id}-${value}`);
    else if (value.startsWith("url(#")) node.setAttribute(name, value.replace("url(#", `url(#${id}-`));
    else if (name !== "class" && name !== "style") {
      const rounded = value.replace(/-?\d+\.\d{3,}(e-\d+)?/g, (number) =>
        String(Math.round(Number(number) * 100) / 100)
      );
      if (rounded !== value) node.setAttribute(name, rounded);
    }
  }
}

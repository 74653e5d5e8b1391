import type {Chart} from "./chart.ts";

/** What tidying uses of an element, a browser's or linkedom's. */
type Element = {
  readonly attributes: Iterable<{readonly name: string; readonly value: string}>;
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
  prepend(...children: Element[]): void;
  querySelectorAll(selector: string): Iterable<Element>;
};
type Maker = {createElementNS(space: string, name: string): unknown};

/**
 * Makes what Plot drew a picture of its own: no style sheet inside, a title and a description for readers who cannot see
 * it, numbers of at most two decimals, and ids that begin with `id`, so that several charts share a page.
 *
 * @param drawn the <svg>; it is changed
 * @param id unique in the page; letters, digits and hyphens
 */
export function tidySvg(drawn: unknown, document: Maker, {title, description, id: kind}: Chart, id: string): void {
  const svg = drawn as Element;
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of svg.querySelectorAll("*")) tidy(element, id);
  const named = (name: string, part: string, text: string) => {
    const made = document.createElementNS(SVG, name) as Element;
    made.setAttribute("id", `${id}-${part}`);
    made.textContent = text;
    return made;
  };
  svg.prepend(named("title", "title", title), named("desc", "desc", description));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${id}-title ${id}-desc`);
  svg.setAttribute("class", `thaw-chart ${kind}`);
  svg.setAttribute("xmlns", SVG);
}

const SVG = "http://www.w3.org/2000/svg";

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

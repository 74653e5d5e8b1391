import type {Chart} from "../charts/chart.ts";

/** A piece of running text: plain, strong, a line of its own in small type, or a reference to sources of the case by id. */
export type Inline =
  | string
  | {readonly strong: string}
  | {readonly minor: string; readonly cite?: readonly string[]}
  | {readonly cite: readonly string[]};

export type Text = readonly Inline[];

export type BriefTable = {
  readonly kind: "table";
  readonly id: string;
  readonly caption: string;
  /** `days`: the column holds days, and is wide enough for one. */
  readonly columns: readonly {readonly label: string; readonly numeric?: true; readonly days?: true}[];
  readonly rows: readonly (readonly Text[])[];
  /** Shown on request only, on paper not at all. */
  readonly folded?: true;
};

export type Block =
  | {readonly kind: "paragraph"; readonly text: Text}
  | {readonly kind: "list"; readonly items: readonly Text[]}
  | {readonly kind: "heading"; readonly text: string}
  | {readonly kind: "chart"; readonly wide: Chart; readonly narrow: Chart}
  | BriefTable;

export type Section = {readonly id: string; readonly title: string; readonly blocks: readonly Block[]};

/** All there is, or the two pages that a reader with a meeting takes along. */
export type BriefForm = "full" | "short";

/** A brief as data, before it is set as HTML, Markdown or JSON. */
export type Brief = {
  readonly form: BriefForm;
  readonly language: "en" | "ru";
  readonly title: string;
  readonly subtitle: string;
  readonly disclaimer: string;
  /** Texts around the parts. */
  readonly labels: {readonly contents: string; readonly notes: string; readonly numbers: string};
  /** The figures that a reader takes away, with the rule that counted each. */
  readonly figures: readonly {readonly value: string; readonly label: string; readonly rule: string}[];
  readonly lead: readonly Text[];
  /** What stands with the lead on the first page. */
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
  /** Sources in the order of their first citation; a footnote's number is its place here, from 1. */
  readonly notes: readonly Note[];
  readonly colophon: string;
};

export type Note = {
  readonly source: string;
  readonly number: number;
  readonly text: string;
  readonly url: string | null;
};

/** Every source id that a text cites, in order. */
export const citedIn = (text: Text): readonly string[] =>
  text.flatMap((piece) => (typeof piece === "object" && "cite" in piece ? (piece.cite ?? []) : []));

/** Every text of a block, in reading order. */
export function textsOf(block: Block): readonly Text[] {
  switch (block.kind) {
    case "paragraph":
      return [block.text];
    case "list":
      return block.items;
    case "table":
      return block.rows.flat();
    default:
      return [];
  }
}

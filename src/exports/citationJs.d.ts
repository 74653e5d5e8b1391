declare module "@citation-js/core" {
  /** `output.format` gives a format's own records: BibTeX type, label and properties; RIS a value or a list by tag. */
  export const plugins: {
    readonly output: {format(name: string, data: readonly object[], options: {readonly format: "object"}): unknown};
    readonly config: {get(name: string): {format: {asciiOnly: boolean}}};
  };
  export class Cite {
    constructor(data: string | readonly object[]);
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";

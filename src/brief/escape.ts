const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};

/** Text as HTML, for content and quoted attributes. */
export const escapedHtml = (text: string): string =>
  unturned(text).replace(/[&<>"']/g, (character) => entities[character]!);

/** Text as Markdown on one line: no character marks anything up, and no table ends early. */
export const escapedMarkdown = (text: string): string =>
  unturned(text)
    .replace(/[\\`*_[\]<>|#~]|&(?=#?\w+;)/g, (character) => `\\${character}`)
    .replace(/\s*[\r\n]+\s*/g, " ");

/** Unicode's directional embeddings and overrides would turn round the words that stand beside them, so they are dropped. */
export const unturned = (text: string): string => text.replace(/[\u202a-\u202e]/g, "");

/** Pieces that YAML, dates or people trip over. */
const pieces = [
  "\t",
  "\0",
  "\uFEFF",
  "\r",
  "\n",
  "- ",
  ": ",
  "? ",
  "&a ",
  "*a",
  "<<: *a",
  "!!binary ",
  "|\n",
  ">-\n",
  "---\n",
  "...\n",
  "%YAML 1.1\n",
  "{",
  "}",
  "[",
  "]",
  "#",
  '"',
  "'",
  "\\",
  "~",
  "?",
  "%",
  "/",
  "..",
  "0000",
  "9999-12-31",
  "-1",
  "1e999",
  ".nan",
  "null",
  "__proto__",
  "\uD800",
  "月"
];

/** One to four small damages to a text: flipped, dropped, doubled and moved characters, lines and foreign pieces. */
export function mutate(text: string, next: () => number): string {
  const below = (n: number) => Math.floor(next() * n);
  let out = text;
  for (let n = 1 + below(4); n > 0; n--) {
    const at = below(out.length + 1);
    const length = below(12);
    const lines = out.split("\n");
    const line = below(lines.length);
    switch (below(8)) {
      case 0:
        out = out.slice(0, at) + String.fromCharCode(below(128)) + out.slice(at + 1);
        break;
      case 1:
        out = out.slice(0, at) + out.slice(at + length);
        break;
      case 2:
        out = out.slice(0, at) + pieces[below(pieces.length)] + out.slice(at);
        break;
      case 3:
        out = out.slice(0, at) + out.slice(at, at + length).repeat(1 + below(20)) + out.slice(at + length);
        break;
      case 4:
        out = lines.toSpliced(line, 1).join("\n");
        break;
      case 5:
        out = lines.toSpliced(line, 0, lines[below(lines.length)]!).join("\n");
        break;
      case 6:
        out = lines.with(line, " ".repeat(below(9)) + lines[line]!.trimStart()).join("\n");
        break;
      default:
        out = out.slice(0, at);
    }
  }
  return out;
}

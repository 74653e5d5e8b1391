import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {Marked} from "marked";
import {packageRoot} from "../src/casebook/node.ts";

/** The pages of docs/methods as pages of the site, in the site's own style and without a script. */
export function writeMethods(folder: string): void {
  const shell = readFileSync(join(folder, "index.html"), "utf8");
  const source = join(packageRoot, "docs", "methods");
  for (const file of readdirSync(source).filter((name) => name.endsWith(".md"))) {
    const place = join(folder, "methods", file.replace(/\.md$/, ""));
    mkdirSync(place, {recursive: true});
    writeFileSync(join(place, "index.html"), page(shell, readFileSync(join(source, file), "utf8")));
  }
}

/** The head of the site's own page without its scripts, and a text in its body. */
function page(shell: string, text: string): string {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? "Method";
  const head = shell
    .slice(0, shell.indexOf("<body>"))
    .replaceAll(/\s*<script type="module".*<\/script>|\s*<link rel="modulepreload".*>/g, "")
    .replaceAll(/((?:src|href)=")\.\//g, "$1../../")
    .replace(/<title>.*<\/title>/, `<title>${escaped(title)} · Thaw</title>`);
  return `${head}<body>
    <header class="top"><a class="wordmark" href="../../">Thaw</a></header>
    <main class="page prose method">${markdown.parse(text, {async: false})}</main>
  </body>
</html>
`;
}

const markdown = new Marked({
  renderer: {
    // Another method is a page of the site; what lies elsewhere in the repository is named and not linked.
    link({href, tokens}) {
      const text = this.parser.parseInline(tokens);
      if (/^https:/.test(href)) return `<a href="${escaped(href)}">${text}</a>`;
      const method = /^([a-z0-9-]+)\.md(#.*)?$/.exec(href);
      return method === null ? text : `<a href="../${method[1]}/${escaped(method[2] ?? "")}">${text}</a>`;
    },
    table(token) {
      const row = (cells: typeof token.header, name: string) =>
        `<tr>${cells.map(({tokens}) => `<${name}>${this.parser.parseInline(tokens)}</${name}>`).join("")}</tr>`;
      const body = token.rows.map((cells) => row(cells, "td")).join("");
      return `<div class="wide"><table><thead>${row(token.header, "th")}</thead><tbody>${body}</tbody></table></div>`;
    }
  }
});

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({"&": "&amp;", "<": "&lt;", ">": "&gt;"})[sign] ?? "&quot;");

import {type Document, isMap, isNode, isPair, isSeq, type YAMLError} from "yaml";
import {show} from "./explainIssue.ts";
import {type Complaint, TOO_DEEP} from "./yamlTree.ts";

/**
 * What the YAML parser objects to, in plain words. One slip makes the parser stumble over the lines that follow, so
 * only the first complaint is told; of tabs, which are independent, every line.
 */
export function parserComplaints(document: Document, source: string): Complaint[] {
  const {errors} = document;
  const deep = errors.find(({code}) => code === "RESOURCE_EXHAUSTION");
  if (deep !== undefined) return [{offset: deep.pos[0], message: TOO_DEEP}];
  const tabs = errors.filter(({code}) => code === "TAB_AS_INDENT");
  const told = tabs.length > 0 ? tabs : [errors.reduce((first, one) => (one.pos[0] < first.pos[0] ? one : first))];
  return told.map((error) => {
    const tab = error.code === "TAB_AS_INDENT" ? error.pos[0] : tabBefore(error.pos[0], source);
    if (tab >= 0) return {offset: tab, message: `${UNREADABLE}: tab as indent; indent with spaces`};
    const offset = isOpenQuote(error) ? startOfLastText(document) : error.pos[0];
    return {offset, message: `${UNREADABLE}: ${inWords(error, source.slice(offset, offset + 80))}`};
  });
}

const UNREADABLE = "not readable as YAML";

/** Where the first tab in the indent of a line stands; -1 without one. The parser notices some only by what follows. */
function tabBefore(offset: number, source: string): number {
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const indent = /^ *\t/.exec(source.slice(start))?.[0];
  return indent === undefined ? -1 : start + indent.length - 1;
}

const isOpenQuote = ({message}: YAMLError): boolean => message.startsWith("Missing closing");

/** An open quotation mark runs to the end of the file, where the parser notices it: it opens the last text. */
function startOfLastText({contents}: Document): number {
  let node: unknown = contents;
  while (isMap(node) || isSeq(node)) {
    const last: unknown = node.items.at(-1);
    node = isPair(last) ? (last.value ?? last.key) : last;
  }
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** `rest` is the text from the place on. */
function inWords(error: YAMLError, rest: string): string {
  if (isOpenQuote(error)) return "a text that opens with a quotation mark and does not end; quote a text at both ends";
  const text = rest.split(/[\r\n]/)[0]!.trimEnd();
  const line = text === "" ? "the end of the line" : show(text);
  const end = /must .*end with an? ([\]}])/.exec(error.message)?.[1];
  if (end !== undefined) return `a list or fields in brackets without an end; write ${end} where they end`;
  switch (error.code) {
    case "MULTIPLE_DOCS":
      return "a second document begins here; keep one document in a file, without --- or ...";
    case "BLOCK_AS_IMPLICIT_KEY":
      return "a field inside a text; quote a text that holds a colon, or align the line with its neighbours";
    case "BLOCK_IN_FLOW":
      return `a field inside a text: ${line}; part fields with commas, or quote a text that holds a colon`;
    case "MULTILINE_IMPLICIT_KEY":
      return `no field: ${line}; write name: value, with a space after the colon`;
    case "BAD_SCALAR_START":
      return `a text that starts with ${line[0]}; quote it`;
    case "BAD_DQ_ESCAPE":
      return `unknown escape ${line.slice(0, 2)}; write \\\\ for a backslash, or use single quotation marks`;
    case "KEY_OVER_1024_CHARS":
      return "the name of a field is longer than 1,024 characters; shorten it";
    case "BAD_INDENT":
      return "a line that starts in another column than its neighbours; align it with them";
    case "MISSING_CHAR":
      return error.message.startsWith("Implicit map keys")
        ? `no field: ${line}; write name: value, with a space after the colon`
        : lastResort(error, line);
    default:
      return lastResort(error, line);
  }
}

function lastResort({message}: YAMLError, line: string): string {
  if (/^Missing (,|space)/.test(message)) return `no comma before: ${line}; part items with a comma and a space`;
  if (/^[\]},]/.test(line)) return `out of place: ${line}; remove ${line[0]} or write what is missing before it`;
  return `out of place: ${line}; quote a text that holds a colon, a # or a quotation mark`;
}

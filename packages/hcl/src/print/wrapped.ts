import { decodedText } from "../lexer/decode.js";
import { lexConfig } from "../lexer/lex.js";
import { Problems } from "../lexer/problems.js";
import { EQUAL } from "../lexer/token-kind.js";
import type {
  Call,
  Comment,
  Expression,
  ObjectExpression,
  ObjectItem,
  Parentheses,
  Tuple,
} from "../nodes.js";
import { visit } from "../visit.js";
import { printComment } from "./comment.js";
import { printFlat, printKey } from "./expression.js";
import { heredocLines } from "./heredoc.js";
import { plainLine, printAligned, textLine, valueLine, type Line } from "./lines.js";

/** Lists and calls that end before this column stay on one line. */
const WIDTH = 80;

/**
 * The text of an expression as people lay it out: short lists on one line, longer ones an item a line, an object an
 * entry a line, text of several lines as a heredoc. `indent` is that of the line on which it starts, `column` where.
 */
export function printWrapped(node: Expression, indent: string, column: number): string {
  switch (node.kind) {
    case "tuple":
      return printTuple(node, indent, column);
    case "object":
      return printObject(node, indent);
    case "call":
      return printCall(node, indent, column);
    case "parentheses":
      return printParentheses(node, indent, column);
    default:
      return printFlat(node);
  }
}

/** The line of `name = value`. */
export function assignment(
  name: string,
  value: Expression,
  trailing: Comment | undefined,
  indent: string,
): Line {
  if (value.kind === "string" && !value.value.includes("\n")) return textLine(name, value.value, trailing);
  return valueLine(name, printValue(value, indent, indent.length + name.length + 3), trailing);
}

/** Like {@link printWrapped} where a line break may follow: there, text of several lines can be a heredoc. */
function printValue(node: Expression, indent: string, column: number): string {
  const lines = heredocLines(node);
  if (lines === undefined) return printWrapped(node, indent, column);
  const inner = `${indent}  `;
  // A line of white space alone is neither indented nor counted.
  const text = lines.text.map((line) => (lines.indented && /\S/.test(line) ? inner + line : line));
  return [lines.opening, ...text, (lines.indented ? indent : "") + lines.marker].join("\n");
}

function printTuple(node: Tuple, indent: string, column: number): string {
  if (!node.items.some(standsAlone)) {
    const flat = printFlat(node);
    if (column + flat.length <= WIDTH) return flat;
  }
  const inner = `${indent}  `;
  let out = "[\n";
  for (const item of node.items) out += `${inner}${printWrapped(item, inner, inner.length)},\n`;
  return `${out}${indent}]`;
}

/** Whether an item of a list wants lines of its own however short the list is. */
function standsAlone(node: Expression): boolean {
  return node.kind === "object" && node.items.length > 0;
}

function printObject(node: ObjectExpression, indent: string): string {
  if (node.items.length === 0) return "{}";
  const inner = `${indent}  `;
  const lines: Line[] = [];
  for (const item of node.items) {
    if (item.leading !== undefined)
      for (const comment of item.leading) lines.push(plainLine(printComment(comment, inner)));
    lines.push(objectLine(item, inner));
  }
  const out: string[] = [];
  printAligned(lines, inner, out);
  return `{\n${out.join("")}${indent}}`;
}

/** `packer fmt` takes the first `=` of a line for the one that it aligns, also one of an object inside an expression. */
function hasAssignment(node: Expression | ObjectItem["key"]): boolean {
  if (node.kind === "object-key" || node.kind === "string") return false;
  let found = false;
  visit(node, (each) => {
    found ||= each.kind === "object-item" && each.colon !== true;
    return !found;
  });
  return found;
}

/** The text of an expression with `:` for every `=`, which only objects have in an expression. */
function withColons(text: string): string {
  const tokens = lexConfig(decodedText(text), new Problems());
  let out = "";
  let from = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== EQUAL) continue;
    out += `${text.slice(from, tokens.starts[i])}:`;
    from = tokens.ends[i] ?? from;
  }
  return out + text.slice(from);
}

function objectLine({ key, value, colon, trailing }: ObjectItem, indent: string): Line {
  // Objects inside a key get colons, so that the first `=` of the line is the entry's own.
  const printed = hasAssignment(key) ? withColons(printKey(key)) : printKey(key);
  if (colon !== true) return assignment(printed, value, trailing, indent);
  const text = printValue(value, indent, indent.length + printed.length + 3);
  return plainLine(`${indent}${printed} : ${text}`, trailing);
}

function printCall(node: Call, indent: string, column: number): string {
  const flat = printFlat(node);
  const last = node.arguments.at(-1);
  if (column + flat.length <= WIDTH || last === undefined) return flat;
  const end = node.expand === true ? "..." : "";
  const others = node.arguments.slice(0, -1);
  if ((last.kind === "object" || last.kind === "tuple") && !others.some((other) => hasAssignment(other))) {
    // The last list or object opens on the line of the call, as in `merge(local.labels, {`.
    const before = others.map((argument) => `${printFlat(argument)}, `);
    const head = `${node.name}(${before.join("")}`;
    return `${head}${printWrapped(last, indent, column + head.length)}${end})`;
  }
  const inner = `${indent}  `;
  const rows = node.arguments.map((argument) => inner + printWrapped(argument, inner, inner.length));
  return `${node.name}(\n${rows.join(",\n")}${end}\n${indent})`;
}

function printParentheses(node: Parentheses, indent: string, column: number): string {
  return `(${printWrapped(node.expression, indent, column + 1)})`;
}

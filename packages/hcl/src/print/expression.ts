import { escapeQuoted, QUOTED_SPELLING, type Spelling } from "../escape.js";
import type {
  Expression,
  ForDirective,
  IfDirective,
  ObjectItem,
  ObjectKey,
  Strip,
  TemplatePart,
  TemplateText,
} from "../nodes.js";
import { precedenceOf, takesTraversal, TERM } from "./precedence.js";

type Kind = Expression["kind"];
type ExpressionOf<K extends Kind> = Extract<Expression, { readonly kind: K }>;

/** One line per kind: the text of an expression on a single line, laid out as `packer fmt` would leave it. */
const FLAT: { readonly [K in Kind]: (node: ExpressionOf<K>) => string } = {
  number: (node) => node.text,
  bool: (node) => (node.value ? "true" : "false"),
  null: () => "null",
  string: (node) => `"${escapeQuoted(node.value)}"`,
  template: (node) => `"${printParts(node.parts, QUOTED_SPELLING)}"`,
  // On one line a heredoc is the quoted template that says the same.
  heredoc: (node) => `"${printParts(node.parts, QUOTED_SPELLING)}"`,
  tuple: (node) => `[${node.items.map((item) => printFlat(item)).join(", ")}]`,
  object: (node) =>
    node.items.length === 0 ? "{}" : `{ ${node.items.map((item) => printFlatItem(item)).join(", ")} }`,
  variable: (node) => node.name,
  "get-attribute": (node) => `${printTarget(node.object)}.${node.name}`,
  index: (node) =>
    node.legacy === true
      ? `${printTarget(node.collection)}.${printFlat(node.key)}`
      : `${printTarget(node.collection)}[${printFlat(node.key)}]`,
  splat: (node) =>
    `${printTarget(node.source)}${node.style === "full" ? "[*]" : ".*"}${printFlat(node.each)}`,
  "splat-item": () => "",
  call: (node) =>
    `${node.name}(${node.arguments.map((argument) => printFlat(argument)).join(", ")}${node.expand === true ? "..." : ""})`,
  unary: (node) => `${node.operator}${printOperand(node.operand, precedenceOf(node))}`,
  binary: (node) => {
    const level = precedenceOf(node);
    return `${printOperand(node.left, level)} ${node.operator} ${printOperand(node.right, level + 1)}`;
  },
  conditional: (node) =>
    `${printOperand(node.condition, 1)} ? ${printFlat(node.then)} : ${printFlat(node.else)}`,
  "for-tuple": (node) =>
    `[for ${printNames(node)} in ${printFlat(node.collection)} : ${printFlat(node.element)}${printCondition(node.condition)}]`,
  "for-object": (node) =>
    `{ for ${printNames(node)} in ${printFlat(node.collection)} : ${printFlat(node.keyResult)} => ` +
    `${printFlat(node.valueResult)}${node.group === true ? "..." : ""}${printCondition(node.condition)} }`,
  parentheses: (node) => `(${printFlat(node.expression)})`,
};

/** The text of an expression on one line. */
export function printFlat<K extends Kind>(node: ExpressionOf<K>): string {
  // The table pairs each kind with its own printer; TypeScript loses that pairing when the kind is not known.
  return (FLAT[node.kind] as (node: Expression) => string)(node);
}

function printOperand(node: Expression, level: number): string {
  return precedenceOf(node) < level ? `(${printFlat(node)})` : printFlat(node);
}

/** What `.name`, `[key]` or a splat hangs on. */
function printTarget(node: Expression): string {
  return takesTraversal(node) ? printFlat(node) : printOperandOfTraversal(node);
}

function printOperandOfTraversal(node: Expression): string {
  const text = printFlat(node);
  // Brackets and quotes end by themselves, so `[a, b][0]` reads as it stands.
  const closed =
    node.kind === "tuple" ||
    node.kind === "object" ||
    node.kind === "for-tuple" ||
    node.kind === "for-object";
  return closed && precedenceOf(node) === TERM ? text : `(${text})`;
}

function printFlatItem(item: ObjectItem): string {
  return `${printKey(item.key)}${item.colon === true ? " : " : " = "}${printFlat(item.value)}`;
}

/** The key of an object's entry; any expression that is no literal text needs parentheses to be one. */
export function printKey(key: Expression | ObjectKey): string {
  switch (key.kind) {
    case "object-key":
      return key.name;
    case "string":
    case "template":
    case "number":
    case "parentheses":
      return printFlat(key);
    default:
      return `(${printFlat(key)})`;
  }
}

function printNames(node: { readonly keyName?: string; readonly valueName: string }): string {
  return node.keyName === undefined ? node.valueName : `${node.keyName}, ${node.valueName}`;
}

function printCondition(condition: Expression | undefined): string {
  return condition === undefined ? "" : ` if ${printFlat(condition)}`;
}

/** The parts of a template, literal text spelled as its place wants it. */
export function printParts(parts: readonly TemplatePart[], spelling: Spelling): string {
  return parts
    .map((part, at) =>
      part.kind === "text" ? printText(part.value, parts[at + 1], spelling) : printSequence(part, spelling),
    )
    .join("");
}

function printText(value: string, next: TemplatePart | undefined, spelling: Spelling): string {
  const last = value.at(-1);
  const marker =
    next === undefined || next.kind === "text" ? undefined : next.kind === "interpolation" ? "$" : "%";
  if (last === undefined || last !== marker) return spelling.escape(value);
  return spelling.escape(value.slice(0, -1)) + spelling.marker(last);
}

function printSequence(part: Exclude<TemplatePart, TemplateText>, spelling: Spelling): string {
  switch (part.kind) {
    case "interpolation":
      return sequence("$", part.strip, printFlat(part.expression), "");
    case "if-directive":
      return printIf(part, spelling);
    case "for-directive":
      return printFor(part, spelling);
  }
}

function printIf(part: IfDirective, spelling: Spelling): string {
  const otherwise =
    part.else === undefined ? "" : sequence("%", part.strip?.else, "else") + printParts(part.else, spelling);
  return (
    sequence("%", part.strip?.if, `if ${printFlat(part.condition)}`) +
    printParts(part.then, spelling) +
    otherwise +
    sequence("%", part.strip?.endif, "endif")
  );
}

function printFor(part: ForDirective, spelling: Spelling): string {
  return (
    sequence("%", part.strip?.for, `for ${printNames(part)} in ${printFlat(part.collection)}`) +
    printParts(part.parts, spelling) +
    sequence("%", part.strip?.endfor, "endfor")
  );
}

function sequence(marker: "$" | "%", strip: Strip | undefined, content: string, space = " "): string {
  return `${marker}{${strip?.left === true ? "~" : ""}${space}${content}${space}${strip?.right === true ? "~" : ""}}`;
}

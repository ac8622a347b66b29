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
  tuple: (node) => `[${printList(node.items)}]`,
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
  call: (node) => `${node.name}(${printList(node.arguments)}${node.expand === true ? "..." : ""})`,
  unary: (node) => `${node.operator}${printOperand(node.operand, precedenceOf(node))}`,
  binary: (node) => {
    const level = precedenceOf(node);
    return `${printOperand(node.left, level)} ${node.operator} ${printOperand(node.right, level + 1)}`;
  },
  conditional: (node) =>
    `${printOperand(node.condition, 1)} ? ${printFlat(node.then)} : ${printFlat(node.else)}`,
  "for-tuple": (node) =>
    `[for ${printBinding(node)} : ${printFlat(node.element)}${printCondition(node.condition)}]`,
  "for-object": (node) =>
    `{ for ${printBinding(node)} : ${printFlat(node.keyResult)} =>${spaced(printFlat(node.valueResult), "")}` +
    `${node.group === true ? "..." : ""}${printCondition(node.condition)} }`,
  parentheses: (node) => `(${printFlat(node.expression)})`,
};

function printList(nodes: readonly Expression[]): string {
  let out = "";
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node !== undefined) out += at === 0 ? printFlat(node) : `, ${printFlat(node)}`;
  }
  return out;
}

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

/** `k, v in collection`, as `packer fmt` spaces it. */
function printBinding(node: {
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
}): string {
  const names = node.keyName === undefined ? node.valueName : `${node.keyName}, ${node.valueName}`;
  return `${names} in${spaced(printFlat(node.collection), "(")}`;
}

function printCondition(condition: Expression | undefined): string {
  return condition === undefined ? "" : ` if${spaced(printFlat(condition), "([")}`;
}

/**
 * The text of an expression behind a word or an arrow, with the space that `packer fmt` puts there: it takes the word
 * for the name of a function or a list before one of `tight`, and a minus for the operator between two values.
 */
function spaced(text: string, tight: string): string {
  const [start = ""] = text;
  if (start === "-") return ` - ${text.slice(1)}`;
  return tight.includes(start) ? text : ` ${text}`;
}

/**
 * The parts of a template, literal text spelled as its place wants it; `next` is the marker of the sequence behind
 * them, if there is one.
 */
export function printParts(
  parts: readonly TemplatePart[],
  spelling: Spelling,
  next: Marker | "" = "",
): string {
  let out = "";
  parts.forEach((part, at) => {
    out +=
      part.kind === "text"
        ? printText(part.value, markerOf(parts[at + 1]) ?? next, spelling)
        : printSequence(part, spelling);
  });
  return out;
}

type Marker = "$" | "%";

/** The marker that a part begins with; text is none, `undefined` where there is no part. */
function markerOf(part: TemplatePart | undefined): Marker | "" | undefined {
  if (part === undefined) return undefined;
  return part.kind === "text" ? "" : part.kind === "interpolation" ? "$" : "%";
}

function printText(value: string, next: Marker | "", spelling: Spelling): string {
  if (next === "" || !value.endsWith(next)) return spelling.escape(value);
  const text = value.replace(/[$%]+$/, "");
  return spelling.escape(text) + spelling.run(value.slice(text.length));
}

function printSequence(part: Exclude<TemplatePart, TemplateText>, spelling: Spelling): string {
  switch (part.kind) {
    case "interpolation": {
      const text = printFlat(part.expression);
      const start = text.startsWith("{") ? " " : "";
      return sequence("$", part.strip, start + (text.startsWith("-") ? `- ${text.slice(1)}` : text));
    }
    case "if-directive":
      return printIf(part, spelling);
    case "for-directive":
      return printFor(part, spelling);
  }
}

function printIf(part: IfDirective, spelling: Spelling): string {
  const otherwise =
    part.else === undefined
      ? ""
      : sequence("%", part.strip?.else, "else") + printParts(part.else, spelling, "%");
  return (
    sequence("%", part.strip?.if, `if${spaced(printFlat(part.condition), "([")}`) +
    printParts(part.then, spelling, "%") +
    otherwise +
    sequence("%", part.strip?.endif, "endif")
  );
}

function printFor(part: ForDirective, spelling: Spelling): string {
  return (
    sequence("%", part.strip?.for, `for ${printBinding(part)}`) +
    printParts(part.parts, spelling, "%") +
    sequence("%", part.strip?.endfor, "endfor")
  );
}

function sequence(marker: Marker, strip: Strip | undefined, content: string): string {
  const left = strip?.left === true ? "~" : "";
  const right = strip?.right === true ? "~" : "";
  return `${marker}{${left}${content}${content.endsWith("}") ? " " : ""}${right}}`;
}

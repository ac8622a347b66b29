import type {
  Attribute,
  Binary,
  BinaryOperator,
  Block,
  Body,
  BodyItem,
  BoolLiteral,
  Call,
  Comment,
  Conditional,
  Expression,
  ForDirective,
  ForObject,
  ForTuple,
  GetAttribute,
  Heredoc,
  IfDirective,
  Index,
  Interpolation,
  Label,
  NullLiteral,
  NumberLiteral,
  ObjectExpression,
  ObjectItem,
  ObjectKey,
  Parentheses,
  Splat,
  SplatItem,
  StringLiteral,
  Template,
  TemplatePart,
  TemplateText,
  Tuple,
  Unary,
  UnaryOperator,
  Variable,
} from "./nodes.js";
import { isIdentifier } from "./lexer/identifiers.js";

/** Factories of nodes, one a kind, each the shortest way to a node that prints as valid HCL. */

export function body(items: readonly BodyItem[]): Body {
  return { kind: "body", items };
}

export function attribute(name: string, value: Expression): Attribute {
  return { kind: "attribute", name, value };
}

/** A block with quoted labels: `block("source", ["null", "a"], [])` is `source "null" "a" {}`. */
export function block(type: string, labels: readonly string[], items: readonly BodyItem[]): Block {
  return { kind: "block", type, labels: labels.map((value) => label(value)), body: body(items) };
}

export function label(value: string, quoted = true): Label {
  return { kind: "label", value, quoted };
}

/** A comment without its marker: `comment(" why")` is `# why`. */
export function comment(text: string, style: Comment["style"] = "#"): Comment {
  return { kind: "comment", style, text };
}

const DECIMAL = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * A number, negative ones as the negation of a literal, as HCL reads them.
 *
 * @throws RangeError for NaN, the infinities and text that is no decimal number: HCL has no spelling for them.
 */
export function number(value: number | bigint | string): NumberLiteral | Unary {
  const text = String(value);
  if (text.startsWith("-")) return unary("-", number(text.slice(1)));
  if (!DECIMAL.test(text))
    throw new RangeError(`HCL cannot write the number ${text}; use a finite decimal number`);
  return { kind: "number", text };
}

export function bool(value: boolean): BoolLiteral {
  return { kind: "bool", value };
}

export function nil(): NullLiteral {
  return { kind: "null" };
}

export function string(value: string): StringLiteral {
  return { kind: "string", value };
}

export function template(parts: readonly TemplatePart[]): Template {
  return { kind: "template", parts };
}

/** A heredoc; the text of `parts` has to end with a newline, which is how HCL reads every heredoc. */
export function heredoc(marker: string, parts: readonly TemplatePart[], indented = true): Heredoc {
  return { kind: "heredoc", marker, indented, parts };
}

export function text(value: string): TemplateText {
  return { kind: "text", value };
}

export function interpolation(expression: Expression): Interpolation {
  return { kind: "interpolation", expression };
}

export function ifDirective(
  condition: Expression,
  then: readonly TemplatePart[],
  otherwise?: readonly TemplatePart[],
): IfDirective {
  return { kind: "if-directive", condition, then, ...(otherwise === undefined ? {} : { else: otherwise }) };
}

export function forDirective(
  names: ForNames,
  collection: Expression,
  parts: readonly TemplatePart[],
): ForDirective {
  return { kind: "for-directive", ...forNames(names), collection, parts };
}

export function tuple(items: readonly Expression[]): Tuple {
  return { kind: "tuple", items };
}

export function object(items: readonly ObjectItem[]): ObjectExpression {
  return { kind: "object", items };
}

/** An entry of an object; a key given as text is bare where HCL allows it and quoted elsewhere. */
export function objectItem(key: string | Expression | ObjectKey, value: Expression): ObjectItem {
  return { kind: "object-item", key: typeof key === "string" ? objectKey(key) : key, value };
}

/** `for` would open a for-expression, so it is quoted like a name that is no identifier. */
export function objectKey(name: string): ObjectKey | StringLiteral {
  return isIdentifier(name) && name !== "for" ? { kind: "object-key", name } : string(name);
}

export function variable(name: string): Variable {
  return { kind: "variable", name };
}

/** `traversal("var", "a")` is `var.a`. */
export function traversal(root: string, ...names: readonly string[]): Expression {
  return names.reduce<Expression>((object, name) => getAttribute(object, name), variable(root));
}

export function getAttribute(object: Expression, name: string): GetAttribute {
  return { kind: "get-attribute", object, name };
}

export function index(collection: Expression, key: Expression): Index {
  return { kind: "index", collection, key };
}

export function splat(source: Expression, each: Expression = splatItem()): Splat {
  return { kind: "splat", source, style: "full", each };
}

export function splatItem(): SplatItem {
  return { kind: "splat-item" };
}

export function call(name: string, args: readonly Expression[], expand = false): Call {
  return { kind: "call", name, arguments: args, ...(expand ? { expand } : {}) };
}

export function unary(operator: UnaryOperator, operand: Expression): Unary {
  return { kind: "unary", operator, operand };
}

export function binary(left: Expression, operator: BinaryOperator, right: Expression): Binary {
  return { kind: "binary", operator, left, right };
}

export function conditional(condition: Expression, then: Expression, otherwise: Expression): Conditional {
  return { kind: "conditional", condition, then, else: otherwise };
}

/** The names that a `for` binds: `{ value: "v" }`, or `{ key: "k", value: "v" }`. */
export interface ForNames {
  readonly key?: string;
  readonly value: string;
}

export function forTuple(
  names: ForNames,
  collection: Expression,
  element: Expression,
  condition?: Expression,
): ForTuple {
  return { kind: "for-tuple", ...forNames(names), collection, element, ...when(condition) };
}

export function forObject(
  names: ForNames,
  collection: Expression,
  result: { readonly key: Expression; readonly value: Expression; readonly group?: boolean },
  condition?: Expression,
): ForObject {
  return {
    kind: "for-object",
    ...forNames(names),
    collection,
    keyResult: result.key,
    valueResult: result.value,
    ...(result.group === true ? { group: true } : {}),
    ...when(condition),
  };
}

export function parentheses(expression: Expression): Parentheses {
  return { kind: "parentheses", expression };
}

function forNames(names: ForNames): { readonly keyName?: string; readonly valueName: string } {
  return names.key === undefined
    ? { valueName: names.value }
    : { keyName: names.key, valueName: names.value };
}

function when(condition: Expression | undefined): { readonly condition?: Expression } {
  return condition === undefined ? {} : { condition };
}

/**
 * The syntax tree of HCL: one set of nodes for what the parser reads, what builders make and what the printers write.
 *
 * A node is data: readonly, a literal `kind`, no methods. A node that was read from a file carries the half-open
 * range `start`…`end` of its text, in UTF-16 code units of the source; a node that was made in a program has neither.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */

/** Where a node stands in its source text: UTF-16 offsets, `end` exclusive. Absent on nodes made by a program. */
export interface Located {
  readonly start?: number;
  readonly end?: number;
}

/** A comment: `#` and `//` run to the end of the line, `/*` may span lines. `text` excludes the markers. */
export interface Comment extends Located {
  readonly kind: "comment";
  readonly style: "#" | "//" | "/*";
  readonly text: string;
}

/** Comments that belong to an item: those before it, and the one behind it on its last line. */
export interface Commented {
  readonly leading?: readonly Comment[];
  readonly trailing?: Comment;
}

// ---------------------------------------------------------------------------------------------------- structure

/** The content of a file or of a block. `dangling` are the comments after the last item. */
export interface Body extends Located {
  readonly kind: "body";
  readonly items: readonly BodyItem[];
  readonly dangling?: readonly Comment[];
}

export type BodyItem = Attribute | Block;

/** `name = value` */
export interface Attribute extends Located, Commented {
  readonly kind: "attribute";
  readonly name: string;
  readonly value: Expression;
}

/** `type "label" { … }` */
export interface Block extends Located, Commented {
  readonly kind: "block";
  readonly type: string;
  readonly labels: readonly Label[];
  readonly body: Body;
}

/** A label of a block: `"quoted"`, or a bare identifier. It never holds an expression. */
export interface Label extends Located {
  readonly kind: "label";
  readonly value: string;
  readonly quoted: boolean;
}

// -------------------------------------------------------------------------------------------------- expressions

/** What all expressions have: a place, and, where an author wrote them beside one, comments. */
export interface ExpressionNode extends Located, Commented {}

export type Expression =
  | NumberLiteral
  | BoolLiteral
  | NullLiteral
  | StringLiteral
  | Template
  | Heredoc
  | Tuple
  | ObjectExpression
  | Variable
  | GetAttribute
  | Index
  | Splat
  | SplatItem
  | Call
  | Unary
  | Binary
  | Conditional
  | ForTuple
  | ForObject
  | Parentheses;

/** A number as it is spelled in decimal: `12`, `1.5`, `1e3`. Text, because HCL's numbers are wider than a double. */
export interface NumberLiteral extends ExpressionNode {
  readonly kind: "number";
  readonly text: string;
}

/** `true`, `false` */
export interface BoolLiteral extends ExpressionNode {
  readonly kind: "bool";
  readonly value: boolean;
}

/** `null` */
export interface NullLiteral extends ExpressionNode {
  readonly kind: "null";
}

/** A quoted template without interpolations or directives; `value` is what it means, not how it is escaped. */
export interface StringLiteral extends ExpressionNode {
  readonly kind: "string";
  readonly value: string;
}

/** A quoted template: `"a ${b} %{ if c }d%{ endif }"` */
export interface Template extends ExpressionNode {
  readonly kind: "template";
  readonly parts: readonly TemplatePart[];
}

/** `<<MARKER` or, `indented`, `<<-MARKER`. `parts` hold the text after the common indentation is taken away. */
export interface Heredoc extends ExpressionNode {
  readonly kind: "heredoc";
  readonly marker: string;
  readonly indented: boolean;
  readonly parts: readonly TemplatePart[];
}

/** `[a, b]`. `dangling` are the comments after the last item. */
export interface Tuple extends ExpressionNode {
  readonly kind: "tuple";
  readonly items: readonly Expression[];
  readonly dangling?: readonly Comment[];
}

/** `{ a = b }`. `dangling` are the comments after the last entry. */
export interface ObjectExpression extends ExpressionNode {
  readonly kind: "object";
  readonly items: readonly ObjectItem[];
  readonly dangling?: readonly Comment[];
}

/** One entry of an object: `key = value`, or `key : value` when `colon` is set. */
export interface ObjectItem extends Located, Commented {
  readonly kind: "object-item";
  readonly key: Expression | ObjectKey;
  readonly value: Expression;
  readonly colon?: boolean;
}

/** A bare word as the key of an object: it means its own name, not a variable. */
export interface ObjectKey extends Located {
  readonly kind: "object-key";
  readonly name: string;
}

/** The root of a reference: `var` in `var.project_id`. */
export interface Variable extends ExpressionNode {
  readonly kind: "variable";
  readonly name: string;
}

/** `object.name` */
export interface GetAttribute extends ExpressionNode {
  readonly kind: "get-attribute";
  readonly object: Expression;
  readonly name: string;
}

/** `collection[key]`, or `collection.0` when `legacy` is set. */
export interface Index extends ExpressionNode {
  readonly kind: "index";
  readonly collection: Expression;
  readonly key: Expression;
  readonly legacy?: boolean;
}

/** `source[*].each` (full) or `source.*.each` (attribute-only); `each` is rooted at a {@link SplatItem}. */
export interface Splat extends ExpressionNode {
  readonly kind: "splat";
  readonly source: Expression;
  readonly style: "full" | "attribute";
  readonly each: Expression;
}

/** The element that a splat is at. It has no text of its own; read from a file, its place is that of the `[*]`. */
export interface SplatItem extends ExpressionNode {
  readonly kind: "splat-item";
}

/** `name(arguments...)`; `expand` is set when the last argument is followed by `...`. */
export interface Call extends ExpressionNode {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly expand?: boolean;
}

export type UnaryOperator = "!" | "-";
/** `!operand`, `-operand` */
export interface Unary extends ExpressionNode {
  readonly kind: "unary";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

export type BinaryOperator =
  "||" | "&&" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%";
/** `left operator right` */
export interface Binary extends ExpressionNode {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `condition ? then : else` */
export interface Conditional extends ExpressionNode {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
}

/** `[for key, value in collection : element if condition]` */
export interface ForTuple extends ExpressionNode {
  readonly kind: "for-tuple";
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  readonly element: Expression;
  readonly condition?: Expression;
}

/** `{for key, value in collection : keyResult => valueResult... if condition}` */
export interface ForObject extends ExpressionNode {
  readonly kind: "for-object";
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  readonly keyResult: Expression;
  readonly valueResult: Expression;
  readonly group?: boolean;
  readonly condition?: Expression;
}

/** `(expression)`, as written. Printers add the parentheses that precedence needs by themselves. */
export interface Parentheses extends ExpressionNode {
  readonly kind: "parentheses";
  readonly expression: Expression;
}

// ---------------------------------------------------------------------------------------------- template parts

export type TemplatePart = TemplateText | Interpolation | IfDirective | ForDirective;

/** Literal text between sequences; `value` is what it means, escapes resolved. */
export interface TemplateText extends Located {
  readonly kind: "text";
  readonly value: string;
}

/** Which sides of a sequence trim the white space beside it: `${~` and `~}`. */
export interface Strip {
  readonly left?: boolean;
  readonly right?: boolean;
}

/** `${expression}` */
export interface Interpolation extends Located {
  readonly kind: "interpolation";
  readonly expression: Expression;
  readonly strip?: Strip;
}

/** `%{ if condition }then%{ else }else%{ endif }` */
export interface IfDirective extends Located {
  readonly kind: "if-directive";
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly else?: readonly TemplatePart[];
  readonly strip?: { readonly if?: Strip; readonly else?: Strip; readonly endif?: Strip };
}

/** `%{ for key, value in collection }parts%{ endfor }` */
export interface ForDirective extends Located {
  readonly kind: "for-directive";
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  readonly parts: readonly TemplatePart[];
  readonly strip?: { readonly for?: Strip; readonly endfor?: Strip };
}

// ---------------------------------------------------------------------------------------------------- all of it

export type Node =
  Body | Attribute | Block | Label | Comment | Expression | ObjectItem | ObjectKey | TemplatePart;

export type NodeKind = Node["kind"];
export type NodeOf<K extends NodeKind> = Extract<Node, { readonly kind: K }>;

import fc from "fast-check";
import * as create from "../create.js";
import { unwritable } from "../escape.js";
import { outline } from "./outline.test-support.js";
import type { Attribute, BinaryOperator, Block, Body, Expression, TemplatePart } from "../nodes.js";

/** Pieces of text that HCL, heredocs, Go templates or JSON give a meaning to. */
const PIECES = [
  "${",
  "%{",
  "$${",
  "%%{",
  "$",
  "%",
  "{",
  "}",
  "{{",
  "}}",
  '"',
  "\\",
  "\n",
  "\r\n",
  "\t",
  "\0",
  "\u0001",
  "\u007f",
  "<<EOT",
  "<<-EOT",
  "EOT",
  "\nEOT\n",
  "  ",
  "#",
  "//",
  "/*",
  "a",
  "b c",
  "é",
  "e\u0301",
  "😀",
  "👩‍💻",
  "\ud800",
  "\udc00",
  "\u2028",
  "\ufeff",
  "~}",
  "${~",
  "\\u0024{",
  "${a}",
  "%{ if true }",
  "%{ endif }",
  "$$",
  "%%",
  "\u00a0",
  "\u3000",
  ",",
  "=",
];

/** Any text, most of it made of what is hard to write. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join("")),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);

/** Text that HCL can hold. */
export const writableText: fc.Arbitrary<string> = anyText.filter((text) => unwritable(text) === undefined);

const name = fc.constantFrom("a", "b2", "long_name", "with-dash", "_x", "été", "for_", "source");
const operator = fc.constantFrom<BinaryOperator>(
  "||",
  "&&",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "+",
  "-",
  "*",
  "/",
  "%",
);
const numeral = fc.oneof(
  fc.nat().map(String),
  fc.constantFrom("0", "1.5", "12345678901234567890123", "0.1", "1e3", "100"),
);

/** Any expression that the printers have to be able to print. */
export const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{
  expression: Expression;
  part: TemplatePart;
}>((tie) => {
  const expression = tie("expression");
  const names = fc.record({ value: name }).map(({ value }) => ({ value }));
  const pair = fc.constant({ key: "k", value: "v" });
  const forNames = fc.oneof(names, pair);
  const items = fc.array(expression, { maxLength: 3 });
  const key = fc.oneof(
    writableText.map((text) => create.objectKey(text)),
    expression.map((inner) => create.parentheses(inner)),
  );
  const parts = fc.array(tie("part"), { maxLength: 3 }).map(joinText);
  return {
    part: fc.oneof(
      { depthSize: "small" },
      writableText.filter((text) => text !== "").map((text) => create.text(text)),
      expression.map((inner) => create.interpolation(inner)),
      fc
        .tuple(expression, parts, parts)
        .map(([condition, then, otherwise]) =>
          create.ifDirective(condition, then, otherwise.length === 0 ? undefined : otherwise),
        ),
      fc
        .tuple(forNames, expression, parts)
        .map(([bound, list, inner]) => create.forDirective(bound, list, inner)),
    ),
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      writableText.map((text) => create.string(text)),
      numeral.map((text) => create.number(text)),
      fc.boolean().map((value) => create.bool(value)),
      fc.constant(create.nil()),
      name.map((root) => create.traversal("var", root)),
      items.map((list) => create.tuple(list)),
      fc
        .uniqueArray(fc.tuple(key, expression), {
          maxLength: 3,
          selector: ([each]) => JSON.stringify(outline(each)),
        })
        .map((entries) => create.object(entries.map(([each, value]) => create.objectItem(each, value)))),
      parts.filter((list) => list.some(({ kind }) => kind !== "text")).map((list) => create.template(list)),
      fc.tuple(expression, name).map(([object, attribute]) => create.getAttribute(object, attribute)),
      fc.tuple(expression, expression).map(([collection, inner]) => create.index(collection, inner)),
      fc
        .tuple(expression, name)
        .map(([source, attribute]) =>
          create.splat(source, create.getAttribute(create.splatItem(), attribute)),
        ),
      fc
        .tuple(name, items, fc.boolean())
        .map(([called, args, expand]) => create.call(called, args, expand && args.length > 0)),
      fc
        .tuple(fc.constantFrom("!" as const, "-" as const), expression)
        .map(([sign, operand]) => create.unary(sign, operand)),
      fc
        .tuple(expression, operator, expression)
        .map(([left, sign, right]) => create.binary(left, sign, right)),
      fc
        .tuple(expression, expression, expression)
        .map(([condition, then, otherwise]) => create.conditional(condition, then, otherwise)),
      fc
        .tuple(forNames, expression, expression, fc.option(expression, { nil: undefined }))
        .map(([bound, list, element, condition]) => create.forTuple(bound, list, element, condition)),
      fc
        .tuple(forNames, expression, expression, expression, fc.boolean())
        .map(([bound, list, each, value, group]) =>
          create.forObject(bound, list, { key: each, value, group }),
        ),
    ),
  };
}).expression;

/** Two texts beside each other are one text for every reader. */
function joinText(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  const joined: TemplatePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === "text" && last?.kind === "text")
      joined[joined.length - 1] = create.text(last.value + part.value);
    else joined.push(part);
  }
  return joined.filter((part) => part.kind !== "text" || unwritable(part.value) === undefined);
}

const attributes = (values: readonly Expression[]): readonly Attribute[] =>
  values.map((value, at) => create.attribute(["a", "bb", "c_long_one", "d"][at] ?? "e", value));

/** Blocks of one type have one number of labels, as every language of HCL has it. */
const anyBlock = (items: fc.Arbitrary<Body["items"]>): fc.Arbitrary<Block> =>
  fc
    .tuple(fc.constantFrom(["source", 2], ["build", 0], ["x", 1] as const), writableText, writableText, items)
    .map(([[type, count], first, second, content]) =>
      create.block(type, [first, second].slice(0, count), content),
    );

const leaf = fc.array(anyExpression, { maxLength: 4 }).map(attributes);
const inner = fc
  .tuple(leaf, fc.array(anyBlock(leaf), { maxLength: 2 }))
  .map(([own, blocks]) => [...own, ...blocks]);

/** Any body: attributes and blocks in blocks. */
export const anyBody: fc.Arbitrary<Body> = fc
  .tuple(leaf, fc.array(anyBlock(inner), { maxLength: 3 }))
  .map(([own, blocks]) => create.body([...own, ...blocks]));

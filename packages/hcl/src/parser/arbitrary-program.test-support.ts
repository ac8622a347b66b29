import fc from "fast-check";
import {
  identifier,
  number,
  gap,
  wideGap,
  lineEnd,
  quotedText,
  plainText,
} from "./arbitrary-text.test-support.js";

/*
 * Programs in HCL's native syntax, made by its grammar: valid ones, with layout, comments and line endings as odd as
 * the language allows, and broken ones, which are valid ones with a few characters put in, taken out or doubled.
 */

function spaced(...pieces: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  return joined(wideGap, pieces);
}

function joined(
  between: fc.Arbitrary<string>,
  pieces: readonly (string | fc.Arbitrary<string>)[],
): fc.Arbitrary<string> {
  const parts = pieces.flatMap((piece, at) => {
    const arbitrary = typeof piece === "string" ? fc.constant(piece) : piece;
    return at === 0 ? [arbitrary] : [between, arbitrary];
  });
  return fc.tuple(...parts).map((texts) => texts.join(""));
}

function separated(item: fc.Arbitrary<string>, separator: string, maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(item, wideGap, wideGap), { maxLength })
    .map((items) => items.map(([text, before, after]) => `${before}${text}${after}`).join(separator));
}

interface Grammar {
  readonly expression: string;
  readonly term: string;
  readonly operand: string;
  readonly interpolation: string;
  readonly directive: string;
  readonly template: string;
  readonly heredoc: string;
  readonly heredocBody: string;
  readonly tuple: string;
  readonly object: string;
  readonly objectItem: string;
  readonly call: string;
  readonly forTuple: string;
  readonly forObject: string;
  readonly body: string;
  readonly item: string;
}

const OPERATORS = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||"];

const grammar = fc.letrec<Grammar>((tie: fc.LetrecTypedTie<Grammar>) => {
  const depthIdentifier = fc.createDepthIdentifier();
  const limited: fc.OneOfConstraints = { depthIdentifier, maxDepth: 4, withCrossShrink: true };
  const sequenceEnd = fc.constantFrom("}", "}", " }", "~}");
  const interpolationStart = fc.constantFrom("${", "${", "${ ", "${~");
  const directiveStart = fc.constantFrom("%{", "%{ ", "%{~");
  const names = fc.oneof(identifier, spaced(identifier, ",", identifier));
  const postfix = fc.oneof(
    limited,
    identifier.map((name) => `.${name}`),
    fc.constantFrom(
      "[0]",
      '["k"]',
      "[true]",
      ".0",
      "[*]",
      ".*",
      ".*.b",
      ".*.0",
      "[*].a",
      "[*][0]",
      "[null]",
      "[-1]",
      "[(0)]",
    ),
    tie("expression").map((key) => `[${key}]`),
  );
  return {
    expression: fc.oneof(
      limited,
      tie("term"),
      joined(gap, [tie("term"), fc.constantFrom(...OPERATORS), tie("expression")]),
      joined(gap, [tie("term"), "?", tie("expression"), ":", tie("expression")]),
    ),
    term: fc.tuple(tie("operand"), fc.array(postfix, { maxLength: 2 })).map(([operand, steps]) => {
      // A number swallows a point behind it.
      const closed = /\d$/.test(operand) ? `(${operand})` : operand;
      const chain = steps.join("");
      // Two legacy indexes in a row read as a decimal, and a .* may not stand in another.
      const refused = /\.\d+\.\d|\.\*.*\.\*/.test(chain);
      return steps.length === 0 || refused ? operand : closed + chain;
    }),
    operand: fc.oneof(
      limited,
      number,
      identifier,
      identifier.map((name) => `var.${name}`),
      fc.constantFrom("true", "false", "null", '""'),
      quotedText.map((text) => `"${text}"`),
      tie("template"),
      tie("tuple"),
      tie("object"),
      tie("call"),
      tie("forTuple"),
      tie("forObject"),
      // Newlines count nowhere in parentheses, so the one that ends a heredoc does no harm there.
      tie("heredoc").map((text) => `(${text})`),
      tie("expression").chain((inner) => fc.tuple(wideGap, wideGap).map(([a, b]) => `(${a}${inner}${b})`)),
      fc
        .tuple(fc.constantFrom("-", "!", "- ", "!!"), tie("operand"))
        .map(([sign, operand]) => sign + operand),
    ),
    interpolation: fc
      .tuple(interpolationStart, wideGap, tie("expression"), wideGap, sequenceEnd)
      .map((pieces) => pieces.join("")),
    directive: fc.oneof(
      fc
        .tuple(
          directiveStart,
          tie("expression"),
          sequenceEnd,
          plainWords(),
          sequenceEnd,
          plainWords(),
          sequenceEnd,
        )
        .map(
          ([start, condition, end, then, end2, otherwise, end3]) =>
            `${start} if ${condition}${end}${then}%{ else${end2}${otherwise}%{~ endif ${end3}`,
        ),
      fc
        .tuple(directiveStart, names, tie("expression"), sequenceEnd, tie("interpolation"), sequenceEnd)
        .map(
          ([start, bound, collection, end, inner, end2]) =>
            `${start} for ${bound} in ${collection}${end}${inner} %{endfor${end2}`,
        ),
      fc
        .tuple(directiveStart, tie("expression"), sequenceEnd, fc.constantFrom("", " ", "x"))
        .map(([start, condition, end, then]) => `${start}if ${condition}${end}${then}%{endif}`),
    ),
    template: fc
      .array(fc.oneof(quotedText, tie("interpolation"), tie("directive")), { minLength: 1, maxLength: 4 })
      .map((parts) => `"${parts.join("")}"`),
    heredocBody: fc
      .array(
        fc
          .tuple(
            fc.constantFrom("", "  ", "    ", "\t"),
            fc.array(fc.oneof(plainText, tie("interpolation"), tie("directive")), { maxLength: 2 }),
            fc.constantFrom("\n", "\n", "\r\n"),
          )
          .map(([indent, parts, end]) => `${indent}${parts.join("")}${end}`),
        { maxLength: 4 },
      )
      .map((lines) => lines.join("")),
    heredoc: fc
      .tuple(
        fc.constantFrom("<<", "<<-"),
        fc.constantFrom("EOT", "E-T", "é"),
        tie("heredocBody"),
        gapOfSpaces(),
      )
      .map(([start, marker, body, indent]) => `${start}${marker}\n${body}${indent}${marker}\n`),
    tuple: fc
      .tuple(separated(tie("expression"), ",", 4), fc.constantFrom("", ",", "\n,\n"))
      .map(([items, end]) => `[${items}${items.trim() === "" ? "" : end}]`),
    objectItem: fc
      .tuple(
        fc.oneof(
          identifier,
          fc.constantFrom('"k"', '"é ${a}"', "(a)", "(a.b)", "a.b", "1", "true", "null"),
          tie("template"),
        ),
        gap,
        fc.constantFrom("=", "=", ":"),
        gap,
        tie("expression"),
      )
      .map((pieces) => pieces.join("")),
    object: fc
      .tuple(
        fc.array(
          fc.tuple(gap, tie("objectItem"), gap, fc.constantFrom(",", "\n", "\r\n", " # c\n", ",\n", "\n\n")),
          { maxLength: 4 },
        ),
        fc.constantFrom("", "\n"),
      )
      .map(([items, start]) => {
        const text = items.map(([before, item, after, end]) => `${before}${item}${after}${end}`).join("");
        return `{${start}${text}}`;
      }),
    call: fc
      .tuple(
        fc.constantFrom("f", "concat", "ns::f", "a :: b"),
        separated(tie("expression"), ",", 3),
        fc.constantFrom("", ",", "..."),
      )
      .map(([name, args, end]) => `${name}(${args}${args.trim() === "" ? "" : end})`),
    forTuple: spaced(
      "[",
      "for ",
      names,
      " in ",
      tie("expression"),
      ":",
      tie("expression"),
      fc.constantFrom("", " if a", " if !b"),
      "]",
    ),
    forObject: spaced(
      "{",
      "for ",
      names,
      " in ",
      tie("expression"),
      ":",
      tie("expression"),
      "=>",
      tie("expression"),
      fc.constantFrom("", "...", " if a", "... if a"),
      "}",
    ),
    item: fc.oneof(
      limited,
      fc.constantFrom("\n", "# comment\n", "// é\r\n", "/* a */\n", "/* a\n b */\n", "\t\n"),
      fc.tuple(identifier, tie("heredoc")).map(([name, text]) => `${name} = ${text}`),
      fc
        .tuple(gap, identifier, gap, gap, tie("expression"), lineEnd)
        .map(
          ([indent, name, before, after, value, end]) => `${indent}${name}${before}=${after}${value}${end}`,
        ),
      fc
        .tuple(gap, identifier, fc.array(label(), { maxLength: 2 }), gap, tie("body"), gap, lineEnd)
        .map(
          ([indent, type, labels, space, body, close, end]) =>
            `${indent}${[type, ...labels].join(" ")}${space}{${body === "" ? "" : "\n"}${body}${close}}${end}`,
        ),
      fc
        .tuple(identifier, identifier, tie("expression"), lineEnd)
        .map(([type, name, value, end]) => `${type} { ${name} = ${value} }${end}`),
    ),
    body: fc.array(tie("item"), { maxLength: 5 }).map((items) => items.join("")),
  };
});

function plainWords(): fc.Arbitrary<string> {
  return fc.constantFrom("", " ", "then", " x ", "é");
}

function gapOfSpaces(): fc.Arbitrary<string> {
  return fc.constantFrom("", "  ", "    ", "\t");
}

function label(): fc.Arbitrary<string> {
  return fc.oneof(
    identifier,
    quotedText.map((text) => `"${text}"`),
  );
}

/** Names in a body are told apart by a number, since HCL refuses one that is set twice. */
function withDistinctNames(text: string): string {
  let count = 0;
  return text.replace(
    /^([ \t]*)([a-zé日本_][\wé日本-]*)([ \t]*=[^=])/gmu,
    (_match, indent: string, name: string, rest: string) => {
      count++;
      return `${indent}${name}${String(count)}${rest}`;
    },
  );
}

/** A program that is valid but for accidents of layout: what the reference says of it is what counts. */
export const program: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", "", "", "\ufeff"),
    grammar.body,
    fc.constantFrom("", "", "# end", "a = 1", "/* end */"),
  )
  .map(([start, body, end]) => start + withDistinctNames(body + end));

export const expression: fc.Arbitrary<string> = grammar.expression;

/** The text of a bare template. */
export const bareTemplate: fc.Arbitrary<string> = grammar.heredocBody;

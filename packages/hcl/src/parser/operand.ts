import * as T from "../lexer/token-kind.js";
import type { Expression } from "../nodes.js";
import { complete } from "./complete.js";
import { finishCall, finishTuple } from "./finish.js";
import { beginFor } from "./for-expression.js";
import * as F from "./frames.js";
import { isNumber } from "./numbers.js";
import type { ParserState } from "./state.js";
import { unescapeQuoted } from "./strings.js";
import { beginTemplate } from "./template.js";
import { compose } from "./template-parts.js";
import { fail, setValue } from "./value.js";

/** Reads an operand that is a single token, or opens one that is more. */
export function readOperand(p: ParserState): F.Mode {
  const index = p.index;
  const start = p.startOf(index);
  const end = p.endOf(index);
  switch (p.kind) {
    case T.STRING:
      setValue(p, { kind: "string", value: p.slice(start + 1, end - 1), start, end }, index, start, end);
      p.advance();
      return afterLiteral(p);
    case T.STRING_ESCAPED: {
      const value = compose(unescapeQuoted(p.text, start + 1, end - 1, p.problems));
      setValue(p, { kind: "string", value, start, end }, index, start, end);
      p.advance();
      return afterLiteral(p);
    }
    case T.IDENT:
      p.advance();
      if (p.kind === T.OPEN_PAREN) return beginCall(p, index);
      if (p.kind === T.DOUBLE_COLON) return readScopedName(p, index);
      setValue(p, named(p.slice(start, end), start, end), index, start, end);
      return F.POSTFIX;
    case T.NUMBER: {
      const text = p.slice(start, end);
      if (!isNumber(text)) p.problems.report("invalid-number", start, end, text);
      setValue(p, { kind: "number", text, start, end }, index, start, end);
      p.advance();
      return F.POSTFIX;
    }
    case T.MINUS:
    case T.BANG: {
      // One frame for a run of them: the operators are read again, from the last to the first, when the operand is.
      let last = index;
      p.advance();
      while (p.kind === T.MINUS || p.kind === T.BANG) {
        last = p.index;
        p.advance();
      }
      p.push(F.UNARY, index, last, 0);
      return F.OPERAND;
    }
    case T.OPEN_QUOTE:
    case T.OPEN_HEREDOC:
      return beginTemplate(p);
    case T.OPEN_BRACKET:
      return beginTuple(p);
    case T.OPEN_BRACE:
      return beginObject(p);
    case T.OPEN_PAREN:
      p.open(F.PARENTHESES, index, T.CLOSE_PAREN, p.expressions.length, p.newlines, p.expressions.length);
      p.newlines = false;
      p.advance();
      return F.OPERAND;
    default:
      if (p.kind === T.LESS && p.kinds[index + 1] === T.LESS && p.startOf(index + 1) === end) {
        return fail(p, "heredoc-start");
      }
      return fail(p, "expected-expression");
  }
}

/** Most literals are the whole of an expression: then what they are a part of is next at once. */
function afterLiteral(p: ParserState): F.Mode {
  const whole = ENDS_EXPRESSION[p.kind] === 1 && (p.frame >= F.PARENTHESES || p.frame === F.ROOT);
  return whole ? complete(p) : F.POSTFIX;
}

/** Kinds that no expression goes on with. */
const ENDS_EXPRESSION: Uint8Array = enders();

function enders(): Uint8Array {
  const table = new Uint8Array(T.KIND_COUNT);
  for (const kind of [T.NEWLINE, T.COMMA, T.EQUAL, T.CLOSE_BRACKET, T.CLOSE_PAREN, T.CLOSE_BRACE])
    table[kind] = 1;
  return table;
}

function named(name: string, start: number, end: number): Expression {
  switch (name) {
    case "true":
      return { kind: "bool", value: true, start, end };
    case "false":
      return { kind: "bool", value: false, start, end };
    case "null":
      return { kind: "null", start, end };
    default:
      return { kind: "variable", name, start, end };
  }
}

/** `namespace::name(`: the tokens of the name are put together when the call is complete. */
function readScopedName(p: ParserState, first: number): F.Mode {
  while (p.kind === T.DOUBLE_COLON) {
    p.advance();
    if (p.kind !== T.IDENT) return fail(p, "function-name");
    p.advance();
  }
  if (p.kind !== T.OPEN_PAREN) return fail(p, "function-parenthesis");
  return beginCall(p, first);
}

function beginCall(p: ParserState, name: number): F.Mode {
  p.open(F.CALL, name, T.CLOSE_PAREN, p.expressions.length, p.newlines, p.expressions.length);
  p.newlines = false;
  p.advance();
  return p.kind === T.CLOSE_PAREN ? finishCall(p, false) : F.OPERAND;
}

function beginTuple(p: ParserState): F.Mode {
  const opener = p.index;
  const newlines = p.newlines;
  p.newlines = false;
  p.advance();
  if (p.isWord("for")) return beginFor(p, opener, newlines, T.CLOSE_BRACKET);
  p.open(F.TUPLE, opener, T.CLOSE_BRACKET, p.expressions.length, newlines, p.expressions.length);
  return p.kind === T.CLOSE_BRACKET ? finishTuple(p) : F.OPERAND;
}

function beginObject(p: ParserState): F.Mode {
  const opener = p.index;
  const newlines = p.newlines;
  // Newlines separate the entries of an object, but `for` may stand on a line of its own.
  p.newlines = false;
  p.advance();
  if (p.isWord("for")) return beginFor(p, opener, newlines, T.CLOSE_BRACE);
  p.newlines = true;
  p.index = opener;
  p.advance();
  p.open(F.OBJECT_KEY, opener, T.CLOSE_BRACE, p.items.length, newlines, p.expressions.length);
  return F.ENTRY;
}

import * as T from "../lexer/token-kind.js";
import type { Tokens } from "../lexer/tokens.js";

/** What `before` is at the start of a cell, and `after` at its end. */
export const NOTHING = -1;

/** +1 for a token that opens a bracket or a template sequence, -1 for one that closes one. */
export const BRACKETS: Int8Array = bracketChanges();

function bracketChanges(): Int8Array {
  const changes = new Int8Array(T.KIND_COUNT);
  for (const kind of [T.OPEN_BRACE, T.OPEN_BRACKET, T.OPEN_PAREN, T.INTERPOLATION, T.DIRECTIVE])
    changes[kind] = 1;
  for (const kind of [T.CLOSE_BRACE, T.CLOSE_BRACKET, T.CLOSE_PAREN, T.SEQUENCE_END]) changes[kind] = -1;
  return changes;
}

/** Kinds behind which a minus is a sign. */
const BEFORE_SIGN: Uint8Array = kindSet([
  T.OPEN_PAREN,
  T.OPEN_BRACE,
  T.OPEN_BRACKET,
  T.EQUAL,
  T.COLON,
  T.COMMA,
  T.QUESTION,
  T.PLUS,
  T.STAR,
  T.SLASH,
  T.PERCENT,
  T.MINUS,
  T.EQUAL_EQUAL,
  T.NOT_EQUAL,
  T.GREATER,
  T.GREATER_EQUAL,
  T.LESS,
  T.LESS_EQUAL,
  T.AND,
  T.OR,
  T.BANG,
]);

/** Kinds that no space follows, being inside a template. */
const OPENS_TEXT: Uint8Array = kindSet([T.QUOTED_TEXT, T.PLAIN_TEXT, T.OPEN_QUOTE, T.OPEN_HEREDOC]);
/** Kinds that no space precedes, being inside a template. */
const CLOSES_TEXT: Uint8Array = kindSet([T.QUOTED_TEXT, T.PLAIN_TEXT, T.CLOSE_QUOTE, T.CLOSE_HEREDOC]);

function kindSet(kinds: readonly T.TokenKind[]): Uint8Array {
  const set = new Uint8Array(T.KIND_COUNT);
  for (const kind of kinds) set[kind] = 1;
  return set;
}

/**
 * Whether one space stands between the token at `index` and the next, which is of kind `after`; `before` is the kind
 * of the one before it in its cell. The order of the rules matters: the first that applies decides.
 */
export function spaceAfter(tokens: Tokens, index: number, before: number, after: number): boolean {
  const subject = tokens.kinds[index] ?? T.EOF;
  if (after === T.NEWLINE) return false;
  if (subject === T.IDENT && (after === T.OPEN_PAREN || after === T.DOUBLE_COLON)) return false;
  if (subject === T.DOUBLE_COLON && after === T.IDENT) return false;
  if (subject === T.DOT || after === T.DOT || after === T.COMMA || after === T.ELLIPSIS) return false;
  if (subject === T.COMMA) return true;
  if (OPENS_TEXT[subject] === 1 || CLOSES_TEXT[after] === 1) return false;
  // `in` of a for-expression is no reference, so what follows it in brackets is no index.
  if (before === T.IDENT && isIn(tokens, index)) return true;
  const closes = (BRACKETS[subject] ?? 0) < 0;
  if (after === T.OPEN_BRACKET && (subject === T.IDENT || subject === T.NUMBER || closes)) return false;
  if (subject === T.BANG) return false;
  if (subject === T.MINUS) return before !== NOTHING && BEFORE_SIGN[before] !== 1;
  if (subject === T.OPEN_BRACE || after === T.CLOSE_BRACE) {
    return !(subject === T.OPEN_BRACE && after === T.CLOSE_BRACE);
  }
  // An object that is all of an interpolation is kept apart from its braces.
  if ((subject === T.INTERPOLATION || subject === T.DIRECTIVE) && after === T.OPEN_BRACE) return true;
  if (subject === T.CLOSE_BRACE && after === T.SEQUENCE_END) return true;
  if (subject === T.SEQUENCE_END && (after === T.INTERPOLATION || after === T.DIRECTIVE)) return false;
  return (BRACKETS[subject] ?? 0) <= 0 && (BRACKETS[after] ?? 0) >= 0;
}

function isIn(tokens: Tokens, index: number): boolean {
  if (tokens.kinds[index] !== T.IDENT) return false;
  const start = tokens.starts[index] ?? 0;
  return (tokens.ends[index] ?? 0) - start === 2 && tokens.text.startsWith("in", start);
}

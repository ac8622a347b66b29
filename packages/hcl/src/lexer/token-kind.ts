/**
 * The kinds of tokens, as small integers: a file's tokens live in typed arrays, not in objects.
 *
 * The binary operators stand together from `OR` to `PERCENT`, so that a table indexed by kind gives their precedence.
 */
export type TokenKind = number;

export const EOF = 0;
export const NEWLINE = 1;
/** A comment that does not end its line: one of the block kind, or one that the file's end ends. */
export const COMMENT = 2;
/** A `#` or `//` comment with the newline that ends it. */
export const COMMENT_LINE = 3;
export const IDENT = 4;
export const NUMBER = 5;
/** A whole quoted string that is its own text: no escapes, no `$` or `%`, ASCII alone. */
export const STRING = 6;
/** A whole quoted string that has escapes or characters beyond ASCII, and still no `$` or `%`. */
export const STRING_ESCAPED = 7;

export const OPEN_BRACE = 8;
export const CLOSE_BRACE = 9;
export const OPEN_BRACKET = 10;
export const CLOSE_BRACKET = 11;
export const OPEN_PAREN = 12;
export const CLOSE_PAREN = 13;
export const OPEN_QUOTE = 14;
export const CLOSE_QUOTE = 15;
export const OPEN_HEREDOC = 16;
export const CLOSE_HEREDOC = 17;
/** `${`, `${~` */
export const INTERPOLATION = 18;
/** `%{`, `%{~` */
export const DIRECTIVE = 19;
/** `}`, `~}` where it ends a sequence */
export const SEQUENCE_END = 20;
/** Text between quotes, backslash escapes in it. */
export const QUOTED_TEXT = 21;
/** Text of a heredoc or of a bare template, backslashes literal. */
export const PLAIN_TEXT = 22;

export const OR = 23;
export const AND = 24;
export const EQUAL_EQUAL = 25;
export const NOT_EQUAL = 26;
export const LESS = 27;
export const LESS_EQUAL = 28;
export const GREATER = 29;
export const GREATER_EQUAL = 30;
export const PLUS = 31;
export const MINUS = 32;
export const STAR = 33;
export const SLASH = 34;
export const PERCENT = 35;

export const BANG = 36;
export const EQUAL = 37;
export const FAT_ARROW = 38;
export const DOT = 39;
export const ELLIPSIS = 40;
export const COMMA = 41;
export const COLON = 42;
export const DOUBLE_COLON = 43;
export const QUESTION = 44;
/** What the language has no use for; the lexer has already said so. */
export const INVALID = 45;

export const KIND_COUNT = 46;

/** The kind that closes what `kind` opens, `EOF` for kinds that open nothing. */
export function closerOf(kind: TokenKind): TokenKind {
  switch (kind) {
    case OPEN_BRACE:
    case OPEN_BRACKET:
    case OPEN_PAREN:
    case OPEN_QUOTE:
    case OPEN_HEREDOC:
      return kind + 1;
    case INTERPOLATION:
    case DIRECTIVE:
      return SEQUENCE_END;
    default:
      return EOF;
  }
}

/** Whether `kind` is the end of a pair. */
export function isCloser(kind: TokenKind): boolean {
  switch (kind) {
    case CLOSE_BRACE:
    case CLOSE_BRACKET:
    case CLOSE_PAREN:
    case CLOSE_QUOTE:
    case CLOSE_HEREDOC:
    case SEQUENCE_END:
      return true;
    default:
      return false;
  }
}

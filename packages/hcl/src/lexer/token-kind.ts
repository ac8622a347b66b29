/**
 * The kinds of tokens, as small integers: a file's tokens live in typed arrays, not in objects.
 *
 * The binary operators stand together from `OR` to `PERCENT`, so that a table indexed by kind gives their precedence.
 */
export type TokenKind = number;

export const EOF: TokenKind = 0;
export const NEWLINE: TokenKind = 1;
/** A comment that does not end its line: one of the block kind, or one that the file's end ends. */
export const COMMENT: TokenKind = 2;
/** A `#` or `//` comment with the newline that ends it. */
export const COMMENT_LINE: TokenKind = 3;
export const IDENT: TokenKind = 4;
export const NUMBER: TokenKind = 5;
/** A whole quoted string that is its own text: no escapes, no `$` or `%`, ASCII alone. */
export const STRING: TokenKind = 6;
/** A whole quoted string that has escapes or characters beyond ASCII, and still no `$` or `%`. */
export const STRING_ESCAPED: TokenKind = 7;

export const OPEN_BRACE: TokenKind = 8;
export const CLOSE_BRACE: TokenKind = 9;
export const OPEN_BRACKET: TokenKind = 10;
export const CLOSE_BRACKET: TokenKind = 11;
export const OPEN_PAREN: TokenKind = 12;
export const CLOSE_PAREN: TokenKind = 13;
export const OPEN_QUOTE: TokenKind = 14;
export const CLOSE_QUOTE: TokenKind = 15;
export const OPEN_HEREDOC: TokenKind = 16;
export const CLOSE_HEREDOC: TokenKind = 17;
/** `${`, `${~` */
export const INTERPOLATION: TokenKind = 18;
/** `%{`, `%{~` */
export const DIRECTIVE: TokenKind = 19;
/** `}`, `~}` where it ends a sequence */
export const SEQUENCE_END: TokenKind = 20;
/** Text between quotes, backslash escapes in it. */
export const QUOTED_TEXT: TokenKind = 21;
/** Text of a heredoc or of a bare template, backslashes literal. */
export const PLAIN_TEXT: TokenKind = 22;

export const OR: TokenKind = 23;
export const AND: TokenKind = 24;
export const EQUAL_EQUAL: TokenKind = 25;
export const NOT_EQUAL: TokenKind = 26;
export const LESS: TokenKind = 27;
export const LESS_EQUAL: TokenKind = 28;
export const GREATER: TokenKind = 29;
export const GREATER_EQUAL: TokenKind = 30;
export const PLUS: TokenKind = 31;
export const MINUS: TokenKind = 32;
export const STAR: TokenKind = 33;
export const SLASH: TokenKind = 34;
export const PERCENT: TokenKind = 35;

export const BANG: TokenKind = 36;
export const EQUAL: TokenKind = 37;
export const FAT_ARROW: TokenKind = 38;
export const DOT: TokenKind = 39;
export const ELLIPSIS: TokenKind = 40;
export const COMMA: TokenKind = 41;
export const COLON: TokenKind = 42;
export const DOUBLE_COLON: TokenKind = 43;
export const QUESTION: TokenKind = 44;
/** What the language has no use for; the lexer has already said so. */
export const INVALID: TokenKind = 45;

export const KIND_COUNT: number = 46;

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

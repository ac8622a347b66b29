import * as T from "../lexer/token-kind.js";
import type { ParserState } from "./state.js";

/** The longest stretch of the text that a message repeats. */
const LONGEST = 24;

/** What the token at hand is, for a message: `}`, `"web"`, the end of the line. */
export function describeToken(p: ParserState): string {
  switch (p.kind) {
    case T.EOF:
      return "the end of the file";
    case T.NEWLINE:
      return "the end of the line";
    case T.OPEN_QUOTE:
      return "a string";
    case T.OPEN_HEREDOC:
      return "a heredoc";
    case T.CLOSE_QUOTE:
    case T.CLOSE_HEREDOC:
      return "the end of the text";
    case T.SEQUENCE_END:
      return "}";
    default: {
      const text = p.textOf(p.index);
      return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    }
  }
}

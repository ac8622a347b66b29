import type { Comment } from "../nodes.js";
import { decodedText } from "../lexer/decode.js";
import { lexConfig } from "../lexer/lex.js";
import { Problems } from "../lexer/problems.js";
import { COMMENT, COMMENT_LINE } from "../lexer/token-kind.js";
import { commentOf } from "../parser/comments.js";
import type { ParsedFile } from "../parser/parse.js";

/**
 * The text of a file that was read, exactly as its author wrote it: comments, layout and odd spellings included.
 * Editing functions return such files too, so this prints what they leave.
 *
 * @example printLossless(parse("a=1 # one\n")) // "a=1 # one\n"
 */
export function printLossless(file: ParsedFile): string {
  return file.source.text;
}

/**
 * Every comment of a file in the order of the text, those between operators and brackets included, where the tree has
 * no place for them.
 */
export function commentsOf(file: ParsedFile): readonly Comment[] {
  const { text } = file.source;
  const tokens = lexConfig(decodedText(text), new Problems());
  const comments: Comment[] = [];
  if (!tokens.hasComments) return comments;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kinds[i];
    if (kind === COMMENT || kind === COMMENT_LINE) {
      comments.push(commentOf(text, tokens.starts[i] ?? 0, tokens.ends[i] ?? 0));
    }
  }
  return comments;
}

import * as T from "../lexer/token-kind.js";
import type { Comment } from "../nodes.js";
import type { ParserState } from "./state.js";

/** The comment that a token is, without its markers. */
export function commentOf(text: string, start: number, end: number): Comment {
  if (text.charCodeAt(start) === 35) return lineComment("#", text, start, start + 1, end);
  if (text.charCodeAt(start + 1) === 47) return lineComment("//", text, start, start + 2, end);
  const closed = text.startsWith("*/", end - 2) && end - start >= 4;
  return { kind: "comment", style: "/*", text: text.slice(start + 2, closed ? end - 2 : end), start, end };
}

function lineComment(style: "#" | "//", text: string, start: number, from: number, end: number): Comment {
  if (text.charCodeAt(end - 1) === 10 && end > from) end--;
  if (text.charCodeAt(end - 1) === 13 && end > from) end--;
  return { kind: "comment", style, text: text.slice(from, end), start, end };
}

function isComment(kind: number | undefined): boolean {
  return kind === T.COMMENT || kind === T.COMMENT_LINE;
}

/** Takes the comments before a token that no node has yet. */
export function takeLeading(p: ParserState, index: number): readonly Comment[] | undefined {
  if (!p.hasComments) return undefined;
  const { kinds } = p;
  let from = index;
  while (from > p.commentFloor && (isComment(kinds[from - 1]) || kinds[from - 1] === T.NEWLINE)) from--;
  if (from < index) p.commentFloor = index;
  let comments: Comment[] | undefined;
  for (let i = from; i < index; i++) {
    if (!isComment(kinds[i])) continue;
    const comment = commentOf(p.text, p.startOf(i), p.endOf(i));
    if (comments === undefined) comments = [comment];
    else comments.push(comment);
  }
  // A copy takes no more room than it needs, unlike a list that has grown.
  return comments?.slice();
}

/** Takes the comment right behind a token, on its line. */
export function takeTrailing(p: ParserState, index: number): Comment | undefined {
  if (!p.hasComments) return undefined;
  const at = index + 1;
  if (at < p.commentFloor || !isComment(p.kinds[at])) return undefined;
  p.commentFloor = at + 1;
  return commentOf(p.text, p.startOf(at), p.endOf(at));
}

/** Takes the comment behind the comma of a list, when nothing else follows on its line. */
export function takeAfterComma(p: ParserState, comma: number): Comment | undefined {
  if (!p.hasComments) return undefined;
  const kind = p.kinds[comma + 1];
  const last = kind === T.COMMENT_LINE || (kind === T.COMMENT && p.kinds[comma + 2] === T.NEWLINE);
  return last ? takeTrailing(p, comma) : undefined;
}

import * as T from "../lexer/token-kind.js";
import type { Comment, Label } from "../nodes.js";
import { newBody, type OpenBody } from "./open-body.js";
import { describeToken } from "./describe.js";
import { indentOf, isLineEnd, skipLine } from "./skip.js";
import type { ParserState } from "./state.js";
import { unescapeMark, unescapeQuoted } from "./strings.js";

const NO_LABELS: readonly Label[] = [];

/** Behind a block's type: reads its labels and its `{`. Without a `{` there is no block to read. */
export function readHeader(
  p: ParserState,
  type: number,
  leading: readonly Comment[] | undefined,
): OpenBody | undefined {
  let labels: Label[] | undefined;
  for (;;) {
    switch (p.kind) {
      case T.OPEN_BRACE:
        // A copy takes no more room than it needs, unlike a list that has grown.
        return beginBody(p, type, labels?.slice() ?? NO_LABELS, leading);
      case T.STRING:
      case T.STRING_ESCAPED:
      case T.OPEN_QUOTE:
      case T.IDENT: {
        const label = readLabel(p);
        if (labels === undefined) labels = [label];
        else labels.push(label);
        break;
      }
      default:
        if (!findBrace(p, type)) return undefined;
    }
  }
}

function beginBody(
  p: ParserState,
  type: number,
  labels: readonly Label[],
  leading: readonly Comment[] | undefined,
): OpenBody {
  const opener = p.index;
  p.awaited[T.CLOSE_BRACE] = (p.awaited[T.CLOSE_BRACE] ?? 0) + 1;
  p.advance();
  const oneLine = p.kind !== T.NEWLINE && p.kind !== T.EOF && p.kind !== T.CLOSE_BRACE;
  return newBody(p, labels, leading, type, opener, oneLine);
}

function readLabel(p: ParserState): Label {
  const { index } = p;
  const start = p.startOf(index);
  const end = p.endOf(index);
  switch (p.kind) {
    case T.IDENT:
      p.advance();
      return { kind: "label", value: p.slice(start, end), quoted: false, start, end };
    case T.OPEN_QUOTE:
      return readSplitLabel(p, start);
    default: {
      const plain = p.kind === T.STRING;
      const value = plain
        ? p.slice(start + 1, end - 1)
        : unescapeQuoted(p.text, start + 1, end - 1, p.problems);
      p.advance();
      return { kind: "label", value, quoted: true, start, end };
    }
  }
}

/** A label that the lexer took apart, for the marks in it; a sequence in it is an error, and no part of its value. */
function readSplitLabel(p: ParserState, start: number): Label {
  let value = "";
  let depth = 0;
  p.advance();
  while (p.kind !== T.EOF) {
    const from = p.startOf(p.index);
    const to = p.endOf(p.index);
    if (p.kind === T.INTERPOLATION || p.kind === T.DIRECTIVE) {
      if (depth++ === 0) p.problems.report("template-in-label", from, to, p.text.slice(from, to));
    } else if (p.kind === T.SEQUENCE_END) {
      depth--;
    } else if (depth === 0 && p.kind === T.CLOSE_QUOTE) {
      p.advance();
      return { kind: "label", value, quoted: true, start, end: to };
    } else if (depth === 0 && p.kind === T.QUOTED_TEXT) {
      value += unescapeMark(p.text, from, to) ?? unescapeQuoted(p.text, from, to, p.problems);
    }
    p.advance();
  }
  return { kind: "label", value, quoted: true, start, end: p.startOf(p.index) };
}

/** At something that is no part of a header: notes it, and finds the `{` that was meant, if one is near. */
function findBrace(p: ParserState, type: number): boolean {
  const { index } = p;
  const start = p.startOf(index);
  const end = p.endOf(index);
  const onNextLine = p.kind === T.NEWLINE && p.kinds[index + 1] === T.OPEN_BRACE;
  if (onNextLine) {
    p.problems.report("brace-on-own-line", p.startOf(index + 1), p.endOf(index + 1));
    p.advance();
    return true;
  }
  if (p.kind === T.EQUAL) p.problems.report("block-with-equals", start, end);
  else p.problems.report("expected-block-body", start, end, describeToken(p));
  let at = index;
  while (p.kinds[at] !== T.EOF && !isLineEnd(p.kinds[at])) at++;
  if (at > index && p.kinds[at - 1] === T.OPEN_BRACE) {
    p.index = at - 1;
    p.settle();
    return true;
  }
  skipLine(p, indentOf(p, type));
  return false;
}

import * as T from "../lexer/token-kind.js";
import type { Attribute, Block, Body, BodyItem, Comment } from "../nodes.js";
import { takeLeading, takeTrailing } from "./comments.js";
import { describeToken } from "./describe.js";
import { readExpression } from "./expression.js";
import { readHeader } from "./header.js";
import { newBody, type OpenBody } from "./open-body.js";
import { indentOf, isNewItem, skipLine } from "./skip.js";
import type { ParserState } from "./state.js";

/** Reads the whole text as a body. */
export function readBody(p: ParserState): Body {
  const stack: OpenBody[] = [];
  let open: OpenBody = newBody(p, [], undefined, -1, -1, false);
  for (;;) {
    switch (p.kind) {
      case T.NEWLINE:
        if (open.oneLine) leaveOneLine(p, open);
        p.advance();
        break;
      case T.EOF: {
        const outer = stack.pop();
        if (outer === undefined) return finishBody(p, open, 0, p.text.length);
        p.problems.report("unclosed-block", p.startOf(open.opener), p.endOf(open.opener));
        closeBlock(p, open, p.endOf(p.previous));
        open = outer;
        break;
      }
      case T.CLOSE_BRACE: {
        const outer = stack.pop();
        if (outer === undefined) {
          p.problems.report("unexpected-closer", p.startOf(p.index), p.endOf(p.index), "}");
          p.advance();
          break;
        }
        const end = p.endOf(p.index);
        p.advance();
        closeBlock(p, open, end);
        open = outer;
        endItem(p, open);
        break;
      }
      case T.IDENT: {
        const inner = readItem(p, open);
        if (inner === undefined) break;
        stack.push(open);
        open = inner;
        break;
      }
      default:
        readOther(p, open);
    }
  }
}

/** What a block holds where it is not what one line may hold: said once, then read like any other body. */
function leaveOneLine(p: ParserState, open: OpenBody): void {
  p.problems.report("crowded-block", p.startOf(p.index), p.endOf(p.index));
  open.oneLine = false;
  open.crowded = true;
}

/** At a name: reads an argument, or the header of a block, whose body is returned. */
function readItem(p: ParserState, open: OpenBody): OpenBody | undefined {
  const name = p.index;
  // A one-line block takes one argument; anything that follows it is already too much.
  if (open.oneLine && p.bodyItems.length > open.base) leaveOneLine(p, open);
  const leading = takeLeading(p, name);
  p.advance();
  switch (p.kind) {
    case T.EQUAL:
      readAttribute(p, open, name, p.textOf(name), leading);
      return undefined;
    case T.STRING:
    case T.STRING_ESCAPED:
    case T.OPEN_QUOTE:
    case T.OPEN_BRACE:
    case T.IDENT: {
      if (open.oneLine) {
        p.problems.report("crowded-block", p.startOf(name), p.endOf(name));
        open.oneLine = false;
        open.crowded = true;
      }
      return readHeader(p, name, leading);
    }
    default: {
      const { index } = p;
      p.problems.report("expected-equals", p.startOf(name), p.endOf(name), p.textOf(name));
      if (p.kind === T.NEWLINE && p.kinds[index + 1] === T.OPEN_BRACE) return readHeader(p, name, leading);
      // `name: value`, as other languages have it, is still an argument to read.
      if (p.kind === T.COLON) readAttribute(p, open, name, p.textOf(name), leading);
      else skipLine(p, indentOf(p, name));
      return undefined;
    }
  }
}

/** At the `=` of an argument. */
function readAttribute(
  p: ParserState,
  open: OpenBody,
  nameToken: number,
  name: string,
  leading: readonly Comment[] | undefined,
): void {
  p.advance();
  const value = readExpression(p);
  if (value === undefined) {
    endBrokenItem(p, open, nameToken);
    return;
  }
  const start = p.startOf(nameToken);
  const end = p.end;
  let attribute: Attribute = { kind: "attribute", name, value, start, end };
  if (p.hasComments) {
    if (leading !== undefined) attribute = { ...attribute, leading };
    const trailing = takeTrailing(p, p.previous);
    if (trailing !== undefined) attribute = { ...attribute, trailing };
  }
  if (isRepeated(p, open, name)) p.problems.report("duplicate-attribute", start, p.endOf(nameToken), name);
  p.bodyItems.push(attribute);
  if (!open.oneLine) endItem(p, open);
  else if (p.kind !== T.CLOSE_BRACE) endCrowded(p, open);
}

/** Behind the one argument of a one-line block, where its `}` is missing. */
function endCrowded(p: ParserState, open: OpenBody): void {
  if (p.kind === T.EOF) return;
  leaveOneLine(p, open);
  if (p.kind === T.COMMA) p.advance();
  else if (p.kind !== T.NEWLINE && p.kind !== T.IDENT) skipLine(p, Number.MAX_SAFE_INTEGER);
}

function endBrokenItem(p: ParserState, open: OpenBody, name: number): void {
  if (p.kind === T.EOF || isNewItem(p, p.index)) return;
  if (p.kind === T.CLOSE_BRACE && (p.awaited[T.CLOSE_BRACE] ?? 0) > 0) return;
  if (p.kind === T.NEWLINE) {
    open.oneLine = false;
    p.advance();
  } else {
    skipLine(p, indentOf(p, name));
  }
}

/** Few bodies have more attributes than can be looked through; the rest get an index. */
const MANY = 8;

function isRepeated(p: ParserState, open: OpenBody, name: string): boolean {
  if (open.names !== undefined) {
    if (open.names.has(name)) return true;
    open.names.add(name);
    return false;
  }
  const { bodyItems } = p;
  for (let i = open.base; i < bodyItems.length; i++) {
    const item = bodyItems[i];
    if (item?.kind === "attribute" && item.name === name) return true;
  }
  if (bodyItems.length - open.base >= MANY) {
    open.names = new Set([name]);
    for (const item of bodyItems.slice(open.base)) if (item.kind === "attribute") open.names.add(item.name);
  }
  return false;
}

/** Behind an argument or a block: a line break is expected. */
function endItem(p: ParserState, open: OpenBody): void {
  switch (p.kind) {
    case T.NEWLINE:
      p.advance();
      return;
    case T.EOF:
      return;
    case T.COMMA:
      p.problems.report("argument-comma", p.startOf(p.index), p.endOf(p.index));
      p.advance();
      if (p.kind === T.NEWLINE) p.advance();
      return;
    default: {
      if (open.crowded && (p.kind === T.CLOSE_BRACE || p.kind === T.IDENT)) return;
      const last = p.bodyItems.length > open.base ? p.bodyItems.at(-1) : undefined;
      const subject =
        last === undefined ? "this" : last.kind === "attribute" ? last.name : `block ${last.type}`;
      p.problems.report("missing-newline", p.startOf(p.index), p.endOf(p.index), subject);
      const next = p.kinds[p.index + 1];
      if (p.kind === T.IDENT && (next === T.EQUAL || isNewItem(p, p.index))) return;
      skipLine(p, last?.start === undefined ? 0 : indentAt(p, last.start));
    }
  }
}

function indentAt(p: ParserState, offset: number): number {
  return offset - p.text.lastIndexOf("\n", offset - 1) - 1;
}

/** Something that starts no item. */
function readOther(p: ParserState, open: OpenBody): void {
  const { index } = p;
  if (open.oneLine) open.oneLine = false;
  if ((p.kind === T.STRING || p.kind === T.STRING_ESCAPED) && p.kinds[index + 1] === T.EQUAL) {
    p.problems.report("quoted-argument-name", p.startOf(index), p.endOf(index));
    const name = p.text.slice(p.startOf(index) + 1, p.endOf(index) - 1);
    const leading = takeLeading(p, index);
    p.advance();
    readAttribute(p, open, index, name, leading);
    return;
  }
  if (p.kind === T.STRING || p.kind === T.STRING_ESCAPED || p.kind === T.OPEN_QUOTE) {
    p.problems.report("quoted-argument-name", p.startOf(index), p.endOf(index));
  } else if (T.isCloser(p.kind)) {
    p.problems.report("unexpected-closer", p.startOf(index), p.endOf(index), describeToken(p));
  } else {
    p.problems.report("expected-item", p.startOf(index), p.endOf(index), describeToken(p));
  }
  skipLine(p, indentOf(p, index));
}

const NO_ITEMS: readonly BodyItem[] = [];

/** The items of a body that is complete. */
function takeItems(p: ParserState, open: OpenBody): readonly BodyItem[] {
  if (p.bodyItems.length === open.base) return NO_ITEMS;
  const items = p.bodyItems.slice(open.base);
  p.bodyItems.length = open.base;
  return items;
}

function finishBody(p: ParserState, open: OpenBody, start: number, end: number): Body {
  const dangling = takeLeading(p, p.index);
  const items = takeItems(p, open);
  return dangling === undefined
    ? { kind: "body", items, start, end }
    : { kind: "body", items, dangling, start, end };
}

/** Adds the block to the body around it; behind its `}`, or where the file ends without one. */
function closeBlock(p: ParserState, open: OpenBody, end: number): void {
  p.awaited[T.CLOSE_BRACE] = (p.awaited[T.CLOSE_BRACE] ?? 0) - 1;
  const { labels } = open;
  const type = p.textOf(open.header);
  const start = p.startOf(open.header);
  const closer = p.kinds[p.previous] === T.CLOSE_BRACE ? p.previous : p.index;
  const dangling = takeLeading(p, closer);
  const items = takeItems(p, open);
  const bodyStart = p.startOf(open.opener);
  const body: Body =
    dangling === undefined
      ? { kind: "body", items, start: bodyStart, end }
      : { kind: "body", items, dangling, start: bodyStart, end };
  let block: Block = { kind: "block", type, labels, body, start, end };
  if (p.hasComments) {
    if (open.leading !== undefined) block = { ...block, leading: open.leading };
    const trailing = takeTrailing(p, p.previous);
    if (trailing !== undefined) block = { ...block, trailing };
  }
  p.bodyItems.push(block);
}

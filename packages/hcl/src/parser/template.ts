import * as T from "../lexer/token-kind.js";
import type { Expression, Strip } from "../nodes.js";
import { assembleParts } from "./directives.js";
import { namesOf, readNames } from "./for-expression.js";
import * as F from "./frames.js";
import type { ParserState } from "./state.js";
import { unescapeMark, unescapeQuoted } from "./strings.js";
import {
  type DirectiveWord,
  type RawPart,
  type RawText,
  joinText,
  removeIndentation,
  trimLeft,
  trimRight,
} from "./template-parts.js";
import { fail, setValue } from "./value.js";

/** At an opening quote or a heredoc's introducer. */
export function beginTemplate(p: ParserState): F.Mode {
  p.open(F.TEMPLATE, p.index, T.closerOf(p.kind), p.parts.length, p.newlines);
  p.advance();
  return F.PART;
}

/** Reads one part of a template, or its end. */
export function readPart(p: ParserState): F.Mode {
  const index = p.index;
  const start = p.startOf(index);
  const end = p.endOf(index);
  switch (p.kind) {
    case T.QUOTED_TEXT:
    case T.PLAIN_TEXT: {
      let value = unescapeMark(p.text, start, end);
      if (value === undefined) {
        const quoted = p.kind === T.QUOTED_TEXT;
        value = quoted ? unescapeQuoted(p.text, start, end, p.problems) : p.text.slice(start, end);
      }
      if (p.slot(F.DONE) === 1) value = trimLeft(value);
      p.setSlot(F.DONE, 0);
      joinLines(p);
      p.parts.push({ kind: "text", value, start, end });
      p.advance();
      return F.PART;
    }
    case T.INTERPOLATION:
      trimBefore(p, end - start);
      p.open(F.INTERPOLATED, index, T.SEQUENCE_END, p.expressions.length, p.newlines, p.expressions.length);
      p.newlines = false;
      p.advance();
      return F.OPERAND;
    case T.DIRECTIVE:
      trimBefore(p, end - start);
      return readDirective(p, index);
    case T.CLOSE_QUOTE:
    case T.CLOSE_HEREDOC:
    case T.EOF:
      return finishTemplate(p);
    default:
      // What the lexer could not read, and said so.
      p.advance();
      return F.PART;
  }
}

/**
 * Joins the last two texts of the template at hand, which are lines of it, so that a text of many lines is never as many
 * parts. The text before a sequence stays apart until it is known whether that trims it, and so does a line of a `<<-`
 * heredoc that may have to lose its indentation.
 */
function joinLines(p: ParserState): void {
  const { parts } = p;
  const at = parts.length - 2;
  if (at < p.slot(F.BASE)) return;
  const line = parts[at];
  const next = parts[at + 1];
  if (line?.kind !== "text" || next?.kind !== "text" || !isAsWritten(line) || !isAsWritten(next)) return;
  const opener = p.startOf(Math.max(p.opener, 0));
  if (next.value !== "\n" && p.text.startsWith("<<-", opener)) return;
  line.end = next.end;
  line.value = p.text.slice(line.start, line.end);
  parts.length = at + 1;
}

/** Escapes and trimming make a text shorter than its place in the file. */
function isAsWritten(part: RawText): boolean {
  return part.value.length === part.end - part.start;
}

/** `${~` and `%{~` trim the text before them; whatever they do, text after an earlier `~}` is no longer next. */
function trimBefore(p: ParserState, width: number): void {
  p.setSlot(F.DONE, 0);
  if (width < 3 || p.parts.length <= p.slot(F.BASE)) return;
  const last = p.parts.at(-1);
  if (last?.kind === "text") last.value = trimRight(last.value);
}

function stripOf(left: boolean, right: boolean): Strip | undefined {
  if (!left && !right) return undefined;
  return { ...(left ? { left } : {}), ...(right ? { right } : {}) };
}

/** Passes over the `}` of a sequence; the frame on top is then the template's. */
function closeSequence(p: ParserState): { end: number; strip: Strip | undefined } {
  const end = p.endOf(p.index);
  const left = p.endOf(p.opener) - p.startOf(p.opener) === 3;
  const right = end - p.startOf(p.index) === 2;
  p.close(T.SEQUENCE_END);
  p.advance();
  if (right) p.setSlot(F.DONE, 1);
  return { end, strip: stripOf(left, right) };
}

export function afterInterpolation(p: ParserState): F.Mode {
  if (p.kind !== T.SEQUENCE_END) return fail(p, "unclosed-interpolation");
  const start = p.startOf(p.opener);
  const expression = p.value;
  const { end, strip } = closeSequence(p);
  p.parts.push(
    strip === undefined
      ? { kind: "interpolation", expression, start, end }
      : { kind: "interpolation", expression, strip, start, end },
  );
  return F.PART;
}

function readDirective(p: ParserState, opener: number): F.Mode {
  p.open(F.IF_DIRECTIVE, opener, T.SEQUENCE_END, p.expressions.length, p.newlines, 0, 0);
  p.newlines = false;
  p.advance();
  switch (p.kind === T.IDENT ? p.textOf(p.index) : "") {
    case "if":
      p.advance();
      return F.OPERAND;
    case "for":
      p.frame = F.FOR_DIRECTIVE;
      return readNames(p) ? F.OPERAND : F.RECOVER;
    case "else":
    case "endif":
    case "endfor":
      p.advance();
      return afterDirective(p, undefined);
    default:
      return fail(p, "directive-keyword");
  }
}

const WORDS: readonly DirectiveWord[] = ["if", "else", "endif", "for", "endfor"];

/** Behind what a directive says. */
export function afterDirective(p: ParserState, expression: Expression | undefined): F.Mode {
  if (p.kind !== T.SEQUENCE_END) return fail(p, "directive-end");
  endDirective(p, expression);
  return F.PART;
}

/** Closes the directive on top, the `}` at hand, and adds it to the template; one with an error has no expression. */
export function endDirective(p: ParserState, expression: Expression | undefined): void {
  const opener = p.opener;
  const start = p.startOf(opener);
  const isFor = p.frame === F.FOR_DIRECTIVE && expression !== undefined;
  const { keyName, valueName } = isFor ? namesOf(p) : { keyName: undefined, valueName: "" };
  const text = p.textOf(wordAfter(p, opener));
  const { end, strip } = closeSequence(p);
  const word = WORDS.find((candidate) => candidate === text);
  if (word === undefined) return;
  p.parts.push({ kind: "directive", word, expression, keyName, valueName, strip, start, end });
}

function wordAfter(p: ParserState, opener: number): number {
  let at = opener + 1;
  while (p.kinds[at] === T.NEWLINE || p.kinds[at] === T.COMMENT || p.kinds[at] === T.COMMENT_LINE) at++;
  return at;
}

/**
 * Leaves out the text that trimming has emptied, but for one case: an interpolation beside such text is still turned
 * into a string, and must not look like one that stands alone and keeps the type of its value.
 */
function withoutEmptyText(parts: readonly RawPart[]): readonly RawPart[] {
  if (parts.length < 2 || !parts.some((part) => part.kind === "text" && part.value === "")) return parts;
  const rest = parts.filter((part) => part.kind !== "text" || part.value !== "");
  return rest.length === 1 && rest[0]?.kind === "interpolation" ? parts : rest;
}

function finishTemplate(p: ParserState): F.Mode {
  const opener = p.opener;
  const opened = p.kinds[opener];
  const start = opener < 0 ? 0 : p.startOf(opener);
  const end = p.endOf(p.index);
  const parts = p.parts.splice(p.slot(F.BASE));
  const indented = opened === T.OPEN_HEREDOC && p.text.charCodeAt(start + 2) === 45;
  if (indented) removeIndentation(parts);
  joinText(parts);
  const assembled = assembleParts(withoutEmptyText(parts), p.problems);
  p.close(opener < 0 ? T.EOF : T.closerOf(opened ?? T.EOF));
  p.advance();
  let node: Expression;
  const only = assembled.length === 1 ? assembled[0] : undefined;
  if (opened === T.OPEN_HEREDOC) {
    const marker = p.text.slice(start + (indented ? 3 : 2), p.endOf(opener)).trimEnd();
    node = { kind: "heredoc", marker, indented, parts: assembled, start, end };
  } else if (assembled.length === 0 || only?.kind === "text") {
    node = { kind: "string", value: only?.kind === "text" ? only.value : "", start, end };
  } else {
    node = { kind: "template", parts: assembled, start, end };
  }
  setValue(p, node, Math.max(opener, 0), start, end);
  return F.POSTFIX;
}

import { isIdentifier } from "../lexer/identifiers.js";
import type { Attribute, Body, Expression } from "../nodes.js";
import type { ParsedFile } from "../parser/parse.js";
import { print } from "../print/native.js";
import { type BlockPath, EditError, findAttribute, rangeOf, requireBody } from "./address.js";
import {
  expandAround,
  indentLines,
  insertAfter,
  insertAtEnd,
  insertAtStart,
  insertLines,
  isOnOneLine,
  ownerOf,
} from "./insertion.js";
import { removeItem, startWithComments } from "./removal.js";
import { applySplice, inLineEndings, lineEnd, linesAround, type Splice } from "./splice.js";

/** Where a new attribute goes; by default behind the last attribute of its body. */
export interface AttributePlace {
  readonly before?: string;
  readonly after?: string;
}

/**
 * Gives an attribute another value, or adds it. Its comments stay, and so does everything else.
 *
 * @param path the block that the attribute is in, `[]` for the file itself
 * @throws EditError when there is no such block, or the file has syntax errors
 * @example
 * setAttribute(file, [{ type: "source", labels: ["null", "a"] }], "zone", string("europe-west3-a"))
 */
export function setAttribute(
  file: ParsedFile,
  path: BlockPath,
  name: string,
  value: Expression,
  place: AttributePlace = {},
): ParsedFile {
  if (!isIdentifier(name)) throw new EditError(`${JSON.stringify(name)} cannot be the name of an attribute`);
  const body = requireBody(file, path);
  const line = indentLines(print({ items: [{ kind: "attribute", name, value }] }), path.length);
  const existing = findAttribute(body, name);
  const splice =
    existing === undefined
      ? insertion(file, path, body, line, place)
      : replacement(file, path, body, existing, line.slice(line.indexOf("=") + 1).trim());
  return applySplice(file, splice);
}

function replacement(
  file: ParsedFile,
  path: BlockPath,
  body: Body,
  existing: Attribute,
  printed: string,
): Splice {
  const { text } = file.source;
  const { start, end } = rangeOf(existing.value);
  // Nothing may stand behind the marker that ends a heredoc: a comment moves above, and a one-line block opens up.
  if (!endsWithMarker(printed)) return { start, end, text: inLineEndings(printed, file) };
  const owner = ownerOf(file, path, body);
  if (owner !== undefined && isOnOneLine(file, owner)) {
    const inner = expandAround(file, { ...owner, body: { ...owner.body, items: [] } }, "", "");
    return { ...inner, text: `{\n${existing.name} = ${printed}\n}` };
  }
  const item = rangeOf(existing);
  const to = lineEnd(text, end);
  const behind = text.slice(end, to).trim();
  const newline = text.slice(0, to).endsWith("\r\n") ? "\r\n" : "\n";
  const comments = behind === "" ? "" : behind + newline;
  return { start: item.start, end: to, text: comments + text.slice(item.start, start) + printed + newline };
}

function endsWithMarker(printed: string): boolean {
  const marker = /^<<-?(\S+)/m.exec(printed)?.[1];
  return marker !== undefined && (printed.split("\n").at(-1) ?? "").trim() === marker;
}

function insertion(
  file: ParsedFile,
  path: BlockPath,
  body: Body,
  line: string,
  place: AttributePlace,
): Splice {
  const owner = ownerOf(file, path, body);
  const last = body.items.findLast((item): item is Attribute => item.kind === "attribute");
  if (owner !== undefined && isOnOneLine(file, owner)) {
    return place.before === undefined ? insertAtEnd(file, path, line) : insertAtStart(file, path, line);
  }
  if (place.before !== undefined) {
    const anchor = requireAttribute(body, place.before);
    const { text } = file.source;
    return insertLines(
      file,
      linesAround(text, startWithComments(text, anchor), rangeOf(anchor).end).from,
      line,
    );
  }
  const anchor = place.after === undefined ? last : requireAttribute(body, place.after);
  if (anchor !== undefined) return insertAfter(file, rangeOf(anchor).end, line);
  return owner === undefined ? insertAtEnd(file, path, line) : insertAtStart(file, path, line);
}

function requireAttribute(body: Body, name: string): Attribute {
  const found = findAttribute(body, name);
  if (found === undefined) throw new EditError(`There is no attribute ${name} to go by`);
  return found;
}

/**
 * Takes an attribute away, with the comment behind it and those right above it. Without such an attribute the file is
 * returned as it is.
 *
 * @throws EditError when there is no such block, or the file has syntax errors
 */
export function removeAttribute(file: ParsedFile, path: BlockPath, name: string): ParsedFile {
  const body = requireBody(file, path);
  const existing = findAttribute(body, name);
  if (existing === undefined) return file;
  const owner = ownerOf(file, path, body);
  if (owner !== undefined && isOnOneLine(file, owner)) {
    const { start, end } = rangeOf(owner.body);
    return applySplice(file, { start, end, text: "{}" });
  }
  return applySplice(file, removeItem(file.source.text, existing));
}

/**
 * Gives an attribute another name.
 *
 * @throws EditError when there is none of the old name, one of the new name already, or the file has syntax errors
 */
export function renameAttribute(file: ParsedFile, path: BlockPath, from: string, to: string): ParsedFile {
  if (!isIdentifier(to)) throw new EditError(`${JSON.stringify(to)} cannot be the name of an attribute`);
  const body = requireBody(file, path);
  const { start } = rangeOf(requireAttribute(body, from));
  if (from !== to && findAttribute(body, to) !== undefined)
    throw new EditError(`There is an attribute ${to} already`);
  return applySplice(file, { start, end: start + from.length, text: to });
}

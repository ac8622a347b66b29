import { escapeQuoted } from "../escape.js";
import { isIdentifier } from "../lexer/identifiers.js";
import type { Block } from "../nodes.js";
import type { ParsedFile } from "../parser/parse.js";
import { print } from "../print/native.js";
import { type BlockPath, EditError, rangeOf, requireBlock, requireBody } from "./address.js";
import { indentLines, insertAtEnd, insertLines } from "./insertion.js";
import { removeItem, startWithComments } from "./removal.js";
import { applySplice, lineEnd } from "./splice.js";

/** Where a new block goes, by a block of the same body; by default it is the last. */
export interface BlockPlace {
  readonly before?: BlockPath;
  readonly after?: BlockPath;
}

/**
 * Adds a block to a body, with a blank line between it and what is there.
 *
 * @param path the block to add it to, `[]` for the file itself
 * @throws EditError when there is no such block, or the file has syntax errors
 * @example insertBlock(file, ["build"], block("provisioner", ["shell"], [attribute("script", string("setup.sh"))]))
 */
export function insertBlock(
  file: ParsedFile,
  path: BlockPath,
  block: Block,
  place: BlockPlace = {},
): ParsedFile {
  const body = requireBody(file, path);
  const { text } = file.source;
  const printed = indentLines(print({ items: [block] }), path.length);
  if (place.before !== undefined) {
    const anchor = requireBlock(file, place.before);
    const at = text.lastIndexOf("\n", startWithComments(text, anchor) - 1) + 1;
    return applySplice(file, insertLines(file, at, `${printed}\n`));
  }
  if (place.after !== undefined) {
    const at = lineEnd(text, rangeOf(requireBlock(file, place.after)).end);
    return applySplice(file, insertLines(file, at, `\n${printed}`));
  }
  const gap = body.items.length > 0 && !/\n[ \t\r]*\n[ \t]*$/.test(textBefore(file, path)) ? "\n" : "";
  return applySplice(file, insertAtEnd(file, path, gap + printed));
}

/** The text before the end of a body. */
function textBefore(file: ParsedFile, path: BlockPath): string {
  const { text } = file.source;
  return path.length === 0 ? text : text.slice(0, rangeOf(requireBlock(file, path).body).end - 1);
}

/**
 * Takes a block away, with the comment behind it, those right above it and the blank line that set it apart.
 *
 * @throws EditError when there is no such block, or the file has syntax errors
 */
export function removeBlock(file: ParsedFile, path: BlockPath): ParsedFile {
  return applySplice(file, removeItem(file.source.text, requireBlock(file, path)));
}

/**
 * Gives a block other labels.
 *
 * @throws EditError when there is no such block, or the file has syntax errors
 */
export function setLabels(file: ParsedFile, path: BlockPath, labels: readonly string[]): ParsedFile {
  const block = requireBlock(file, path);
  if (!isIdentifier(block.type)) throw new EditError(`${block.type} is no block type`);
  const start = rangeOf(block).start + block.type.length;
  const end = rangeOf(block.body).start;
  const text = labels.map((label) => ` "${escapeQuoted(label)}"`).join("");
  return applySplice(file, { start, end, text: `${text} ` });
}

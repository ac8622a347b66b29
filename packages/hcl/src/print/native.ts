import type { Attribute, Block, BodyItem, Comment, Label } from "../nodes.js";
import { escapeQuoted } from "../escape.js";
import { printComment } from "./comment.js";
import { heredocLines } from "./heredoc.js";
import { printAligned, type Line } from "./lines.js";
import { printValue } from "./wrapped.js";

/** What {@link print} prints: a body, or items that are made one by one while they are printed. */
export interface Printable {
  readonly items: Iterable<BodyItem>;
  readonly dangling?: readonly Comment[];
}

/**
 * Prints a body in HCL's native syntax, laid out by itself as `packer fmt` would leave it: two spaces a level, `=`
 * aligned, a blank line around blocks.
 *
 * @example
 * print(body([block("source", ["null", "a"], [attribute("communicator", string("none"))])]))
 * // source "null" "a" {
 * //   communicator = "none"
 * // }
 */
export function print(body: Printable): string {
  return printItems(body, "");
}

function printItems(body: Printable, indent: string): string {
  let out = "";
  let run: Line[] = [];
  for (const item of body.items) {
    if (item.kind === "attribute") {
      // An attribute behind a block, or one with a comment above it, starts a paragraph of its own.
      if (run.length === 0 && out !== "") out += "\n";
      for (const line of comments(item.leading, indent)) run.push(line);
      run.push(attributeLine(item, indent));
      continue;
    }
    out += printAligned(run);
    run = [];
    if (out !== "") out += "\n";
    out += printBlock(item, indent);
  }
  out += printAligned(run);
  return out + printAligned(comments(body.dangling, indent));
}

function attributeLine(node: Attribute, indent: string): Line {
  const text = indent + node.name;
  return {
    text,
    value: printValue(node.value, indent, text.length + 3),
    heredoc: heredocLines(node.value) !== undefined,
    ...trailing(node.trailing),
  };
}

function printBlock(node: Block, indent: string): string {
  const labels = node.labels.map((label) => ` ${printLabel(label)}`).join("");
  const inner = printItems(node.body, `${indent}  `);
  const content = inner === "" ? "{}" : `{\n${inner}${indent}}`;
  const end = node.trailing === undefined ? "" : ` ${printComment(node.trailing, "")}`;
  return `${printAligned(comments(node.leading, indent))}${indent}${node.type}${labels} ${content}${end}\n`;
}

function printLabel(label: Label): string {
  return label.quoted ? `"${escapeQuoted(label.value)}"` : label.value;
}

function comments(list: readonly Comment[] | undefined, indent: string): readonly Line[] {
  return (list ?? []).map((comment) => ({ text: printComment(comment, indent) }));
}

function trailing(comment: Comment | undefined): { readonly comment?: string } {
  return comment === undefined ? {} : { comment: printComment(comment, "") };
}

import type { Attribute, Block, Comment } from "@packwright/hcl/nodes";
import type { SourceFile } from "./source-file.js";

/** What the comments above an item say, a line each, without their markers. */
export function commentOf(item: Attribute | Block, { isJson }: SourceFile): { readonly comment?: string } {
  const leading = isJson && item.kind === "block" ? inside(item) : (item.leading ?? []);
  const lines = leading.flatMap(({ style, text }) => (style === "/*" ? linesOf(text) : [text]));
  if (lines.length === 0) return {};
  return { comment: lines.map((line) => line.replace(/^ /, "").trimEnd()).join("\n") };
}

/** In JSON the comment of a block is the first that stands in it. */
function inside({ body }: Block): readonly Comment[] {
  const [first] = body.items;
  return (first === undefined ? body.dangling : first.leading) ?? [];
}

/** The lines of a comment that spans several, without the stars that may begin them. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/^\s*\*/, ""));
  const isEmpty = (line: string | undefined): boolean => line?.trim() === "";
  const start = isEmpty(lines[0]) ? 1 : 0;
  const end = lines.length > 1 && isEmpty(lines.at(-1)) ? lines.length - 1 : lines.length;
  return lines.slice(start, Math.max(start + 1, end)).map((line) => line.replace(/^\s*/, " "));
}

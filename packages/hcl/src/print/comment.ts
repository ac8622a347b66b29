import type { Comment } from "../nodes.js";

/** The text of a comment; one of several lines, which `#` and `//` cannot hold, gets the marker on each. */
export function printComment(comment: Comment, indent: string): string {
  if (comment.style === "/*") return `${indent}/*${comment.text}*/`;
  return comment.text
    .split("\n")
    .map((line) => `${indent}${comment.style}${line}`)
    .join("\n");
}

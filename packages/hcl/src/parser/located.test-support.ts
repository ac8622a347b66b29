import type { SourceText } from "../source.js";

/** What the trees of the parser have and those of the reference have not. */
const OWN = new Set(["start", "end", "leading", "trailing", "dangling"]);
/** What the reference computes beside the tree. */
const THEIRS = new Set(["constant"]);

/** A tree of the parser in the form of the reference's: places instead of offsets, no comments. */
export function located(node: unknown, source: SourceText): unknown {
  if (Array.isArray(node)) return node.map((each) => located(each, source));
  if (typeof node !== "object" || node === null) return node;
  const fields = new Map<string, unknown>(Object.entries(node));
  const isNumber = fields.get("kind") === "number";
  const kept = [...fields].filter(([key]) => !OWN.has(key) && !(isNumber && key === "text"));
  const result: Record<string, unknown> = Object.fromEntries(
    kept.map(([key, value]) => [key, located(value, source)]),
  );
  const start = fields.get("start");
  const end = fields.get("end");
  if (typeof start === "number" && typeof end === "number" && fields.get("kind") !== "body") {
    result["range"] = { start: source.position(start), end: source.position(end) };
  }
  return result;
}

/**
 * The reference's tree without what the parser has no part in. The range of a body is told differently, and numbers
 * by their value: that they are the same text follows from their places.
 */
export function comparable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(comparable);
  if (typeof node !== "object" || node === null) return node;
  const kind = "kind" in node ? node.kind : undefined;
  const isBody = kind === "body";
  const isNumber = kind === "number";
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !THEIRS.has(key) && !(isBody && key === "range") && !(isNumber && key === "text"))
      .map(([key, value]) => [key, comparable(value)]),
  );
}

/** A tree without its places, so that a test can write it down. */
export function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== "start" && key !== "end")
      .map(([key, value]) => [key, bare(value)]),
  );
}

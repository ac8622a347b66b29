import type { Attribute, Block, Body, Located } from "../nodes.js";
import type { ParsedFile } from "../parser/parse.js";

/** A block among those of a body: by type, and where that is not enough by labels, or by place (from 0). */
export interface BlockAddress {
  readonly type: string;
  readonly labels?: readonly string[];
  readonly index?: number;
}

/** The way from a file to a block inside of it; a string is a block's type. The empty path is the file itself. */
export type BlockPath = readonly (string | BlockAddress)[];

/** An edit that cannot be made; the message says why and what to do. */
export class EditError extends Error {
  override readonly name = "EditError";
}

/**
 * The block at a path, `undefined` when there is none.
 *
 * @throws EditError when several blocks match and no index says which is meant
 * @example findBlock(file, [{ type: "source", labels: ["googlecompute", "web"] }])
 */
export function findBlock(file: ParsedFile, path: BlockPath): Block | undefined {
  let body: Body = file.body;
  let found: Block | undefined;
  for (const step of path) {
    found = findIn(body, typeof step === "string" ? { type: step } : step);
    if (found === undefined) return undefined;
    body = found.body;
  }
  return found;
}

function findIn(body: Body, address: BlockAddress): Block | undefined {
  const { type, labels, index } = address;
  const matching = body.items.filter(
    (item): item is Block =>
      item.kind === "block" &&
      item.type === type &&
      (labels === undefined ||
        (labels.length === item.labels.length &&
          labels.every((label, at) => item.labels[at]?.value === label))),
  );
  if (index !== undefined) return matching[index];
  if (matching.length > 1) {
    throw new EditError(
      `${String(matching.length)} blocks match ${describe(address)}; say which with index, from 0`,
    );
  }
  return matching[0];
}

function describe(address: BlockAddress): string {
  return [address.type, ...(address.labels ?? []).map((label) => JSON.stringify(label))].join(" ");
}

/** The block at a path; it has to be there. */
export function requireBlock(file: ParsedFile, path: BlockPath): Block {
  const block = findBlock(file, path);
  if (block !== undefined) return block;
  const steps = path.map((step) => describe(typeof step === "string" ? { type: step } : step));
  throw new EditError(`There is no block ${steps.join(" > ")} in ${file.source.file ?? "this file"}`);
}

/** The body at a path. */
export function requireBody(file: ParsedFile, path: BlockPath): Body {
  return path.length === 0 ? file.body : requireBlock(file, path).body;
}

/** The attribute of a body with this name, `undefined` when there is none. */
export function findAttribute(body: Body, name: string): Attribute | undefined {
  return body.items.find((item): item is Attribute => item.kind === "attribute" && item.name === name);
}

/** Where a node that was read from a file stands in it. */
export function rangeOf(node: Located): { readonly start: number; readonly end: number } {
  const { start, end } = node;
  if (start === undefined || end === undefined) throw new EditError("This node was not read from a file");
  return { start, end };
}

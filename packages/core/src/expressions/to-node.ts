import {
  bool,
  nil,
  number,
  object,
  objectItem,
  string,
  tuple,
  unwritable,
  type Expression,
} from "@packwright/hcl";
import type { Declaration } from "../blocks/declaration.js";
import { isExpr, stateOf } from "./expr-value.js";
import type { Unwritable, Written } from "./written.js";

const NOTHING: readonly never[] = Object.freeze([]);

/**
 * Turns a value of the program into an HCL expression; a string is a literal, whatever it contains.
 *
 * `undefined` in an object leaves the entry out, as an option that is not given. Everything that HCL has no word for
 * (functions, dates, NaN, text that is no Unicode) is a problem with its path, and `null` in the tree.
 */
export function toNode(value: unknown): Written {
  switch (typeof value) {
    case "string": {
      const reason = unwritable(value);
      return reason === undefined ? literal(string(value)) : problem(`HCL cannot hold this text: ${reason}`);
    }
    case "number":
      if (!Number.isFinite(value))
        return problem(`HCL has no spelling for ${String(value)}; use a finite number`);
      return literal(number(value));
    case "bigint":
      return literal(number(value));
    case "boolean":
      return literal(bool(value));
    case "object":
      if (value === null) return literal(nil());
      if (isExpr(value)) return stateOf(value);
      if (Array.isArray(value))
        return collect(value, String, (nodes) => tuple(nodes.map(([, node]) => node)));
      if (isPlainObject(value)) return toObject(value);
      return problem(
        `a ${value.constructor.name} is no value of HCL; use text, numbers, booleans, lists and objects`,
      );
    default:
      return problem(
        `${typeof value === "undefined" ? "undefined" : `a ${typeof value}`} is no value of HCL; leave it out`,
      );
  }
}

function toObject(value: object): Written {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const written = collect(
    entries.map(([, entry]): unknown => entry),
    (at) => entries[at]?.[0] ?? "",
    (nodes) => object(nodes.map(([key, node]) => objectItem(key, node))),
  );
  const keys = entries.flatMap(([key]) => {
    const reason = unwritable(key);
    return reason === undefined ? [] : [{ path: [key], reason: `HCL cannot hold this key: ${reason}` }];
  });
  return keys.length === 0 ? written : { ...written, problems: [...keys, ...written.problems] };
}

function collect(
  values: readonly unknown[],
  nameOf: (at: number) => string,
  join: (nodes: readonly (readonly [string, Expression])[]) => Expression,
): Written {
  const nodes: (readonly [string, Expression])[] = [];
  let uses: Declaration[] | undefined;
  let problems: Unwritable[] | undefined;
  let inBuild = false;
  values.forEach((value, at) => {
    const name = nameOf(at);
    const written = toNode(value);
    nodes.push([name, written.node]);
    if (written.uses.length > 0) (uses ??= []).push(...written.uses);
    for (const found of written.problems) (problems ??= []).push({ ...found, path: [name, ...found.path] });
    inBuild ||= written.inBuild;
  });
  return { node: join(nodes), uses: uses ?? NOTHING, problems: problems ?? NOTHING, inBuild };
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function literal(node: Expression): Written {
  return { node, uses: NOTHING, problems: NOTHING, inBuild: false };
}

function problem(reason: string): Written {
  return { node: nil(), uses: NOTHING, problems: [{ path: [], reason }], inBuild: false };
}

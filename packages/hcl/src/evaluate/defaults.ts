import { unify } from "./convert/conversion.js";
import { ConversionError } from "./convert/conversion.js";
import type { Type } from "./value/type.js";
import { Value } from "./value/value.js";

/** What stands in for attributes that a value lacks, at every depth of a type. */
export interface Defaults {
  readonly type: Type;
  /** The defaults of the type's own attributes. */
  readonly values: ReadonlyMap<string, Value>;
  /** The defaults in the types of attributes and elements; those of a collection's elements under `""`. */
  readonly children: ReadonlyMap<string, Defaults>;
}

/** The value with defaults for attributes that are missing or null; it is converted to its type afterwards. */
export function applyDefaults(value: Value, defaults: Defaults): Value {
  if (value.state !== "known") return value;
  const bare = value.unmark();
  switch (bare.type.kind) {
    case "list":
    case "set":
    case "tuple":
      return applyToSequence(bare, defaults).withMarks(value.marks);
    case "map":
    case "object":
      return applyToEntries(bare, defaults).withMarks(value.marks);
    default:
      return value;
  }
}

function childOf({ type, children }: Defaults, key: string): Defaults | undefined {
  return type.kind === "tuple" || type.kind === "object"
    ? (children.get(key) ?? children.get(""))
    : children.get("");
}

function applyToSequence(value: Value, defaults: Defaults): Value {
  const elements = value.elements().map((element, i) => {
    const child = childOf(defaults, String(i));
    return child === undefined ? element : applyDefaults(element, child);
  });
  const { type } = value;
  if (type.kind !== "list" && type.kind !== "set") return Value.tuple(elements);
  const make = (of: readonly Value[]): Value =>
    type.kind === "list" ? Value.list(type.element, of) : Value.set(type.element, of);
  if (elements.length === 0) return make(elements);
  const same = unified(elements);
  return same === undefined ? Value.tuple(elements) : make(same);
}

function applyToEntries(value: Value, defaults: Defaults): Value {
  const entries = new Map<string, Value>();
  for (const [key, element] of value.entries()) {
    const child = childOf(defaults, key);
    entries.set(key, child === undefined ? element : applyDefaults(element, child));
  }
  for (const [key, otherwise] of defaults.values) {
    const given = entries.get(key);
    if (given !== undefined && !given.isNull) continue;
    const child = defaults.children.get(key);
    entries.set(key, child === undefined ? otherwise : applyDefaults(otherwise, child));
  }
  if (value.type.kind !== "map") return Value.object(entries);
  if (entries.size === 0) return Value.map(value.type.element, entries);
  const keys = [...entries.keys()];
  const same = unified([...entries.values()]);
  if (same === undefined) return Value.object(entries);
  return Value.map(
    value.type.element,
    keys.map((key, i) => [key, same[i] ?? Value.DYNAMIC] as const),
  );
}

/** The values as ones of the type that all can have; `undefined` when there is none. */
function unified(values: readonly Value[]): readonly Value[] | undefined {
  const common = unify(
    values.map(({ type }) => type),
    true,
  );
  if (common === undefined) return undefined;
  try {
    return values.map((value, i) => common.conversions[i]?.(value) ?? value);
  } catch (error) {
    if (error instanceof ConversionError) return undefined;
    throw error;
  }
}

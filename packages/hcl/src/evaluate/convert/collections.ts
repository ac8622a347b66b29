import {
  ANY,
  type CollectionType,
  equalTypes,
  isCollection,
  type Type,
  withoutOptional,
} from "../value/type.js";
import { haveOneType, Value } from "../value/value.js";
import { type Conversion, ConversionError, type Rules } from "./rules.js";

/** The conversion of a known value to a list, a set or a map; `undefined` when there is none. */
export function collectionConversion(
  rules: Rules,
  from: Type,
  to: CollectionType,
  unsafe: boolean,
): Conversion | undefined {
  if (isCollection(from)) return fromCollection(rules, from, to, unsafe);
  if (to.kind === "map") {
    if (from.kind !== "object") return undefined;
    return fromStructure(rules, from.attributes, to, unsafe);
  }
  if (from.kind !== "tuple") return undefined;
  return fromStructure(rules, new Map(from.elements.map((element, i) => [String(i), element])), to, unsafe);
}

function fromCollection(
  rules: Rules,
  from: CollectionType,
  to: CollectionType,
  unsafe: boolean,
): Conversion | undefined {
  if ((from.kind === "map") !== (to.kind === "map")) return undefined;
  // A list turned into a set may lose elements.
  if (to.kind === "set" && from.kind === "list" && !unsafe) return undefined;
  const isSame = equalTypes(from.element, to.element);
  const each = rules.between(from.element, to.element, unsafe);
  if (each === undefined && !isSame) return undefined;
  return (value) => {
    const entries = keyedElements(value).map(
      ([key, element]) => [key, isSame || each === undefined ? element : each(element)] as const,
    );
    if (entries.length === 0) {
      return collect(
        to.kind,
        to.element.kind === "any" ? from.element : withoutOptional(to.element),
        entries,
      );
    }
    const unifies = to.kind === "map" && (isCollection(to.element) || to.element.kind === "object");
    return collect(to.kind, to.element, unifies ? unified(rules, entries, false) : entries);
  };
}

type Entries = readonly (readonly [key: string, value: Value])[];

function keyedElements(value: Value): Entries {
  if (value.type.kind === "map" || value.type.kind === "object") return [...value.entries()];
  return value.elements().map((element, i) => [String(i), element] as const);
}

/** The conversion of a tuple or an object, whose elements have types of their own. */
function fromStructure(
  rules: Rules,
  types: ReadonlyMap<string, Type>,
  to: CollectionType,
  unsafe: boolean,
): Conversion | undefined {
  if (types.size === 0) return () => collect(to.kind, withoutOptional(to.element), []);
  const element = elementType(rules, types, to, unsafe);
  if (element === undefined) return undefined;
  const conversions = new Map<string, Conversion>();
  for (const [key, type] of types) {
    if (equalTypes(type, element)) continue;
    const conversion = rules.between(type, element, unsafe);
    if (conversion === undefined) return undefined;
    conversions.set(key, conversion);
  }
  return (value) => {
    const entries = keyedElements(value).map(
      ([key, inner]) => [key, conversions.get(key)?.(inner) ?? inner] as const,
    );
    const alike = needsUnifying(to, element) ? unified(rules, entries, unsafe) : entries;
    return collect(to.kind, element, alike, to.kind === "map" ? "attribute" : "element");
  };
}

function needsUnifying(to: CollectionType, element: Type): boolean {
  if (to.kind === "map") return isCollection(element) || element.kind === "object";
  return to.kind === "list";
}

/** The type of the elements: the one asked for, or, when that is any, the one that all can be converted to. */
function elementType(
  rules: Rules,
  types: ReadonlyMap<string, Type>,
  to: CollectionType,
  unsafe: boolean,
): Type | undefined {
  if (to.element.kind !== "any") return to.element;
  const all = [...types.values()];
  const common = rules.unify(all, unsafe)?.type;
  if (common?.kind === "any" && to.kind !== "map" && all.some(({ kind }) => kind !== "any")) return undefined;
  return common;
}

/** Elements whose types came out differently, where the wanted type says any, brought to one type. */
function unified(rules: Rules, entries: Entries, unsafe: boolean): Entries {
  const common = rules.unify(
    entries.map(([, { type }]) => type),
    unsafe,
  );
  if (common === undefined) throw new ConversionError("cannot find a common base type for all elements");
  return entries.map(([key, value]) => {
    if (equalTypes(value.type, common.type)) return [key, value];
    return [key, rules.between(value.type, common.type, unsafe)?.(value) ?? value];
  });
}

function collect(
  kind: CollectionType["kind"],
  element: Type,
  entries: Entries,
  what: "attribute" | "element" = "element",
): Value {
  const values = entries.map(([, value]) => exactNull(value));
  if (!haveOneType(values))
    throw new ConversionError(`${what} types must all match for conversion to ${kind}`);
  if (kind === "map") return Value.map(element, entries);
  return kind === "list" ? Value.list(element, values) : Value.set(element, values);
}

/** A null without optional attributes in its type: only constraints have those. */
function exactNull(value: Value): Value {
  if (!value.isNull || value.type === ANY) return value;
  const type = withoutOptional(value.type);
  return type === value.type ? value : Value.null(type).withMarks(value.marks);
}

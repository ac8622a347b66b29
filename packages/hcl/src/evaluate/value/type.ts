import { isIdentifier } from "../../lexer/identifiers.js";
import { compareText, quoted } from "./text-order.js";

/**
 * A type of HCL's type system. `any` is the type of a value whose type is not known, and stands for any type in a
 * constraint.
 *
 * @see https://github.com/zclconf/go-cty/blob/main/docs/types.md
 */
export type Type = PrimitiveType | AnyType | ListType | SetType | MapType | TupleType | ObjectType;

export interface PrimitiveType {
  readonly kind: "string" | "number" | "bool";
}
export interface AnyType {
  readonly kind: "any";
}
export interface ListType {
  readonly kind: "list";
  readonly element: Type;
}
export interface SetType {
  readonly kind: "set";
  readonly element: Type;
}
export interface MapType {
  readonly kind: "map";
  readonly element: Type;
}
export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly Type[];
}
/** `optional` are the attributes that a value may lack; only constraints have some. */
export interface ObjectType {
  readonly kind: "object";
  readonly attributes: ReadonlyMap<string, Type>;
  readonly optional: ReadonlySet<string>;
}
/** The types whose elements all have one type. */
export type CollectionType = ListType | SetType | MapType;

export const STRING: PrimitiveType = Object.freeze({ kind: "string" });
export const NUMBER: PrimitiveType = Object.freeze({ kind: "number" });
export const BOOL: PrimitiveType = Object.freeze({ kind: "bool" });
export const ANY: AnyType = Object.freeze({ kind: "any" });

const NO_NAMES: ReadonlySet<string> = new Set();

export function listOf(element: Type): ListType {
  return { kind: "list", element };
}
export function setOf(element: Type): SetType {
  return { kind: "set", element };
}
export function mapOf(element: Type): MapType {
  return { kind: "map", element };
}
export function tupleOf(elements: readonly Type[]): TupleType {
  return { kind: "tuple", elements };
}

/** The type of objects with these attributes, whatever order they are given in. */
export function objectOf(
  attributes: Iterable<readonly [name: string, type: Type]>,
  optional: ReadonlySet<string> = NO_NAMES,
): ObjectType {
  const normal = [...attributes].map(([name, type]) => [name.normalize("NFC"), type] as const);
  return { kind: "object", attributes: new Map(sorted(normal)), optional };
}

/** Entries in the order of their keys. */
export function sorted<T>(entries: readonly (readonly [string, T])[]): (readonly [string, T])[] {
  return [...entries].sort(([left], [right]) => compareText(left, right));
}

export function isPrimitive(type: Type): type is PrimitiveType {
  return type.kind === "string" || type.kind === "number" || type.kind === "bool";
}

export function isCollection(type: Type): type is CollectionType {
  return type.kind === "list" || type.kind === "set" || type.kind === "map";
}

export function equalTypes(left: Type, right: Type): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  if (isCollection(left)) return isCollection(right) && equalTypes(left.element, right.element);
  if (left.kind === "tuple") return right.kind === "tuple" && equalTuples(left, right);
  if (left.kind === "object") return right.kind === "object" && equalObjects(left, right);
  return true;
}

function equalTuples(left: TupleType, right: TupleType): boolean {
  return (
    left.elements.length === right.elements.length &&
    left.elements.every((element, i) => equalTypes(element, right.elements[i] ?? ANY))
  );
}

function equalObjects(left: ObjectType, right: ObjectType): boolean {
  if (left.attributes.size !== right.attributes.size || left.optional.size !== right.optional.size)
    return false;
  for (const [name, type] of left.attributes) {
    const other = right.attributes.get(name);
    if (other === undefined || !equalTypes(type, other)) return false;
    if (left.optional.has(name) !== right.optional.has(name)) return false;
  }
  return true;
}

/** The type with all its attributes required, at every depth. */
export function withoutOptional(type: Type): Type {
  switch (type.kind) {
    case "list":
    case "set":
    case "map": {
      const element = withoutOptional(type.element);
      return element === type.element ? type : { kind: type.kind, element };
    }
    case "tuple": {
      const elements = type.elements.map(withoutOptional);
      return elements.every((element, i) => element === type.elements[i]) ? type : tupleOf(elements);
    }
    case "object": {
      const entries = [...type.attributes].map(([name, inner]) => [name, withoutOptional(inner)] as const);
      const isSame = entries.every(([name, inner]) => inner === type.attributes.get(name));
      return isSame && type.optional.size === 0 ? type : objectOf(entries);
    }
    default:
      return type;
  }
}

/** Whether `any` stands somewhere in the type. */
export function hasAny(type: Type): boolean {
  switch (type.kind) {
    case "any":
      return true;
    case "list":
    case "set":
    case "map":
      return hasAny(type.element);
    case "tuple":
      return type.elements.some(hasAny);
    case "object":
      return [...type.attributes.values()].some(hasAny);
    default:
      return false;
  }
}

/** A type as messages name it: `list of string`. */
export function friendlyName(type: Type): string {
  return nameWith(type, "dynamic", friendlyName);
}

/** A constraint as messages name it: `list of any single type`. */
export function constraintName(type: Type): string {
  return nameWith(type, "any type", (element) =>
    element.kind === "any" ? "any single type" : constraintName(element),
  );
}

function nameWith(type: Type, any: string, elementName: (element: Type) => string): string {
  if (isCollection(type)) return `${type.kind} of ${elementName(type.element)}`;
  return type.kind === "any" ? any : type.kind;
}

/** A type as it is written in HCL: `list(object({a=string}))`. */
export function typeToString(type: Type): string {
  if (isCollection(type)) return `${type.kind}(${typeToString(type.element)})`;
  if (type.kind === "tuple") return `tuple([${type.elements.map(typeToString).join(",")}])`;
  if (type.kind !== "object") return type.kind;
  const attributes = [...type.attributes].map(([name, inner]) => {
    const text = typeToString(inner);
    const key = isIdentifier(name) ? name : quoted(name);
    return `${key}=${type.optional.has(name) ? `optional(${text})` : text}`;
  });
  return `object({${attributes.join(",")}})`;
}

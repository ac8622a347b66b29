import { equalTypes, type MapType, type ObjectType, type TupleType, withoutOptional } from "../value/type.js";
import { Value } from "../value/value.js";
import { type Conversion, ConversionError, type Rules } from "./rules.js";

/** The conversion between objects: attributes too many are left out, optional ones that are missing become null. */
export function objectConversion(
  rules: Rules,
  from: ObjectType,
  to: ObjectType,
  unsafe: boolean,
): Conversion | undefined {
  const conversions = new Map<string, Conversion | undefined>();
  for (const [name, type] of to.attributes) {
    const given = from.attributes.get(name);
    if (given === undefined) {
      if (to.optional.has(name)) continue;
      return undefined;
    }
    const conversion = equalTypes(given, type) ? undefined : rules.between(given, type, unsafe);
    if (conversion === undefined && !equalTypes(given, type)) return undefined;
    conversions.set(name, conversion);
  }
  return (value) => {
    const attributes = new Map<string, Value>();
    for (const [name, attribute] of value.entries()) {
      if (conversions.has(name)) attributes.set(name, exact(conversions.get(name)?.(attribute) ?? attribute));
    }
    return Value.object(withMissing(attributes, to));
  };
}

/** The conversion of a map to an object, whose required attributes must be keys of it. */
export function mapToObject(
  rules: Rules,
  from: MapType,
  to: ObjectType,
  unsafe: boolean,
): Conversion | undefined {
  const conversions = new Map<string, Conversion | undefined>();
  for (const [name, type] of to.attributes) {
    if (equalTypes(from.element, type)) continue;
    const conversion = rules.between(from.element, type, unsafe);
    if (conversion === undefined && !to.optional.has(name)) return undefined;
    conversions.set(name, conversion);
  }
  return (value) => {
    const attributes = new Map<string, Value>();
    for (const [name, element] of value.entries()) {
      const type = to.attributes.get(name);
      if (type === undefined) continue;
      if (conversions.has(name) && conversions.get(name) === undefined) {
        const why = rules.mismatch(element.type, type);
        throw new ConversionError(`map element type is incompatible with attribute "${name}": ${why}`);
      }
      attributes.set(name, exact(conversions.get(name)?.(element) ?? element));
    }
    for (const name of to.attributes.keys()) {
      if (attributes.has(name) || to.optional.has(name)) continue;
      throw new ConversionError(`map has no element for required attribute "${name}"`);
    }
    return Value.object(withMissing(attributes, to));
  };
}

function withMissing(attributes: Map<string, Value>, to: ObjectType): Map<string, Value> {
  for (const name of to.optional) {
    const type = to.attributes.get(name);
    if (!attributes.has(name) && type !== undefined) attributes.set(name, Value.null(withoutOptional(type)));
  }
  return attributes;
}

function exact(value: Value): Value {
  return value.isNull ? Value.null(withoutOptional(value.type)).withMarks(value.marks) : value;
}

/** The conversion between tuples of the same length. */
export function tupleConversion(
  rules: Rules,
  from: TupleType,
  to: TupleType,
  unsafe: boolean,
): Conversion | undefined {
  if (from.elements.length !== to.elements.length) return undefined;
  const conversions: (Conversion | undefined)[] = [];
  for (const [i, type] of to.elements.entries()) {
    const given = from.elements[i];
    if (given === undefined) return undefined;
    const isSame = equalTypes(given, type);
    const conversion = isSame ? undefined : rules.between(given, type, unsafe);
    if (conversion === undefined && !isSame) return undefined;
    conversions.push(conversion);
  }
  return (value) => Value.tuple(value.elements().map((element, i) => conversions[i]?.(element) ?? element));
}

import {
  equalTypes,
  isCollection,
  type MapType,
  listOf,
  type ListType,
  mapOf,
  objectOf,
  type Type,
  tupleOf,
} from "../value/type.js";
import { Value } from "../value/value.js";
import type { Conversion, Rules, Unified } from "./rules.js";
import { preferred } from "./type-order.js";

/** The type that values of all these types can become together; `undefined` when there is none. */
export function unifyTypes(rules: Rules, types: readonly Type[], unsafe: boolean): Unified | undefined {
  if (types.length === 0) return undefined;
  const counts = count(types);
  const total = types.length;
  const { map, list, set, object, tuple, any } = counts;
  if (any > 0 && [map, list, set, object, tuple].some((kind) => kind > 0 && kind + any === total)) {
    return asAny(types);
  }
  if (map === total || list === total || set === total) return unifyCollections(rules, types, unsafe);
  if (map > 0 && map + object + any === total) {
    const found = unifyMixed(rules, types, "object", unsafe);
    if (found !== undefined) return found;
  } else if (list > 0 && list + tuple + any === total) {
    const found = unifyMixed(rules, types, "tuple", unsafe);
    if (found !== undefined) return found;
  } else if (object === total) {
    return unifyObjects(rules, types, unsafe);
  } else if (tuple === total) {
    return unifyTuples(rules, types, unsafe);
  } else if (object > 0 && tuple > 0) {
    return undefined;
  }
  for (const at of preferred(types)) {
    const wanted = types[at];
    const found = wanted === undefined ? undefined : converted(rules, types, wanted, unsafe);
    if (found !== undefined) return found;
  }
  return undefined;
}

function count(types: readonly Type[]): Readonly<Record<Type["kind"], number>> {
  const counts = { string: 0, number: 0, bool: 0, any: 0, list: 0, set: 0, map: 0, tuple: 0, object: 0 };
  for (const { kind } of types) counts[kind]++;
  return counts;
}

/** Unified as `wanted`, when each of the types is it or can be converted to it. */
function converted(rules: Rules, types: readonly Type[], wanted: Type, unsafe: boolean): Unified | undefined {
  const conversions: (Conversion | undefined)[] = [];
  for (const type of types) {
    const isSame = equalTypes(type, wanted);
    const conversion = isSame ? undefined : rules.between(type, wanted, unsafe);
    if (!isSame && conversion === undefined) return undefined;
    conversions.push(conversion);
  }
  return { type: wanted, conversions };
}

/** Nothing is known of the type of the result while nothing is known of that of one of them. */
function asAny(types: readonly Type[]): Unified {
  return { type: { kind: "any" }, conversions: types.map(() => () => Value.DYNAMIC) };
}

function unifyCollections(rules: Rules, types: readonly Type[], unsafe: boolean): Unified | undefined {
  const collections = types.filter(isCollection);
  const [first] = collections;
  const element = unifyTypes(
    rules,
    collections.map((type) => type.element),
    unsafe,
  )?.type;
  if (first === undefined || element === undefined) return undefined;
  return converted(rules, types, { kind: first.kind, element }, unsafe);
}

/** Objects among maps become maps, tuples among lists become lists. */
function unifyMixed(
  rules: Rules,
  types: readonly Type[],
  kind: "object" | "tuple",
  unsafe: boolean,
): Unified | undefined {
  const structures = types.filter((type) => type.kind === kind);
  const first =
    kind === "object" ? unifyToMap(rules, structures, unsafe) : unifyToList(rules, structures, unsafe);
  if (first === undefined) return undefined;
  const replaced = types.map((type) => (type.kind === kind ? first.type : type));
  const found = unifyTypes(rules, replaced, unsafe);
  if (found?.type.kind !== first.type.kind) return undefined;
  let at = 0;
  const conversions = types.map((type, i) => {
    const last = found.conversions[i];
    if (type.kind !== kind) return last;
    return chained(first.conversions[at++], last);
  });
  return { type: found.type, conversions };
}

function chained(first: Conversion | undefined, last: Conversion | undefined): Conversion | undefined {
  if (first === undefined || last === undefined) return first ?? last;
  return (value) => last(first(value));
}

function unifyObjects(rules: Rules, types: readonly Type[], unsafe: boolean): Unified | undefined {
  const objects = types.filter((type) => type.kind === "object");
  const [first] = objects;
  if (first === undefined) return undefined;
  const names = [...first.attributes.keys()];
  const isAlike = objects.every(
    ({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)),
  );
  if (!isAlike) return unifyToMap(rules, types, unsafe);
  const attributes: (readonly [string, Type])[] = [];
  for (const name of names) {
    const across = objects.flatMap((type) => type.attributes.get(name) ?? []);
    const common = unifyTypes(rules, across, unsafe)?.type;
    if (common === undefined) return undefined;
    attributes.push([name, common]);
  }
  return converted(rules, types, objectOf(attributes), unsafe) ?? unifyToMap(rules, types, unsafe);
}

function unifyToMap(
  rules: Rules,
  types: readonly Type[],
  unsafe: boolean,
): (Unified & { readonly type: MapType }) | undefined {
  const all = types.flatMap((type) => (type.kind === "object" ? [...type.attributes.values()] : []));
  const element = unifyTypes(rules, all, unsafe)?.type;
  if (element === undefined) return undefined;
  const type = mapOf(element);
  const found = converted(rules, types, type, unsafe);
  return found === undefined ? undefined : { type, conversions: found.conversions };
}

function unifyTuples(rules: Rules, types: readonly Type[], unsafe: boolean): Unified | undefined {
  const tuples = types.filter((type) => type.kind === "tuple");
  const [first] = tuples;
  if (first === undefined) return undefined;
  if (tuples.some(({ elements }) => elements.length !== first.elements.length))
    return unifyToList(rules, types, unsafe);
  const elements: Type[] = [];
  for (const i of first.elements.keys()) {
    const across = tuples.flatMap((type) => type.elements[i] ?? []);
    const common = unifyTypes(rules, across, unsafe)?.type;
    if (common === undefined) return undefined;
    elements.push(common);
  }
  return converted(rules, types, tupleOf(elements), unsafe) ?? unifyToList(rules, types, unsafe);
}

function unifyToList(
  rules: Rules,
  types: readonly Type[],
  unsafe: boolean,
): (Unified & { readonly type: ListType }) | undefined {
  const all = types.flatMap((type) => (type.kind === "tuple" ? type.elements : []));
  const element = unifyTypes(rules, all, unsafe)?.type;
  if (element === undefined) return undefined;
  const type = listOf(element);
  const found = converted(rules, types, type, unsafe);
  return found === undefined ? undefined : { type, conversions: found.conversions };
}

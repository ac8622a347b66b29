import type { Type } from "../value/type.js";

/** The types' indexes, those that others can be converted to first; otherwise in the given order. */
export function preferred(types: readonly Type[]): readonly number[] {
  const after: number[][] = types.map(() => []);
  const before = types.map(() => 0);
  for (const [i, left] of types.entries()) {
    for (let j = i + 1; j < types.length; j++) {
      const right = types[j];
      const order = right === undefined ? 0 : compareTypes(left, right);
      if (order === 0) continue;
      const [first, second] = order < 0 ? [i, j] : [j, i];
      after[first]?.push(second);
      before[second] = (before[second] ?? 0) + 1;
    }
  }
  const queue = [...before.keys()].filter((i) => before[i] === 0);
  for (const i of queue) {
    for (const j of after[i] ?? []) {
      before[j] = (before[j] ?? 0) - 1;
      if (before[j] === 0) queue.push(j);
    }
  }
  return queue;
}

/** Negative when the left type is the more general one, positive when the right one is, 0 when neither is. */
function compareTypes(left: Type, right: Type): number {
  if (left.kind === "any" || right.kind === "any") {
    // As in HCL, where values of a type that is known are preferred to be left as they are.
    return Number(left.kind === "any") - Number(right.kind === "any");
  }
  if (left.kind === "string" || right.kind === "string") return compareWithString(left, right);
  if (left.kind === right.kind && "element" in left && "element" in right) {
    return compareTypes(left.element, right.element);
  }
  if (left.kind === "object" && right.kind === "object") {
    if (left.attributes.size !== right.attributes.size) return 0;
    return compareAll([...left.attributes].map(([name, type]) => [type, right.attributes.get(name)]));
  }
  if (left.kind === "tuple" && right.kind === "tuple") {
    if (left.elements.length !== right.elements.length) return 0;
    return compareAll(left.elements.map((type, i) => [type, right.elements[i]]));
  }
  return compareKinds(left.kind, right.kind);
}

function compareWithString(left: Type, right: Type): number {
  const isPrimitive = ({ kind }: Type): boolean => kind === "string" || kind === "number" || kind === "bool";
  if (!isPrimitive(left) || !isPrimitive(right)) return 0;
  return Number(right.kind === "string") - Number(left.kind === "string");
}

/** More general before less general; which of a set, a list and a tuple the others are converted to. */
const GENERAL: readonly (readonly [general: Type["kind"], special: Type["kind"]])[] = [
  ["list", "tuple"],
  ["map", "object"],
  ["tuple", "set"],
  ["list", "set"],
];

function compareKinds(left: Type["kind"], right: Type["kind"]): number {
  for (const [general, special] of GENERAL) {
    if (left === general && right === special) return -1;
    if (left === special && right === general) return 1;
  }
  return 0;
}

function compareAll(pairs: readonly (readonly [Type, Type | undefined])[]): number {
  let isGeneral = false;
  let isSpecial = false;
  for (const [left, right] of pairs) {
    if (right === undefined) return 0;
    const order = compareTypes(left, right);
    isGeneral ||= order < 0;
    isSpecial ||= order > 0;
  }
  return isGeneral === isSpecial ? 0 : isGeneral ? -1 : 1;
}

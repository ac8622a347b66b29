import { HclNumber } from "./number.js";
import { compareText } from "./text-order.js";
import {
  ANY,
  BOOL,
  equalTypes,
  listOf,
  mapOf,
  NUMBER,
  objectOf,
  setOf,
  sorted,
  STRING,
  tupleOf,
  type Type,
} from "./type.js";
import { normalSet } from "./set-order.js";

/** Elements of different types, which no collection can hold. */
export class InconsistentTypes extends TypeError {
  constructor() {
    super("inconsistent list element types");
  }
}

/** The marks of a value: names that every value made from it inherits, such as {@link SENSITIVE}. */
export type Marks = ReadonlySet<string>;

/** The mark of a value that is not to be shown. */
export const SENSITIVE = "sensitive";

type Content = string | boolean | HclNumber | readonly Value[] | ReadonlyMap<string, Value> | undefined;
type State = "known" | "null" | "unknown";

/**
 * A value of HCL: immutable, with its type. It may be null, and it may be unknown, which stands for a value of its type that only a
 * run of Packer gives.
 *
 * @example Value.list(STRING, [Value.string("a")]).type // { kind: "list", element: { kind: "string" } }
 * @see https://github.com/zclconf/go-cty/blob/main/docs/concepts.md
 */
export class Value {
  readonly type: Type;
  readonly state: State;
  /** The marks of the value itself; its elements may have others. */
  readonly marks: Marks | undefined;
  /** Whether an unknown value is known not to be null. */
  readonly isRefinedNotNull: boolean;
  private readonly content: Content;

  private constructor(type: Type, state: State, content: Content, marks?: Marks, isRefinedNotNull = false) {
    this.type = type;
    this.state = state;
    this.content = content;
    this.marks = marks;
    this.isRefinedNotNull = isRefinedNotNull;
  }

  static readonly TRUE: Value = new Value(BOOL, "known", true);
  static readonly FALSE: Value = new Value(BOOL, "known", false);
  /** A value of which nothing is known, not even its type. */
  static readonly DYNAMIC: Value = new Value(ANY, "unknown", undefined);

  /** A string; HCL keeps all of them in Unicode's normal form C. */
  static string(text: string): Value {
    return new Value(STRING, "known", text.toWellFormed().normalize("NFC"));
  }

  /** A number: a JavaScript one, a `bigint`, or one with HCL's precision. NaN is no number of HCL. */
  static number(value: number | bigint | HclNumber): Value {
    if (value instanceof HclNumber) return new Value(NUMBER, "known", value);
    if (typeof value === "bigint" || Number.isSafeInteger(value)) {
      return new Value(
        NUMBER,
        "known",
        typeof value === "bigint" ? HclNumber.bigInteger(value) : HclNumber.integer(value),
      );
    }
    const number = HclNumber.double(value);
    if (number === undefined) throw new RangeError("NaN is no number of HCL");
    return new Value(NUMBER, "known", number);
  }

  static bool(value: boolean): Value {
    return value ? Value.TRUE : Value.FALSE;
  }

  /** A null of a type; of any type when none is given, as the word `null` is. */
  static null(type: Type = ANY): Value {
    return new Value(type, "null", undefined);
  }

  /** An unknown value of a type. */
  static unknown(type: Type = ANY): Value {
    return type.kind === "any" ? Value.DYNAMIC : new Value(type, "unknown", undefined);
  }

  static tuple(elements: readonly Value[]): Value {
    return new Value(tupleOf(elements.map(({ type }) => type)), "known", elements);
  }

  /** An object; of entries with the same key the last one counts. */
  static object(entries: Iterable<readonly [name: string, value: Value]>): Value {
    const attributes = keyed(entries);
    const types = [...attributes].map(([name, { type }]) => [name, type] as const);
    return new Value(objectOf(types), "known", attributes);
  }

  /** A list. The elements have one type, that of the first whose type is known; `element` is the type of an empty one. */
  static list(element: Type, elements: readonly Value[]): Value {
    const type = commonType(elements) ?? element;
    return new Value(listOf(type), "known", retyped(elements, type));
  }

  /** A map. The elements have one type, as in {@link Value.list}. */
  static map(element: Type, entries: Iterable<readonly [key: string, value: Value]>): Value {
    const elements = keyed(entries);
    const type = commonType([...elements.values()]) ?? element;
    const content = [...elements].map(([key, value]) => [key, retype(value, type)] as const);
    return new Value(mapOf(type), "known", new Map(content));
  }

  /** A set: each element once, in HCL's order. Marks of elements become marks of the set. */
  static set(element: Type, elements: readonly Value[]): Value {
    const marks = allMarks(elements);
    const bare = elements.map((value) => value.unmarkDeep());
    const type = commonType(bare) ?? element;
    return new Value(setOf(type), "known", normalSet(retyped(bare, type))).withMarks(marks);
  }

  get isNull(): boolean {
    return this.state === "null";
  }

  get isKnown(): boolean {
    return this.state !== "unknown";
  }

  /** Whether it is unknown and of unknown type. */
  get isDynamic(): boolean {
    return this.state === "unknown" && this.type.kind === "any";
  }

  /** Whether it can't be null. */
  get isDefinitelyNotNull(): boolean {
    return this.state === "known" || this.isRefinedNotNull;
  }

  /** Whether it and all its elements are known. */
  get isWhollyKnown(): boolean {
    if (this.state !== "known") return this.state === "null";
    return this.elements().every((element) => element.isWhollyKnown);
  }

  /** The text of a known string. */
  asString(): string {
    if (typeof this.content === "string") return this.content;
    throw new TypeError("not a known string");
  }

  asNumber(): HclNumber {
    if (this.content instanceof HclNumber) return this.content;
    throw new TypeError("not a known number");
  }

  /** Whether it is `true`: null is not. */
  get isTrue(): boolean {
    return this.content === true;
  }

  /** The elements of a known collection in HCL's order; of anything else none. */
  elements(): readonly Value[] {
    if (this.content instanceof Map) return [...(this.content as ReadonlyMap<string, Value>).values()];
    return Array.isArray(this.content) ? (this.content as readonly Value[]) : [];
  }

  /** The elements of a known map or object by key, in the order of the keys. */
  entries(): ReadonlyMap<string, Value> {
    return this.content instanceof Map ? (this.content as ReadonlyMap<string, Value>) : new Map();
  }

  /** How many elements it has: from its type, where that tells, otherwise it has to be known. */
  get size(): number {
    if (this.type.kind === "tuple") return this.type.elements.length;
    if (this.type.kind === "object") return this.type.attributes.size;
    if (this.content instanceof Map) return this.content.size;
    return Array.isArray(this.content) ? this.content.length : 0;
  }

  /** The same value known not to be null. */
  refineNotNull(): Value {
    if (this.state !== "unknown" || this.isRefinedNotNull || this.type.kind === "any") return this;
    return new Value(this.type, this.state, this.content, this.marks, true);
  }

  /** The same value with marks added to its own. */
  withMarks(...marks: readonly (Marks | undefined)[]): Value {
    const all = unite(this.marks, ...marks);
    return all === this.marks ? this : this.remarked(all);
  }

  /** The same value without marks of its own; its elements keep theirs. */
  unmark(): Value {
    return this.marks === undefined ? this : this.remarked(undefined);
  }

  /** The same value without any marks. */
  unmarkDeep(): Value {
    if (!this.containsMarks()) return this;
    return this.withElements((element) => element.unmarkDeep()).unmark();
  }

  /** Whether it or an element of it has marks. */
  containsMarks(): boolean {
    return this.marks !== undefined || this.elements().some((element) => element.containsMarks());
  }

  /** The marks of the value and of all its elements. */
  marksDeep(): Marks | undefined {
    return unite(this.marks, ...this.elements().map((element) => element.marksDeep()));
  }

  /** Whether the value itself has a mark. */
  hasMark(mark: string): boolean {
    return this.marks?.has(mark) ?? false;
  }

  private remarked(marks: Marks | undefined): Value {
    return new Value(this.type, this.state, this.content, marks, this.isRefinedNotNull);
  }

  /** The same value with other elements of the same types. */
  private withElements(change: (element: Value) => Value): Value {
    if (this.content instanceof Map) {
      const entries = [...this.entries()].map(([key, element]) => [key, change(element)] as const);
      return new Value(this.type, this.state, new Map(entries), this.marks);
    }
    if (!Array.isArray(this.content)) return this;
    return new Value(this.type, this.state, this.elements().map(change), this.marks);
  }
}

/** All the marks together; `undefined` when there are none. */
export function unite(...sets: readonly (Marks | undefined)[]): Marks | undefined {
  let united: Marks | undefined;
  for (const marks of sets) {
    if (marks === undefined || marks.size === 0) continue;
    const known: Marks | undefined = united;
    if (known === undefined) united = marks;
    else if ([...marks].some((mark) => !known.has(mark))) united = new Set([...known, ...marks]);
  }
  return united;
}

/** The marks of some values and of all in them. */
export function allMarks(values: readonly Value[]): Marks | undefined {
  return unite(...values.map((value) => value.marksDeep()));
}

function keyed(entries: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  const map = new Map<string, Value>();
  let isSorted = true;
  let last = "";
  for (const [key, value] of entries) {
    const normal = key.toWellFormed().normalize("NFC");
    if (compareText(last, normal) > 0) isSorted = false;
    last = normal;
    map.set(normal, value);
  }
  return isSorted ? map : new Map(sorted([...map]));
}

/** The type that all the values have, not counting those of unknown type; `undefined` when there is none such. */
function commonType(values: readonly Value[]): Type | undefined {
  if (values.length === 0) return undefined;
  return values.find(({ type }) => type.kind !== "any")?.type ?? ANY;
}

/** Whether values can be elements of one collection. */
export function haveOneType(values: readonly Value[]): boolean {
  const type = commonType(values);
  return values.every(
    (value) => value.type.kind === "any" || (type !== undefined && equalTypes(value.type, type)),
  );
}

function retyped(values: readonly Value[], type: Type): readonly Value[] {
  if (!haveOneType(values)) throw new InconsistentTypes();
  return values.map((value) => retype(value, type));
}

/** A null or unknown of no type as one of the type of its collection. */
function retype(value: Value, type: Type): Value {
  if (value.type.kind !== "any" || type.kind === "any") return value;
  const typed = value.isNull ? Value.null(type) : Value.unknown(type);
  return typed.withMarks(value.marks);
}

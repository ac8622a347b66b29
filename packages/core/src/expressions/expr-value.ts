import { getAttribute, index, isIdentifier, number, printExpression, string } from "@packwright/hcl";
import type { Expression } from "@packwright/hcl/nodes";
import { INSPECT } from "../diagnostics/custom-inspect.js";
import type { Expr, ExprBase, Scope, Settled } from "./expr.js";
import { ANY, type ValueType } from "./value-type.js";
import type { Written } from "./written.js";

/** What an expression is when the program runs: a value written as HCL, and the type it will have. */
export interface ExprState extends Written {
  readonly type: ValueType;
}

/** Registered, so that two copies of this package in one program know each other's expressions. */
const STATE: unique symbol = Symbol.for("packwright.expression") as never;

const NOT_TEXT =
  "A Packer expression has no value while this program runs, so it cannot be made text here; " +
  "write text`…${expression}…` (from @packwright/core) instead of `…${expression}…` or +.";

class ExprValue {
  readonly [STATE]: ExprState;
  constructor(state: ExprState) {
    this[STATE] = state;
    Object.freeze(this);
  }
  [Symbol.toPrimitive](): never {
    throw new TypeError(NOT_TEXT);
  }
  toString(): never {
    throw new TypeError(NOT_TEXT);
  }
  /** JSON.stringify gives the key of the value; the snapshots of test runners give none, and are to show something. */
  toJSON(key?: string): string {
    if (key !== undefined) throw new TypeError(NOT_TEXT);
    return this[INSPECT]();
  }
  [INSPECT](): string {
    return `Expr(${printExpression(this[STATE].node)})`;
  }
}

/** Properties that the language and printers ask of any value; attributes only where the type is known to have them. */
const OF_THE_LANGUAGE = new Set([
  "then",
  "toString",
  "toJSON",
  "valueOf",
  "constructor",
  "inspect",
  "asymmetricMatch",
  "nodeType",
  "tagName",
  "$$typeof",
]);

const ATTRIBUTES: ProxyHandler<ExprValue & object> = {
  get(target, property, receiver): unknown {
    if (typeof property === "symbol" || Object.hasOwn(target, property)) {
      return Reflect.get(target, property, receiver);
    }
    const state = target[STATE];
    const type = attributeType(state.type, property);
    if (type === undefined) return Reflect.get(target, property, receiver);
    return createExpr({ ...state, node: attributeOf(state.node, property), type });
  },
  has: (target, property) =>
    Reflect.has(target, property) ||
    (typeof property === "string" && attributeType(target[STATE].type, property) !== undefined),
};

function attributeType(type: ValueType, name: string): ValueType | undefined {
  if (type.kind === "any") return OF_THE_LANGUAGE.has(name) ? undefined : ANY;
  return type.kind === "object" && Object.hasOwn(type.attributes, name)
    ? type.attributes[name]?.type
    : undefined;
}

function attributeOf(node: Expression, name: string): Expression {
  if (isIdentifier(name)) return getAttribute(node, name);
  return index(node, /^\d+$/.test(name) ? number(name) : string(name));
}

/**
 * Makes an expression; those of objects, and of values whose type is not known, offer attributes as properties.
 * `members` are methods that the expression has beside them, such as a variable's `set`.
 *
 * The seam between what an expression is at run time and the type that its user sees: the caller vouches for T and S.
 */
export function createExpr<T, S extends Scope, M extends object = object>(
  state: ExprState,
  members?: M,
): Expr<T, S> & M {
  const value = new ExprValue(state);
  const shown =
    members === undefined ? value : Object.freeze(Object.assign(Object.create(value) as ExprValue, members));
  const hasAttributes = state.type.kind === "object" || state.type.kind === "any";
  return (hasAttributes ? new Proxy(shown, ATTRIBUTES) : shown) as never;
}

/** The same for the result of a function from whose use nothing is inferred. */
export function createSettled<T, S extends Scope>(state: ExprState): Settled<T, S> {
  return createExpr<T, S>(state) as never;
}

/** Whether an object is of this class, also of that in another copy of this package. */
function hasState(value: object): value is ExprValue {
  return STATE in value;
}

/** Whether a value is a Packer expression, as against a literal of the program. */
export function isExpr(value: unknown): value is ExprBase<unknown, Scope> {
  return typeof value === "object" && value !== null && hasState(value);
}

/** What an expression is made of. */
export function stateOf(expr: ExprBase<unknown, Scope>): ExprState {
  // The type of an expression keeps its class to itself, and createExpr alone makes any.
  if (!hasState(expr)) throw new TypeError("this is no expression of @packwright/core");
  return expr[STATE];
}

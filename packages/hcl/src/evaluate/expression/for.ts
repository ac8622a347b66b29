import type { Expression, ForObject, ForTuple, Located } from "../../nodes.js";
import { convert, ConversionError } from "../convert/conversion.js";
import { type Range, rangeOf } from "../diagnostic.js";
import { apart, type Context, report, evaluateNode } from "../scope.js";
import { friendlyName, isPrimitive, STRING, BOOL } from "../value/type.js";
import { type Marks, unite, Value } from "../value/value.js";

/** What a for-expression and a for-directive have in common. */
export interface Loop extends Located {
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  readonly condition?: Expression;
}

/** The marks that a loop's result gets, and whether it can be told at all. */
interface LoopState {
  marks: Marks | undefined;
  isKnown: boolean;
}

export function evaluateForTuple(node: ForTuple, context: Context): Value {
  return evaluateLoop(node, context, (inner) => evaluateNode(node.element, inner));
}

/** The tuple of what `each` comes to for the elements of a collection. */
export function evaluateLoop(loop: Loop, context: Context, each: (context: Context) => Value): Value {
  const state: LoopState = { marks: undefined, isKnown: true };
  const elements = iterated(loop, context, state);
  if (elements === undefined) return Value.DYNAMIC.withMarks(state.marks);
  const values: Value[] = [];
  for (const [key, value] of elements) {
    const inner = inLoop(loop, context, key, value);
    if (isIncluded(loop, inner, state)) values.push(each(inner));
  }
  return (state.isKnown ? Value.tuple(values) : Value.DYNAMIC).withMarks(state.marks);
}

export function evaluateForObject(node: ForObject, context: Context): Value {
  const state: LoopState = { marks: undefined, isKnown: true };
  const elements = iterated(node, context, state);
  if (elements === undefined) return Value.DYNAMIC.withMarks(state.marks);
  const groups = new Map<string, Value[]>();
  for (const [key, value] of elements) {
    const inner = inLoop(node, context, key, value);
    if (!isIncluded(node, inner, state)) continue;
    const name = keyOf(node, inner, state);
    if (name === undefined) continue;
    const result = evaluateNode(node.valueResult, inner);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [result]);
    else if (node.group === true) group.push(result);
    else reportDuplicate(name, node, context);
  }
  if (!state.isKnown) return Value.DYNAMIC.withMarks(state.marks);
  const entries = [...groups].map(([name, values]) => {
    const [first] = values;
    return [name, node.group === true || first === undefined ? Value.tuple(values) : first] as const;
  });
  return Value.object(entries).withMarks(state.marks);
}

function reportDuplicate(name: string, node: ForObject, context: Context): void {
  const detail = `Two different items produced the key ${JSON.stringify(name)} in this 'for' expression. If duplicates are expected, use the ellipsis (...) after the value expression to enable grouping by key.`;
  report(context, "Duplicate object key", detail, rangeOf(node.keyResult), rangeOf(node));
}

function inLoop(loop: Loop, context: Context, key: Value, value: Value): Context {
  const variables = new Map<string, Value>();
  if (loop.keyName !== undefined) variables.set(loop.keyName, key);
  variables.set(loop.valueName, value);
  return { ...context, locals: { variables, parent: context.locals } };
}

/** The keys and elements of a loop's collection; `undefined` when they cannot be told. */
function iterated(
  loop: Loop,
  context: Context,
  state: LoopState,
): readonly (readonly [key: Value, value: Value])[] | undefined {
  const collection = evaluateNode(loop.collection, context);
  const fail = (summary: string, detail: string, at: Range | undefined): void => {
    report(context, summary, detail, at, rangeOf(loop));
  };
  const subject = rangeOf(loop.collection);
  if (collection.isNull) {
    const detail = "A null value cannot be used as the collection in a 'for' expression.";
    fail("Iteration over null value", detail, subject);
    return undefined;
  }
  if (collection.type.kind === "any") return undefined;
  if (isPrimitive(collection.type)) {
    const name = friendlyName(collection.type);
    const detail = `A value of type ${name} cannot be used as the collection in a 'for' expression.`;
    fail("Iteration over non-iterable value", detail, subject);
    return undefined;
  }
  let condition: Marks | undefined;
  if (loop.condition !== undefined) {
    const checked = checkCondition(loop, loop.condition, context);
    if (checked === undefined) return undefined;
    condition = checked.marks;
  }
  state.marks = collection.marks;
  if (!collection.isKnown) {
    state.marks = unite(collection.marks, condition);
    return undefined;
  }
  return keyedElements(collection);
}

/** The elements with the keys that a loop gives them: names, places, or in a set the elements themselves. */
export function keyedElements(collection: Value): readonly (readonly [key: Value, value: Value])[] {
  if (collection.type.kind === "map" || collection.type.kind === "object") {
    return [...collection.entries()].map(([key, value]) => [Value.string(key), value]);
  }
  const isSet = collection.type.kind === "set";
  return collection.elements().map((value, i) => [isSet ? value : Value.number(i), value]);
}

/**
 * Evaluates the condition for unknown elements, which shows mistakes in it even when the collection is empty; its value,
 * or `undefined` when it has one.
 */
function checkCondition(loop: Loop, condition: Expression, context: Context): Value | undefined {
  const inner = inLoop(loop, context, Value.DYNAMIC, Value.DYNAMIC);
  const { value, diagnostics } = apart(inner, (at) => evaluateNode(condition, at));
  context.diagnostics.push(...diagnostics);
  if (value.isNull) {
    const detail = "The value of the 'if' clause must not be null.";
    report(context, "Condition is null", detail, rangeOf(condition), rangeOf(loop));
    return undefined;
  }
  if (convertCondition(value, loop, condition, context) === undefined) return undefined;
  return diagnostics.length === 0 ? value : undefined;
}

function convertCondition(
  value: Value,
  loop: Loop,
  condition: Expression,
  context: Context,
): Value | undefined {
  try {
    return convert(value, BOOL);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    const detail = `The 'if' clause value is invalid: ${error.message}.`;
    report(context, "Invalid 'for' condition", detail, rangeOf(condition), rangeOf(loop));
    return undefined;
  }
}

/** Whether the condition takes an element in. When it cannot be told, neither can the result of the loop. */
function isIncluded(loop: Loop, context: Context, state: LoopState): boolean {
  const { condition } = loop;
  if (condition === undefined) return true;
  const value = evaluateNode(condition, context);
  const quiet = { ...context, diagnostics: state.isKnown ? context.diagnostics : [] };
  if (value.isNull) {
    const detail = "The value of the 'if' clause must not be null.";
    report(quiet, "Invalid 'for' condition", detail, rangeOf(condition), rangeOf(loop));
    state.isKnown = false;
    return false;
  }
  state.marks = unite(state.marks, value.marks);
  const included = value.isKnown ? convertCondition(value, loop, condition, quiet) : undefined;
  if (included?.isKnown !== true) {
    state.isKnown = false;
    return false;
  }
  return included.isTrue;
}

/** The key of an element of the result; `undefined` when it cannot be told. */
function keyOf(node: ForObject, context: Context, state: LoopState): string | undefined {
  const key = evaluateNode(node.keyResult, context);
  const quiet = { ...context, diagnostics: state.isKnown ? context.diagnostics : [] };
  const fail = (detail: string): void => {
    report(quiet, "Invalid object key", detail, rangeOf(node.keyResult), rangeOf(node));
    state.isKnown = false;
  };
  if (key.isNull) {
    fail("Key expression in 'for' expression must not produce a null value.");
    return undefined;
  }
  state.marks = unite(state.marks, key.marks);
  if (!key.isKnown) {
    state.isKnown = false;
    return undefined;
  }
  try {
    return convert(key.unmark(), STRING).asString();
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    fail(`The key expression produced an invalid result: ${error.message}.`);
    return undefined;
  }
}

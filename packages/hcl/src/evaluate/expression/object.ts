import type { Expression, ObjectExpression, ObjectItem } from "../../nodes.js";
import { convert, ConversionError } from "../convert/conversion.js";
import { rangeOf } from "../diagnostic.js";
import { apart, type Context, report, evaluateNode } from "../scope.js";
import { STRING } from "../value/type.js";
import { type Marks, Value } from "../value/value.js";

/** An object; of entries with the same key the last one counts. */
export function evaluateObject(node: ObjectExpression, context: Context): Value {
  const entries = new Map<string, Value>();
  const marks: (Marks | undefined)[] = [];
  let isKnown = true;
  for (const item of node.items) {
    const key = evaluateKey(item, context);
    const value = evaluateNode(item.value, context);
    if (key === undefined) {
      isKnown = false;
      continue;
    }
    const name = keyName(key, item, context);
    if (name === undefined) {
      isKnown = false;
      if (!key.isNull) marks.push(key.marks);
      continue;
    }
    marks.push(key.marks);
    entries.set(name, value);
  }
  return isKnown ? Value.object(entries).withMarks(...marks) : Value.DYNAMIC;
}

/** The value of a key; `undefined` when there is an error in it. */
function evaluateKey({ key }: ObjectItem, context: Context): Value | undefined {
  if (key.kind === "object-key") return Value.string(key.name);
  if (key.kind !== "variable" && isReference(key)) {
    report(
      context,
      "Ambiguous attribute key",
      "If this expression is intended to be a reference, wrap it in parentheses. If it's instead intended as a literal name containing periods, wrap it in quotes to create a string literal.",
      rangeOf(key),
    );
    return undefined;
  }
  const { value, diagnostics } = apart(context, (inner) => evaluateNode(key, inner));
  context.diagnostics.push(...diagnostics);
  return diagnostics.length === 0 ? value : undefined;
}

/** Whether an expression is a variable followed by names and constant indexes. */
function isReference(node: Expression): boolean {
  for (let at = node; ;) {
    if (at.kind === "variable") return true;
    if (at.kind === "get-attribute") at = at.object;
    else if (at.kind === "index" && (at.key.kind === "number" || at.key.kind === "string"))
      at = at.collection;
    else return false;
  }
}

/** The text of a key; `undefined` when there is none. */
function keyName(key: Value, item: ObjectItem, context: Context): string | undefined {
  if (key.isNull) {
    report(context, "Null value as key", "Can't use a null value as a key.", rangeOf(item.value));
    return undefined;
  }
  try {
    const text = convert(key.unmark(), STRING);
    return text.isKnown ? text.asString() : undefined;
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    report(
      context,
      "Incorrect key type",
      `Can't use this value as a key: ${error.message}.`,
      rangeOf(item.key),
    );
    return undefined;
  }
}

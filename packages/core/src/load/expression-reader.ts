import { childrenOf } from "@packwright/hcl";
import type { Call, Expression, Node } from "@packwright/hcl/nodes";
import type { Declaration } from "../blocks/declaration.js";
import { createExpr } from "../expressions/expr-value.js";
import { checkCall } from "../expressions/functions/check-call.js";
import { functionNeed } from "../expressions/functions/table.js";
import { write } from "../expressions/to-node.js";
import type { ValueType } from "../expressions/value-type.js";
import type { VersionNeed, Written } from "../expressions/written.js";
import { CONTEXTS, type Context, type Place } from "./context.js";
import { literalOf } from "../expressions/literal.js";
import type { Names } from "./names.js";
import { native } from "./native.js";
import { checkReference, type Reference } from "./reference.js";
import type { Reading } from "./reading.js";
import { traversalOf } from "./traversal.js";
import { typeOf } from "./type-of.js";

/** Reads expressions of files as the values that a program would have given. */
export class ExpressionReader {
  readonly #reading: Reading;
  readonly #names: Names;

  constructor(reading: Reading, names: Names) {
    this.#reading = reading;
    this.#names = names;
  }

  /** A literal as the value that it is; lists and objects of whatever they hold; anything else as an expression. */
  value(node: Expression, place: Place): unknown {
    return literalOf(place.file.isJson ? native(node) : node, (inner) => {
      const written = this.written(inner, place);
      return createExpr({ ...written, type: this.#typeOf(inner) });
    });
  }

  /** An expression with what it refers to; what it cannot refer to is reported. */
  written(read: Expression, place: Place): Written {
    const node = place.file.isJson ? native(read) : read;
    const walk = new Walk(this.#reading, this.#names, place);
    walk.enter(node, new Set(place.bound), false);
    const { uses, inBuild, needs } = walk;
    return { node, uses, problems: [], inBuild, ...(needs.length > 0 ? { needs } : {}) };
  }

  /** A value that is written as a program's would be: what it is, and all that it refers to. */
  writtenValue(node: Expression, place: Place): Written {
    return write(this.value(node, place));
  }

  #typeOf(node: Expression): ValueType {
    return typeOf(node, this.#names);
  }
}

/** One look through an expression. */
class Walk {
  readonly uses: Declaration[] = [];
  readonly needs: VersionNeed[] = [];
  inBuild = false;
  readonly #reading: Reading;
  readonly #names: Names;
  readonly #place: Place;
  readonly #context: Context;

  constructor(reading: Reading, names: Names, place: Place) {
    this.#reading = reading;
    this.#names = names;
    this.#place = place;
    this.#context = CONTEXTS[place.context];
  }

  /**
   * @param bound the names that loops around the node bind
   * @param isGuarded whether `try` or `can` catches what goes wrong in it
   */
  enter(node: Node, bound: ReadonlySet<string>, isGuarded: boolean, inText = false): void {
    switch (node.kind) {
      case "variable":
      case "get-attribute":
      case "index": {
        const reference = traversalOf(node);
        if (reference === undefined) break;
        if (!bound.has(reference.root)) this.#reference({ ...reference, inText }, isGuarded);
        for (const key of reference.keys) this.enter(key, bound, isGuarded);
        return;
      }
      case "call":
        this.#call(node, bound, isGuarded);
        return;
      case "for-tuple":
      case "for-object":
      case "for-directive": {
        const { collection, keyName, valueName } = node;
        this.enter(collection, bound, isGuarded);
        const inner = new Set([...bound, valueName, ...(keyName === undefined ? [] : [keyName])]);
        for (const child of childrenOf(node)) if (child !== collection) this.enter(child, inner, isGuarded);
        return;
      }
      case "interpolation":
        this.enter(node.expression, bound, isGuarded, true);
        return;
      default:
        break;
    }
    for (const child of childrenOf(node)) this.enter(child, bound, isGuarded);
  }

  #reference(reference: Reference, isGuarded: boolean): void {
    const { use, fault } = checkReference(reference, this.#names, this.#place);
    if (use !== undefined) this.uses.push(use);
    if (this.#context.inBuild === true && (reference.root === "build" || reference.root === "source"))
      this.inBuild = true;
    if (fault === undefined) return;
    // What try and can catch is no error to Packer, but where it looks for references before it evaluates any.
    const isCaught = isGuarded && fault.code === "unknown-reference" && this.#context.isGraph !== true;
    this.#reading.report(this.#place.file, reference.node, {
      ...fault,
      ...(isCaught ? { severity: "warning" } : {}),
      path: this.#place.path,
    });
  }

  #call(node: Call, bound: ReadonlySet<string>, isGuarded: boolean): void {
    const { name, arguments: args } = node;
    const guards = name === "try" || name === "can";
    this.#checkCall(node, isGuarded);
    const need = functionNeed(name);
    if (need !== undefined && !this.needs.some(({ what }) => what === need.what)) this.needs.push(need);
    for (const [at, argument] of args.entries()) {
      // The second argument of convert is a type.
      if (name === "convert" && at === 1) continue;
      this.enter(argument, bound, isGuarded || guards);
    }
  }

  #checkCall(node: Call, isGuarded: boolean): void {
    const { name, arguments: args, expand } = node;
    const { functions, where, remedy } = this.#context;
    const { file, path } = this.#place;
    if (name === "env" && functions === "env" && args.length === 1) return;
    if (functions !== "all") {
      this.#reading.report(file, node, {
        code: "misplaced-reference",
        summary: `${name} cannot be called ${where}`,
        detail: remedy,
        path,
      });
      return;
    }
    const typed = args.map((argument) => ({ node: argument, type: typeOf(argument, this.#names) }));
    for (const { reason, detail, code = "bad-expression" } of checkCall(name, typed, expand === true)) {
      this.#reading.report(file, node, {
        code,
        // What try and can catch is no error to Packer; a function that it lacks is not caught.
        ...(isGuarded && code !== "unknown-function" ? { severity: "warning" } : {}),
        summary: reason,
        detail,
        path,
      });
    }
  }
}

import {
  binary,
  call,
  conditional,
  forObject,
  forTuple,
  getAttribute,
  heredoc,
  index,
  object,
  objectKey,
  parentheses,
  printExpression,
  splat,
  tuple,
  unary,
} from "@packwright/hcl";
import type { Expression, GetAttribute, ObjectItem, TemplatePart, TemplateText } from "@packwright/hcl/nodes";
import type { Declaration } from "../../blocks/declaration.js";
import { checkCall, type CallProblem } from "../functions/check-call.js";
import { convert } from "../functions/convert.js";
import { functionNeed } from "../functions/table.js";
import { inferType } from "../infer-type.js";
import { freeNames } from "../loop-variable.js";
import { TextParts } from "../text-parts.js";
import type { ValueType } from "../value-type.js";
import type { Unwritable, VersionNeed, Written } from "../written.js";
import { bareComment, bareTraversal, bind, type Bound, dangling, depthOf, namesOf, rootOf } from "./bare.js";
import { hasHole, misplaced, piecesOf, type Hole } from "./holes.js";
import { checkName, isOfBuild } from "./names.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Makes the tree of an expression out of the tree of its text: values stand where their placeholders stood, names are
 * looked up, calls are checked, and nothing of the text's layout is left.
 */
export class Splicer {
  readonly uses: Declaration[] = [];
  readonly problems: Unwritable[] = [];
  inBuild = false;
  needs: VersionNeed[] | undefined;
  readonly #surroundings: Surroundings;
  readonly #holes: ReadonlyMap<string, Hole>;
  readonly #placed = new Set<Hole>();
  /** How many calls are around that answer for values which are not there: `try` and `can`. */
  #attempts = 0;
  /** The types of the nodes that are values of the program. */
  readonly #types = new WeakMap<Expression, ValueType>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#holes = new Map(surroundings.holes.map((hole) => [hole.placeholder, hole]));
  }

  /** The whole expression; values of the text that got no place in it are problems. */
  whole(node: Expression): { readonly node: Expression; readonly type: ValueType } {
    const spliced = this.expression(node, []);
    for (const hole of this.#surroundings.holes) {
      if (!this.#placed.has(hole)) this.#refuse({ reason: misplaced(hole, "in a name or a comment") });
    }
    return { node: spliced, type: this.#typeOf(spliced) };
  }

  expression(node: Expression, bound: Bound): Expression {
    const inner = (each: Expression): Expression => this.expression(each, bound);
    switch (node.kind) {
      case "number":
        return { kind: "number", text: node.text };
      case "bool":
        return { kind: "bool", value: node.value };
      case "null":
        return { kind: "null" };
      case "splat-item":
        return { kind: "splat-item" };
      case "string":
        return hasHole(node.value, this.#surroundings.holes)
          ? this.#text([{ kind: "text", value: node.value }], bound).node()
          : { kind: "string", value: node.value };
      case "template":
        return this.#text(node.parts, bound).node();
      case "heredoc":
        return heredoc(node.marker, this.#text(node.parts, bound).parts(), node.indented);
      case "tuple":
        return { ...tuple(node.items.map(inner)), ...dangling(node.dangling) };
      case "object":
        return { ...object(node.items.map((item) => this.#item(item, bound))), ...dangling(node.dangling) };
      case "variable":
        return this.#variable(node.name, bound);
      case "get-attribute":
        return this.#attribute(node, bound);
      case "index": {
        const indexed = index(inner(node.collection), inner(node.key));
        return node.legacy === true && indexed.key.kind === "number" ? { ...indexed, legacy: true } : indexed;
      }
      case "splat":
        return { ...splat(inner(node.source), inner(node.each)), style: node.style };
      case "call":
        return this.#call(node.name, node.arguments, node.expand === true, bound);
      case "unary":
        return unary(node.operator, inner(node.operand));
      case "binary":
        return binary(inner(node.left), node.operator, inner(node.right));
      case "conditional":
        return conditional(inner(node.condition), inner(node.then), inner(node.else));
      case "for-tuple": {
        const inside = bind(node, bound);
        return forTuple(
          namesOf(node),
          inner(node.collection),
          this.expression(node.element, inside),
          node.condition && this.expression(node.condition, inside),
        );
      }
      case "for-object": {
        const inside = bind(node, bound);
        return forObject(
          namesOf(node),
          inner(node.collection),
          {
            key: this.expression(node.keyResult, inside),
            value: this.expression(node.valueResult, inside),
            group: node.group === true,
          },
          node.condition && this.expression(node.condition, inside),
        );
      }
      case "parentheses":
        return parentheses(inner(node.expression));
    }
  }

  #item(item: ObjectItem, bound: Bound): ObjectItem {
    const { key } = item;
    const hole = key.kind === "object-key" ? this.#holes.get(key.name) : undefined;
    const placed = hole === undefined ? undefined : this.#place(hole, bound);
    return {
      kind: "object-item",
      key:
        placed !== undefined
          ? placed.kind === "string"
            ? objectKey(placed.value)
            : placed
          : key.kind === "object-key"
            ? { kind: "object-key", name: key.name }
            : this.expression(key, bound),
      value: this.expression(item.value, bound),
      ...(item.colon === true ? { colon: true } : {}),
      ...(item.leading === undefined ? {} : { leading: item.leading.map(bareComment) }),
      ...(item.trailing === undefined ? {} : { trailing: bareComment(item.trailing) }),
    };
  }

  #variable(name: string, bound: Bound): Expression {
    const hole = this.#holes.get(name);
    if (hole !== undefined) return this.#place(hole, bound);
    if (!bound.includes(name)) this.#name(name, undefined, name);
    return { kind: "variable", name };
  }

  #attribute(node: GetAttribute, bound: Bound): Expression {
    const hole = this.#holes.get(node.name);
    if (hole !== undefined) {
      this.#placed.add(hole);
      this.#refuse({
        reason: misplaced(hole, "as the name of an attribute"),
        detail: "Write it in brackets: value[${name}].",
      });
      return getAttribute(this.expression(node.object, bound), node.name);
    }
    const root = rootOf(node);
    if (root === undefined || bound.includes(root) || this.#holes.has(root)) return this.#member(node, bound);
    const text = printExpression(node);
    const declared = this.#surroundings.named.get(text);
    if (declared !== undefined) return this.#adopt(declared, declared.type);
    // `data.type.name` is three words long; what stands behind a name is an attribute of what it stands for.
    if (depthOf(node) > (root === "data" ? 2 : 1)) return this.#member(node, bound);
    this.#name(root, node.name, text);
    return bareTraversal(node);
  }

  #member(node: GetAttribute, bound: Bound): Expression {
    const of = this.expression(node.object, bound);
    const type = this.#typeOf(of);
    if (this.#attempts === 0 && type.kind === "object" && !Object.hasOwn(type.attributes, node.name)) {
      const names = Object.keys(type.attributes);
      this.#refuse({
        reason: `${printExpression(of)} has no attribute ${node.name}`,
        detail: names.length === 0 ? "It has none." : `It has ${names.join(", ")}.`,
      });
    }
    return getAttribute(of, node.name);
  }

  #name(root: string, attribute: string | undefined, text: string): void {
    const problem = checkName(root, attribute, text, this.#surroundings.splice);
    if (problem !== undefined) this.#refuse(problem);
    else if (isOfBuild(root)) this.inBuild = true;
  }

  #call(name: string, args: readonly Expression[], expand: boolean, bound: Bound): Expression {
    const hole = this.#holes.get(name);
    if (hole !== undefined) {
      this.#placed.add(hole);
      this.#refuse({
        reason: misplaced(hole, "as the name of a function"),
        detail: "Call fn.… in its place.",
      });
    }
    const [first, type] = args;
    if (name === "convert" && first !== undefined && type !== undefined && args.length === 2) {
      return this.#conversion(this.expression(first, bound), type);
    }
    const isAttempt = name === "try" || name === "can";
    if (isAttempt) this.#attempts++;
    const need = functionNeed(name);
    if (need !== undefined) (this.needs ??= []).push(need);
    const spliced = args.map((argument) => this.expression(argument, bound));
    if (isAttempt) this.#attempts--;
    const known = spliced.map((node) => ({ node, type: this.#typeOf(node) }));
    if (hole === undefined) for (const problem of checkCall(name, known, expand)) this.#refuse(problem);
    return call(name, spliced, expand);
  }

  #conversion(value: Expression, target: Expression): Expression {
    const { node, type, problem } = convert({ node: value, type: this.#typeOf(value) }, target);
    if (problem !== undefined && this.#attempts === 0) this.#refuse(problem);
    this.#types.set(node, type);
    return node;
  }

  #text(parts: readonly TemplatePart[], bound: Bound): TextParts {
    const text = new TextParts();
    for (const part of parts) {
      if (part.kind !== "text") text.part(this.#sequence(part, bound));
      else
        for (const piece of piecesOf(part.value, this.#surroundings.holes)) {
          if (typeof piece === "string") text.literal(piece);
          else {
            this.#capture(piece, bound);
            this.#placed.add(piece);
            text.value(piece.value);
          }
        }
    }
    text.parts();
    this.#take(text);
    return text;
  }

  /** A part that is no text; what its `~` trim is gone from the texts beside it already. */
  #sequence(
    part: Exclude<TemplatePart, TemplateText>,
    bound: Bound,
  ): Exclude<TemplatePart, { kind: "text" }> {
    switch (part.kind) {
      case "interpolation":
        return {
          kind: part.kind,
          expression: this.expression(part.expression, bound),
        };
      case "if-directive":
        return {
          kind: part.kind,
          condition: this.expression(part.condition, bound),
          then: this.#text(part.then, bound).parts(),
          ...(part.else === undefined ? {} : { else: this.#text(part.else, bound).parts() }),
        };
      case "for-directive":
        return {
          kind: part.kind,
          ...(part.keyName === undefined ? {} : { keyName: part.keyName }),
          valueName: part.valueName,
          collection: this.expression(part.collection, bound),
          parts: this.#text(part.parts, bind(part, bound)).parts(),
        };
    }
  }

  #place(hole: Hole, bound: Bound): Expression {
    this.#placed.add(hole);
    this.#capture(hole, bound);
    return this.#adopt(hole.written, hole.type);
  }

  #adopt(written: Written, type: ValueType): Expression {
    this.#take(written);
    this.#types.set(written.node, type);
    return written.node;
  }

  /** A loop of the text must not bind a name that means something else in a value inside of it. */
  #capture({ shown, written }: Hole, bound: Bound): void {
    if (bound.length === 0) return;
    for (const name of freeNames(written)) {
      if (!bound.includes(name)) continue;
      this.#refuse({
        reason: `a for of this text calls its variable ${name}, which hides the ${name} of ${shown}`,
        detail: "Give the variable another name.",
      });
    }
  }

  #take({ uses, problems, inBuild, needs }: Pick<Written, "uses" | "problems" | "inBuild" | "needs">): void {
    this.uses.push(...uses);
    if (needs !== undefined) (this.needs ??= []).push(...needs);
    this.problems.push(...problems.map((problem) => ({ ...problem, path: [] })));
    this.inBuild ||= inBuild;
  }

  #typeOf(node: Expression): ValueType {
    return inferType(node, (each) => this.#types.get(each));
  }

  #refuse(problem: CallProblem): void {
    const { reason, detail, code } = problem;
    this.problems.push({
      path: [],
      code: code ?? "bad-expression",
      reason,
      ...(detail === undefined ? {} : { detail }),
    });
  }
}

import { parseExpression } from "@packwright/hcl";
import type { Expression, ObjectItem } from "@packwright/hcl/nodes";
import { nearest } from "../checks/nearest.js";
import { ANY, BOOL, NUMBER, STRING, type AttributeType, type ValueType } from "../expressions/value-type.js";
import type { Place } from "./context.js";
import { misfitsOf } from "./fits-type.js";
import { literalOf } from "../expressions/literal.js";
import type { Reading } from "./reading.js";

const KEYWORDS: Readonly<Record<string, ValueType>> = {
  string: STRING,
  number: NUMBER,
  bool: BOOL,
  any: ANY,
};
const CONSTRUCTORS = ["list", "set", "map", "object", "tuple"];
const FORMS = "Types are string, number, bool, any, list(…), set(…), map(…), object({ … }), tuple([ … ]).";

/** Reads the type of a variable; what is no type is reported, and the type then is `any`. */
export function readType(reading: Reading, node: Expression, place: Place): ValueType {
  return new TypeReader(reading, place).read(jsonType(node, place));
}

/** In JSON a type is text, which holds the type expression. */
function jsonType(node: Expression, { file }: Place): Expression {
  if (!file.isJson || node.kind !== "string") return node;
  const { expression, diagnostics } = parseExpression(node.value);
  // Its place is that of the text as a whole: nothing in it is told apart.
  return expression === undefined || diagnostics.length > 0 ? node : at(expression, node);
}

function at<T extends Expression>(node: T, { start, end }: Expression): T {
  return { ...node, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

class TypeReader {
  readonly #reading: Reading;
  readonly #place: Place;

  constructor(reading: Reading, place: Place) {
    this.#reading = reading;
    this.#place = place;
  }

  read(node: Expression): ValueType {
    if (node.kind === "variable") return this.#keyword(node.name, node);
    if (node.kind !== "call") {
      const isText = node.kind === "string" && Object.hasOwn(KEYWORDS, node.value);
      return this.#refuse(node, "this is no type", isText ? `Write ${node.value} without quotes.` : FORMS);
    }
    const { name, arguments: args, expand } = node;
    const [argument] = args;
    if (!CONSTRUCTORS.includes(name)) {
      const meant = nearest(name, CONSTRUCTORS);
      const detail =
        name === "optional"
          ? "optional(…) stands around the type of an object's attribute only."
          : meant === undefined
            ? FORMS
            : `Did you mean ${meant}(…)?`;
      return this.#refuse(node, `${name}(…) is no type`, detail);
    }
    if (argument === undefined || args.length > 1 || expand === true)
      return this.#refuse(node, `${name}(…) takes one argument`, FORMS);
    switch (name) {
      case "object":
        return argument.kind === "object"
          ? this.#object(argument.items)
          : this.#refuse(argument, "object(…) takes an object of types", "Write object({ name = string }).");
      case "tuple":
        return argument.kind === "tuple"
          ? { kind: "tuple", elements: argument.items.map((item) => this.read(item)) }
          : this.#refuse(argument, "tuple(…) takes a list of types", "Write tuple([string, number]).");
      case "list":
      case "set":
        return { kind: name, element: this.read(argument) };
      default:
        return { kind: "map", element: this.read(argument) };
    }
  }

  #keyword(name: string, node: Expression): ValueType {
    const type = Object.hasOwn(KEYWORDS, name) ? KEYWORDS[name] : undefined;
    if (type !== undefined) return type;
    if (CONSTRUCTORS.includes(name))
      return this.#refuse(node, `${name} alone is no type`, `Write what it holds: ${name}(string).`);
    const meant = nearest(name, [...Object.keys(KEYWORDS), ...CONSTRUCTORS]);
    return this.#refuse(node, `${name} is no type`, meant === undefined ? FORMS : `Did you mean ${meant}?`);
  }

  #object(items: readonly ObjectItem[]): ValueType {
    const attributes: Record<string, AttributeType> = {};
    for (const { key, value } of items) {
      const name = key.kind === "object-key" ? key.name : key.kind === "string" ? key.value : undefined;
      if (name === undefined) {
        this.#refuse(value, "the name of an attribute has to be known", "Write object({ name = string }).");
      } else if (Object.hasOwn(attributes, name)) {
        this.#refuse(value, `the attribute ${name} is there twice`, "Keep one of them.");
      } else attributes[name] = this.#attribute(value);
    }
    return { kind: "object", attributes };
  }

  #attribute(node: Expression): AttributeType {
    if (node.kind !== "call" || node.name !== "optional") return { type: this.read(node) };
    const [inner, fallback, ...more] = node.arguments;
    if (inner === undefined || more.length > 0) {
      this.#refuse(
        node,
        "optional(…) takes a type and a default",
        'Write optional(string) or optional(string, "a").',
      );
      return { type: ANY, optional: true };
    }
    const type = this.read(inner);
    if (fallback === undefined) return { type, optional: true };
    for (const misfit of misfitsOf(
      literalOf(fallback, () => undefined),
      type,
      "the default",
    ))
      this.#refuse(fallback, misfit, "Write a default of the type.", "invalid-default");
    return { type, optional: true, default: fallback };
  }

  #refuse(
    node: Expression,
    summary: string,
    detail: string,
    code: "bad-type" | "invalid-default" = "bad-type",
  ): ValueType {
    this.#reading.report(this.#place.file, node, { code, summary, detail, path: this.#place.path });
    return ANY;
  }
}

import type { Attribute } from "@packwright/hcl/nodes";
import { CONTEXTS } from "./context.js";
import type { Place } from "./context.js";
import type { ExpressionReader } from "./expression-reader.js";
import { isExpr } from "../expressions/expr-value.js";
import type { Reading } from "./reading.js";

/** Reads arguments that Packer reads without variables and functions, and that have to be of one kind. */
export class LiteralReader {
  readonly #reading: Reading;
  readonly #expressions: ExpressionReader;

  constructor(reading: Reading, expressions: ExpressionReader) {
    this.#reading = reading;
    this.#expressions = expressions;
  }

  /** The text of an argument; `undefined` when it is none, which is reported, or not there. */
  text(attribute: Attribute | undefined, place: Place): string | undefined {
    const value = this.#value(attribute, place);
    if (value === undefined || value === null || typeof value === "string") return value ?? undefined;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    this.#refuse(attribute, place, "text");
    return undefined;
  }

  /** Whether an argument is true; text says it too. */
  flag(attribute: Attribute | undefined, place: Place): boolean {
    const value = this.#value(attribute, place);
    if (value === true || value === "true" || value === "1") return true;
    const isFalse = value === false || value === "false" || value === "0";
    if (!isFalse && value !== undefined && value !== null) this.#refuse(attribute, place, "true or false");
    return false;
  }

  /** The value of an argument; `undefined` when something is reported of it already. */
  #value(attribute: Attribute | undefined, place: Place): unknown {
    if (attribute === undefined) return undefined;
    const before = this.#reading.findings.length;
    const value = this.#expressions.value(attribute.value, { ...place, context: "literal" });
    return this.#reading.findings.length > before ? undefined : value;
  }

  #refuse(attribute: Attribute | undefined, place: Place, what: string): void {
    if (attribute === undefined) return;
    const value = this.#expressions.value(attribute.value, { ...place, context: "literal" });
    this.#reading.report(place.file, attribute.value, {
      code: "invalid-value",
      summary: `${attribute.name} has to be ${what}`,
      detail: isExpr(value) ? CONTEXTS.literal.remedy : undefined,
      path: place.path,
    });
  }
}

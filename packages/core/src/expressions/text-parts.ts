import { interpolation, string, template, text as textPart, unwritable } from "@packwright/hcl";
import type { Expression, TemplatePart } from "@packwright/hcl/nodes";
import type { Declaration } from "../blocks/declaration.js";
import { isExpr, stateOf } from "./expr-value.js";
import { write } from "./to-node.js";
import { describeType } from "./value-type.js";
import type { Unwritable, VersionNeed, Written } from "./written.js";

/** Puts the parts of a text together, with what they refer to and what is wrong with them. */
export class TextParts {
  readonly #parts: TemplatePart[] = [];
  #literal = "";
  readonly uses: Declaration[] = [];
  readonly problems: Unwritable[] = [];
  inBuild = false;
  needs: VersionNeed[] | undefined;

  /** Adds literal text. */
  literal(text: string): void {
    this.#literal += text;
  }

  /** Adds a part that is written already; texts beside each other are one. */
  part(part: TemplatePart): void {
    if (part.kind === "text") {
      this.#literal += part.value;
      return;
    }
    this.#flush();
    this.#parts.push(part);
  }

  /** Adds a value of the program: a literal as text, an expression as an interpolation, text as what it is made of. */
  value(value: unknown): void {
    const stranger = strangerIn(value);
    if (stranger !== undefined) {
      this.refuse(`${stranger} cannot stand in text; use strings, numbers, booleans and expressions of them`);
      return;
    }
    if (typeof value === "string") {
      this.#literal += value;
      return;
    }
    if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") {
      this.#literal += String(value);
      return;
    }
    const written = write(value);
    const { node } = written;
    // Text inside text needs no `${}` of its own.
    if (node.kind === "template" || node.kind === "heredoc") for (const part of node.parts) this.part(part);
    else if (node.kind === "string") this.#literal += node.value;
    else this.part(interpolation(node));
    this.adopt(written);
  }

  /** Takes over what is known of something that has become a part. */
  adopt(written: Pick<Written, "uses" | "problems" | "inBuild" | "needs">): void {
    this.uses.push(...written.uses);
    if (written.needs !== undefined) (this.needs ??= []).push(...written.needs);
    for (const problem of written.problems) this.#refuse({ ...problem, path: [] });
    this.inBuild ||= written.inBuild;
  }

  refuse(reason: string): void {
    this.#refuse({ path: [], reason });
  }

  #refuse(problem: Unwritable): void {
    // Text inside text brings its own problems, of which some are found again in the whole.
    const isKnown = this.problems.some(
      ({ reason, variable }) => reason === problem.reason && variable === problem.variable,
    );
    if (!isKnown) this.problems.push(problem);
  }

  /** The parts added so far, text that HCL cannot hold reported. */
  parts(): readonly TemplatePart[] {
    this.#flush();
    for (const part of this.#parts) {
      const reason = part.kind === "text" ? unwritable(part.value) : undefined;
      if (reason !== undefined) this.refuse(`HCL cannot hold this text: ${reason}`);
    }
    return this.#parts;
  }

  /** The whole as a quoted template, or as a literal when all of it is known. */
  node(): Expression {
    const parts = this.parts();
    const [only] = parts;
    if (only === undefined) return string("");
    return parts.length === 1 && only.kind === "text" ? string(only.value) : template(parts);
  }

  #flush(): void {
    if (this.#literal !== "") this.#parts.push(textPart(this.#literal));
    this.#literal = "";
  }
}

/** What a part is that has no place in text, in words; the types refuse it, and not every program is checked by them. */
function strangerIn(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "bigint":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : String(value);
    case "object": {
      if (value === null) return "null";
      if (!isExpr(value)) return Array.isArray(value) ? "a list" : "an object";
      const { type } = stateOf(value);
      const { kind } = type;
      const isText = kind === "string" || kind === "number" || kind === "bool" || kind === "any";
      return isText ? undefined : describeType(type);
    }
    default:
      return typeof value === "undefined" ? "undefined" : `a ${typeof value}`;
  }
}

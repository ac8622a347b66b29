import { traversal } from "@packwright/hcl";
import type { z } from "zod";
import type { Declaration, Validation, VariableBlock } from "../blocks/declaration.js";
import { callSite, type Site } from "../diagnostics/site.js";
import type { Expr, ExprBase } from "../expressions/expr.js";
import { createExpr, stateOf } from "../expressions/expr-value.js";
import { snapshot } from "../expressions/snapshot.js";
import { write } from "../expressions/to-node.js";
import type { Identifier } from "../plugin/identifier.js";
import type { VariableDefault } from "./env.js";
import { checkAgainstSchema, keepSchema } from "./values/check-value.js";
import type { ValueProblem } from "./values/problem.js";
import { readSchema } from "./read-schema.js";

/** A value that the caller of Packer gives: an expression of it, and a way to give it one. */
export type Variable<T> = Expr<T> & {
  /**
   * Gives the variable a value, for {@link varFile}.
   *
   * @example region.set("us")   // region = "us"
   */
  set(value: T): Assignment;
};

/** Any variable, whatever its type. */
export type AnyVariable = ExprBase<unknown> & { set(value: never): Assignment };

/** A variable and a value for it. */
export interface Assignment {
  readonly variable: VariableBlock;
  readonly value: unknown;
  /** What the schema of the variable says against the value; absent of one that was read, which is checked there. */
  readonly problems?: readonly ValueProblem[];
  readonly site: Site;
}

/** A sentence as Packer demands it of error messages: it ends with `.`, `?` or `!` (and begins with a capital). */
export type Sentence = `${Uppercase<string>}${string}${"." | "?" | "!"}`;

/** What a schema cannot say about a variable. */
export interface VariableOptions<T> {
  /** Keeps its value out of Packer's output and logs. */
  readonly sensitive?: boolean;
  /** A comment above its block, a line for each line of the text; legacy JSON has no place for it. */
  readonly comment?: string;
  /**
   * A default in place of the schema's, which may be made of {@link env}; text is turned into a number or a boolean
   * where the schema asks for one.
   */
  readonly default?: VariableDefault<T>;
  /** Rules of the template's own, one or several, behind those of the schema. */
  readonly validation?: (self: Expr<T>) => OwnValidation | readonly OwnValidation[];
}

/** A rule of a template's own: an expression over the variable alone, and what to say when it is false. */
export interface OwnValidation {
  readonly condition: ExprBase<boolean>;
  readonly error_message: Sentence;
}

/**
 * An input variable. Its schema, of zod or zod/mini, is the one description: it gives the HCL type, default and description, the
 * TypeScript type of the expression, and the check of values.
 *
 * @example
 * variable("project_id", z.string().describe("Google Cloud project").default("loopbin"))
 * // variable "project_id" {
 * //   type        = string
 * //   description = "Google Cloud project"
 * //   default     = "loopbin"
 * // }
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/variables
 */
export function variable<const N extends string, S extends z.core.$ZodType>(
  name: Identifier<N>,
  schema: S,
  options: VariableOptions<NonNullable<z.output<S>>> = {},
): Variable<z.output<S>> {
  const site = callSite(variable);
  const read = readSchema(schema, name);
  const node = traversal("var", name);
  const self = createExpr<NonNullable<z.output<S>>, never>({
    node,
    type: read.type,
    uses: [],
    problems: [],
    inBuild: false,
  });
  const own = options.validation?.(self) ?? [];
  const fallback = options.default === undefined ? read.default : { value: snapshot(options.default) };
  const block: VariableBlock = Object.freeze({
    kind: "variable",
    name,
    type: read.type,
    ...(read.description === undefined ? {} : { description: read.description }),
    ...(fallback === undefined ? {} : { default: fallback }),
    attributeDefaults: read.attributeDefaults,
    sensitive: options.sensitive === true,
    ...(options.comment === undefined ? {} : { comment: options.comment }),
    validations: [
      ...read.validations,
      ...[own].flat().map(({ condition, error_message }) => ({ condition: write(condition), error_message })),
    ] satisfies readonly Validation[],
    unsupported: read.unsupported,
    unwritten: read.unwritten,
    reject: read.reject,
    site,
  });
  keepSchema(block, schema);
  const set = (value: unknown): Assignment =>
    Object.freeze({
      variable: block,
      // What may be left out is null for Packer, which has no other word for it.
      value: value === undefined ? null : snapshot(value),
      problems: checkAgainstSchema(block, value),
      site: callSite(set),
    });
  return createExpr({ node, type: read.type, uses: [block], problems: [], inBuild: false }, { set });
}

/** The declarations behind variables. */
export function declarationsOf(variables: readonly AnyVariable[]): readonly Declaration[] {
  return variables.flatMap((each) => stateOf(each).uses);
}

import { unwritable } from "@packwright/hcl";
import fc from "fast-check";
import { z } from "zod";
import { variable } from "../variables/variable.js";
import { ifDirective } from "./directives.js";
import type { Expr } from "./expr.js";
import type { AnyExpr } from "./expression.test-support.js";
import { forEach } from "./for-each.js";
import { fn } from "./functions/fn.js";
import { hcl } from "./raw/hcl-tag.js";
import { text } from "./text.js";
import { when } from "./when.js";

const values = ["a", "b-c", "_d"].map((name) => variable(name, z.any()));
const literal = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }).filter((value) => unwritable(value) === undefined),
  fc.constantFrom("${", "%{", "$$", '"', "\\", "\n", "${a}"),
  fc.integer(),
  fc.boolean(),
);

/** Expressions of any type; what stands in them is not asked for its type either. */
export const anyMade: fc.Arbitrary<AnyExpr> = fc.letrec<{ expression: AnyExpr }>((tie) => {
  const one = tie("expression").map((each) => each as Expr<never>);
  const operand = fc.oneof(one, literal);
  const two = fc.tuple(operand, operand);
  return {
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom<AnyExpr>(...values),
      two.map(([a, b]) => hcl`${a} + ${b}`),
      two.map(([a, b]) => hcl`${a} - ${b} * 2`),
      two.map(([a, b]) => hcl`${a} == ${b} && ${a}`),
      two.map(([a, b]) => hcl`[for item in ${[a, b]} : "\${item}${b}"]`),
      two.map(([a, b]) => hcl`{ ${a} = ${b}, x = [${a}] }`),
      operand.map((a) => hcl`!${a}`),
      operand.map((a) => hcl`-${a}`),
      operand.map((a) => hcl`"a${a}\n\${upper(${a})}"`),
      one.map((a) => hcl`${a}.name[0]`),
      one.map((a) => hcl`${a}[*].name`),
      fc.tuple(one, operand, operand).map(([a, b, c]) => when(a, b, c)),
      two.map(([a, b]) => fn.coalesce(a, b)),
      fc.tuple(one, operand).map(([a, b]) => text`x${a}${b as string}`),
      fc.tuple(one, one).map(([a, b]) => text`${ifDirective(a, b)}!`),
      fc.tuple(one, operand).map(([a, b]) => forEach([a], (item) => [item, b])),
    ),
  };
}).expression;

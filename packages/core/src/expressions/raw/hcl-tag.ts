import { childrenOf, nil, parseExpression as parse, printExpression } from "@packwright/hcl";
import type { Node } from "@packwright/hcl/nodes";
import { callSite, type Site } from "../../diagnostics/site.js";
import type { Expr, ExprBase, Scope } from "../expr.js";
import { createExpr, stateOf, type ExprState } from "../expr-value.js";
import { ANY } from "../value-type.js";
import type { Unwritable } from "../written.js";
import { fill, type TextWithHoles } from "./holes.js";
import { Splicer } from "./splice.js";

/** What can stand in the `${}` of {@link hcl}: expressions, and literals, which become literals of HCL. */
export type HclPart<S extends Scope = never> =
  | ExprBase<unknown, S>
  | string
  | number
  | boolean
  | null
  | readonly HclPart<S>[]
  | { readonly [key: string]: HclPart<S> };

/**
 * Any expression of HCL, of the type that the caller says it has. It is read at once; values in it are spliced into
 * its tree, with the parentheses that precedence needs, and never into its text.
 *
 * Escapes are HCL's own (`\n` inside quotes); `\${` is an interpolation of HCL's, `` \` `` a backtick.
 *
 * Names of variables, locals and data sources are no part of the text: they are spliced in, so that the template
 * declares them. A syntax error, an unknown name or function and a wrong number of arguments are diagnostics with the
 * place of the expression.
 * @example
 * hcl<boolean>`${region} == "eu" && length(${disks}) > 1`   // HCL: var.region == "eu" && length(var.disks) > 1
 * hcl<string>`"root-${region}"`                             // HCL: "root-${var.region}"
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions
 */
export function hcl<T = unknown, S extends Scope = never>(
  strings: TemplateStringsArray,
  ...values: readonly HclPart<S>[]
): Expr<T, S> {
  const filled = fill(strings.raw.map(unescape), values);
  return read(filled, new Map(), "write ${value} in the text", () => callSite(hcl));
}

/** `` \` ``, `\$` and `\{` are how a template literal holds those characters; any other backslash is HCL's. */
function unescape(raw: string): string {
  return raw.replace(/\\([\\`${])/g, (found, character: string) => (character === "\\" ? found : character));
}

/**
 * An expression of HCL from text that the program got from somewhere else. It may name the variables, locals and data
 * sources that it is given, as HCL does: `var.region`.
 *
 * What is wrong with it is a diagnostic of the template that uses it, as with {@link hcl}.
 * @example
 * parseExpression<string>(settings.zone, [region])   // settings.zone: 'var.region == "eu" ? "europe-west3-a" : "us-east1-b"'
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions
 */
export function parseExpression<T = unknown, S extends Scope = never>(
  text: string,
  names: readonly ExprBase<unknown, S>[] = [],
): Expr<T, S> {
  const named = new Map(
    names.map((name): [string, ExprState] => [printExpression(stateOf(name).node), stateOf(name)]),
  );
  const filled: TextWithHoles = { text, holes: [], show: (message) => message };
  const splice = "hand the value to parseExpression(text, [value])";
  return read(filled, named, splice, () => callSite(parseExpression));
}

/** Problems of the text, and not of a value in it. */
const OWN: readonly (string | undefined)[] = ["bad-expression", "bad-call", "unknown-function"];

function isOwn({ code }: Unwritable): boolean {
  return OWN.includes(code);
}

/** No expression that a person writes is nested as deep as this. */
const DEEPEST = 500;

function read<T, S extends Scope>(
  { text, holes, show }: TextWithHoles,
  named: ReadonlyMap<string, ExprState>,
  splice: string,
  site: () => Site,
): Expr<T, S> {
  const refused = (problems: readonly Omit<Unwritable, "path">[]): Expr<T, S> => {
    const place = site();
    return createExpr({
      node: nil(),
      type: ANY,
      uses: holes.flatMap(({ written }) => written.uses),
      problems: problems.map((problem) => ({ path: [], code: "bad-expression", site: place, ...problem })),
      inBuild: false,
    });
  };
  // A heredoc ends with its line, which the text of an expression need not.
  const { expression, diagnostics } = parse(text.includes("<<") ? `${text}\n` : text);
  if (expression === undefined || diagnostics.length > 0) {
    return refused(
      diagnostics.map(({ summary, frame, detail }) => ({
        reason: `syntax error: ${show(summary)}`,
        detail: `${show(frame)}\n${show(detail)}`,
      })),
    );
  }
  if (isDeeper(expression, DEEPEST)) {
    return refused([{ reason: `the expression is nested more than ${String(DEEPEST)} levels deep` }]);
  }
  const splicer = new Splicer({ holes, named, splice });
  const { node, type } = splicer.whole(expression);
  const { uses, inBuild, needs } = splicer;
  const own = splicer.problems.some(isOwn) ? site() : undefined;
  const problems = splicer.problems.map((problem) =>
    isOwn(problem) && problem.site === undefined && own !== undefined
      ? { ...problem, reason: show(problem.reason), site: own }
      : problem,
  );
  return createExpr({ node, type, uses, problems, inBuild, needs });
}

function isDeeper(root: Node, limit: number): boolean {
  let level: readonly Node[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

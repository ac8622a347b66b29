import { visit, call, attribute, block, isIdentifier, string } from "@packwright/hcl";
import type { Block, Expression, Located } from "@packwright/hcl/nodes";

/** What has the place of a node of the JSON text. */
export function at<T extends Located>(node: T, { start, end }: Located): T {
  return { ...node, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

/** An expression that was made of a text, all of which has the place of the text. */
export function within(expression: Expression, { start, end }: Located): Expression {
  visit(expression, (node) => {
    // The tree was just made, and nobody else has seen it.
    const located = node as { -readonly [K in keyof Located]: Located[K] };
    if (start !== undefined) located.start ??= start;
    if (end !== undefined) located.end ??= end;
    return true;
  });
  return expression;
}

/** What `packer hcl2_upgrade` makes of `{{timestamp}}`. */
export function timestampBlock(): Block {
  const digits = call("regex_replace", [call("timestamp", []), string("[- TZ:]"), string("")]);
  return block("locals", [], [attribute("timestamp", digits)]);
}

/** A name as HCL takes one: other characters than letters, digits, _ and - become _. */
export function identifierOf(name: string): string {
  if (isIdentifier(name)) return name;
  const letters = name.replaceAll(/[^\p{L}\p{N}_-]/gu, "_");
  return isIdentifier(letters) ? letters : `_${letters}`;
}

import type { TemplateOutput } from "@packwright/core";
import { parse } from "@packwright/hcl";
import { declaredIn } from "./declared.js";
import { maskOf } from "./mask.js";
import { secretsOf, valuesOf, type Variables } from "./variables.js";

/**
 * A function that hides the values of a template's sensitive variables in a text, as builds do in all that they tell.
 *
 * @param variables the values that are given, beside defaults and those that the environment has in `PKR_VAR_…`
 * @throws TemplateError when the template has errors
 * @example
 * const mask = secretMask(image, { token: "s3cr3t" });
 * mask("the token is s3cr3t")   // "the token is <sensitive>"
 */
export function secretMask(
  template: TemplateOutput,
  variables: Variables = {},
  env: Readonly<Record<string, string | undefined>> = process.env,
): (text: string) => string {
  const { body } = parse(template.toHcl());
  return maskOf(secretsOf(valuesOf(variables), declaredIn(body), env));
}

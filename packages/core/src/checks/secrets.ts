import type { Options } from "../blocks/component-use.js";
import { isExpr, stateOf } from "../expressions/expr-value.js";
import { knownText } from "../expressions/known-text.js";
import type { ComponentDefinition } from "../plugin/component.js";
import { isContent } from "../plugin/files.js";
import { optionIndex } from "./option-index.js";
import type { Reporter } from "./report.js";

const REMEDY =
  "Whoever reads the template reads the secret. Pass it as a variable that is declared with { sensitive: true }, or take it from a data source.";

/** Whether the keys lead to a secret, or into what somebody put in the place of one. */
export function isSecret({ sensitive }: ComponentDefinition, keys: readonly string[]): boolean {
  if (sensitive === undefined) return false;
  let path = "";
  for (const key of keys) {
    if (/^\d+$/.test(key)) continue;
    path = path === "" ? key : `${path}.${key}`;
    if (Object.hasOwn(sensitive, path)) return true;
  }
  return false;
}

/** A reporter that tells of a secret what is wrong with it, and nothing of what Packer makes of its text. */
export function discreet(definition: ComponentDefinition, report: Reporter): Reporter {
  if (definition.sensitive === undefined) return report;
  return ({ detail, ...found }) => {
    const isTold = detail !== undefined && !isSecret(definition, found.keys ?? []);
    report({ ...found, ...(isTold ? { detail } : {}) });
  };
}

/**
 * Secrets that stand in the template as they are. What opens a cloud is a warning; the password of a machine that is
 * thrown away after the build is a note.
 */
export function checkSecrets(definition: ComponentDefinition, options: Options, report: Reporter): void {
  for (const { option, path, secrecy } of optionIndex(definition).secrets) {
    if (options[option] === undefined) continue;
    forEachLiteral(options[option], path, [option], (text, keys) => {
      if (secrecy === "inline" && !isContent(text)) return;
      report({
        code: "literal-secret",
        severity: secrecy === "password" ? "note" : "warning",
        summary: `${keys.join(".")} is a secret that stands in the template as it is`,
        detail: REMEDY,
        keys,
      });
    });
  }
}

/** Calls `visit` for the texts at the end of a path, whatever lists stand on it; what has `{{` comes from elsewhere. */
function forEachLiteral(
  value: unknown,
  path: readonly string[],
  keys: readonly string[],
  visit: (text: string, keys: readonly string[]) => void,
): void {
  if (Array.isArray(value)) {
    value.forEach((item, at) => {
      forEachLiteral(item, path, [...keys, String(at)], visit);
    });
    return;
  }
  const [key, ...rest] = path;
  if (key === undefined) {
    const text = isExpr(value) ? knownText(stateOf(value).node) : value;
    if (typeof text === "string" && text !== "" && !text.includes("{{")) visit(text, keys);
    return;
  }
  if (typeof value !== "object" || value === null || isExpr(value) || !Object.hasOwn(value, key)) return;
  forEachLiteral((value as Options)[key], rest, [...keys, key], visit);
}

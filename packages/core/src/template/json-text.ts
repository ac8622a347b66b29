import { call } from "@packwright/hcl";
import type { Options } from "../blocks/component-use.js";
import { createExpr } from "../expressions/expr-value.js";
import { write } from "../expressions/to-node.js";
import { STRING } from "../expressions/value-type.js";

/**
 * Options as HCL takes them: those of any value as text of JSON, under the name that `names` gives for theirs, in the
 * overrides for some sources too.
 */
export function withJsonText(options: Options, names: Readonly<Record<string, string>> | undefined): Options {
  if (names === undefined) return options;
  const written: Record<string, unknown> = {};
  for (const [option, value] of Object.entries(options)) {
    const name = Object.hasOwn(names, option) ? names[option] : undefined;
    if (name !== undefined && value !== undefined && value !== null) written[name] = jsonText(value);
    else if (option === "override" && isOptions(value)) {
      written[option] = Object.fromEntries(
        Object.entries(value).map(([source, own]) => [
          source,
          isOptions(own) ? withJsonText(own, names) : own,
        ]),
      );
    } else written[option] = value;
  }
  return written;
}

function jsonText(value: unknown): object {
  const { node, ...known } = write(value);
  return createExpr({ ...known, node: call("jsonencode", [node]), type: STRING });
}

function isOptions(value: unknown): value is Options {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

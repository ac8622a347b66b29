import type { TemplateOutput } from "@packwright/core";
import { parse, print, string, type BodyItem } from "@packwright/hcl";
import { attributeOf } from "../evaluate/evaluator.js";

/** What stands in snapshots in the place of secrets; Packer writes the same. */
const REDACTED = "<sensitive>";

/**
 * A snapshot serializer for vitest and jest: templates as their HCL, the values of sensitive variables and locals redacted.
 *
 * @example
 * expect.addSnapshotSerializer(serializer);
 */
export const serializer: {
  readonly test: (value: unknown) => boolean;
  readonly serialize: (value: TemplateOutput) => string;
} = {
  test: isTemplate,
  serialize: (template) =>
    print({ items: parse(template.toHcl()).body.items.map((item) => redact(item)) }).trimEnd(),
};

function isTemplate(value: unknown): value is TemplateOutput {
  if (typeof value !== "object" || value === null) return false;
  const members = value as Readonly<Record<string, unknown>>;
  return ["toHcl", "toJson", "check", "hash"].every((name) => typeof members[name] === "function");
}

function redact(item: BodyItem): BodyItem {
  if (item.kind !== "block" || (item.type !== "variable" && item.type !== "local")) return item;
  const sensitive = attributeOf(item, "sensitive");
  if (sensitive?.kind !== "bool" || !sensitive.value) return item;
  const secret = item.type === "variable" ? "default" : "expression";
  const items = item.body.items.map((inner) =>
    inner.kind === "attribute" && inner.name === secret ? { ...inner, value: string(REDACTED) } : inner,
  );
  return { ...item, body: { ...item.body, items } };
}

import { contentsOf } from "@packwright/core";
import { parse, print, type Body } from "@packwright/hcl";
import { withoutPackerBlock } from "../tools/src/packer.js";
import type { Example } from "./all.js";

/** Arguments and blocks of the examples that Packer 1.6.6 does not know yet, by the example. */
export const UNKNOWN_TO_1_6: Readonly<Record<string, readonly string[]>> = {
  matrix: ["env", "error-cleanup-provisioner"],
  fleet: ["env"],
  windows: ["disk_attachment"],
  disks: ["disk_attachment", "env"],
  "data-source": ["data", "env"],
};

/** The HCL of an example without its `packer` block, which 1.6 does not know, and without some arguments and blocks. */
export function reduced({ template }: Example, unknown: readonly string[]): string {
  const text = withoutPackerBlock(template.toHcl());
  // Without data sources, a text stands in the place of each of their outputs.
  const known = unknown.includes("data")
    ? text.replaceAll(/data\.googlecompute-image\.base\.(?<output>\w+)/g, '"the-$<output>"')
    : text;
  return print(without(parse(known).body, unknown));
}

function without(body: Body, unknown: readonly string[]): Body {
  const items = body.items
    .filter((item) => !unknown.includes(item.kind === "block" ? item.type : item.name))
    .map((item) => (item.kind === "block" ? { ...item, body: without(item.body, unknown) } : item));
  return { ...body, items };
}

/** Every name that Packer complains of not to know. */
export function complaintsIn(output: string): readonly string[] {
  const names = [...output.matchAll(/(?:Blocks\s+of\s+type|argument\s+named)\s+"(?<name>[\w-]+)"/g)];
  return [...new Set(names.map(({ groups }) => groups?.["name"] ?? ""))].sort();
}

/** A value for every variable that has no default, as `-var` takes it. */
export function valuesFor({ template }: Example): readonly string[] {
  const { variables } = contentsOf(template);
  return variables.filter(({ required }) => required).map(({ name }) => `-var=${name}=the-value-of-${name}`);
}

/** The files that the example's provisioners read, empty. */
export function filesOf({ template }: Example): Readonly<Record<string, string>> {
  const named = contentsOf(template).builds.flatMap(({ provisioners }) =>
    provisioners.flatMap(({ options }) =>
      ["script", "source", "playbook_file"].map((option) => options[option]),
    ),
  );
  const paths = named.filter((path) => typeof path === "string");
  return Object.fromEntries(paths.map((path) => [path, "\n"]));
}

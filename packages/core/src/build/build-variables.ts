import { visit } from "@packwright/hcl";
import type { Node } from "@packwright/hcl/nodes";
import { nearest } from "../checks/nearest.js";
import type { ComponentDefinition } from "../plugin/component.js";
import { BUILD_FIELDS } from "../plugin/go-template.js";

/** What Packer itself says of a build, whatever builds it. */
const OF_PACKER: readonly string[] = ["name", ...BUILD_FIELDS];

/** The names that one builder or another adds to `build`; `undefined` where one of them is not known to add none. */
export function addedBy(builders: readonly ComponentDefinition[]): readonly string[] | undefined {
  const names: string[] = [];
  for (const { buildVariables } of builders) {
    if (buildVariables === undefined) return undefined;
    names.push(...buildVariables);
  }
  return names;
}

/** What is wrong with `build.name` where the builders add some names; where they may add any, only what looks misspelt. */
export function problemOfBuildVariable(
  name: string,
  added: readonly string[] | undefined,
): { readonly summary: string; readonly detail: string } | undefined {
  const known = [...OF_PACKER, ...(added ?? [])];
  if (known.includes(name)) return undefined;
  const meant = nearest(name, known);
  if (added === undefined && meant === undefined) return undefined;
  return {
    summary: `there is no build.${name}`,
    detail:
      meant === undefined
        ? `There is ${known.map((one) => `build.${one}`).join(", ")}.`
        : `Did you mean build.${meant}?`,
  };
}

/** The names that a part of the tree asks of `build`: `ID` of `build.ID` and of `build["ID"]`. */
export function askedOfBuild(root: Node): ReadonlySet<string> {
  const names = new Set<string>();
  visit(root, (node) => {
    if (node.kind === "get-attribute" && isBuild(node.object)) names.add(node.name);
    if (node.kind === "index" && isBuild(node.collection) && node.key.kind === "string")
      names.add(node.key.value);
    return true;
  });
  return names;
}

function isBuild(node: Node): boolean {
  return node.kind === "variable" && node.name === "build";
}

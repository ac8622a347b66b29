import { allowsVersion, blocksOf, type TemplateOutput } from "@packwright/core";
import type { Block, Expression } from "@packwright/hcl";
import { attributeOf } from "../evaluate/evaluator.js";
import type { Unplaced } from "./validation.js";

/** The Packer that is to run a template. */
export interface PackerInstallation {
  /** Its version: `1.16.0`. */
  readonly version?: string;
  /**
   * The versions of its plugins by their sources; plugins are taken to be there when left out.
   *
   * @example { "github.com/hashicorp/googlecompute": "1.2.8" }
   */
  readonly plugins?: Readonly<Record<string, string>>;
}

/** What a template asks of Packer and its plugins, and what they are not. */
export function missingRequirements(
  template: TemplateOutput,
  { version, plugins }: PackerInstallation,
): readonly Unplaced[] {
  const problems: Unplaced[] = [];
  for (const block of blocksOf(template)) {
    if (block.type !== "packer") continue;
    const constraint = textOf(attributeOf(block, "required_version"));
    if (version !== undefined && constraint !== undefined && !allowsVersion(constraint, version)) {
      problems.push({
        severity: "error",
        code: "packer-version",
        summary: `the template asks for Packer ${constraint}, and this one is ${version}`,
        detail: "Use a Packer that it asks for, or change required_version.",
        path: "packer.required_version",
      });
    }
    if (plugins !== undefined) problems.push(...missingPlugins(block, plugins));
  }
  return problems;
}

function missingPlugins(packer: Block, plugins: Readonly<Record<string, string>>): readonly Unplaced[] {
  return packer.body.items.flatMap((item) => {
    if (item.kind !== "block" || item.type !== "required_plugins") return [];
    return item.body.items.flatMap((entry): readonly Unplaced[] => {
      if (entry.kind !== "attribute" || entry.value.kind !== "object") return [];
      const fields = new Map(
        entry.value.items.map(({ key, value }) => [
          key.kind === "object-key" ? key.name : textOf(key),
          textOf(value),
        ]),
      );
      const [source, constraint] = [fields.get("source"), fields.get("version")];
      if (source === undefined || constraint === undefined) return [];
      const installed = Object.hasOwn(plugins, source) ? plugins[source] : undefined;
      if (installed !== undefined && allowsVersion(constraint, installed)) return [];
      const there = installed === undefined ? "it is not installed" : `${installed} is installed`;
      return [
        {
          severity: "error",
          code: "missing-plugin",
          summary: `the template asks for the plugin ${source} ${constraint}, and ${there}`,
          detail: "Run packer init.",
          path: `packer.required_plugins.${entry.name}`,
        },
      ];
    });
  });
}

function textOf(node: Expression | undefined): string | undefined {
  return node?.kind === "string" ? node.value : undefined;
}

import { visit } from "@packwright/hcl";
import type { Expression } from "@packwright/hcl/nodes";
import type { ComponentUse, Options } from "../blocks/component-use.js";
import type { Site } from "../diagnostics/site.js";
import { functionNeed } from "../expressions/functions/table.js";
import { write } from "../expressions/to-node.js";
import type { ValueType } from "../expressions/value-type.js";
import type { VersionNeed } from "../expressions/written.js";
import { allowsBelow } from "../plugin/version-constraint.js";
import type { Collected } from "../template/collect.js";
import { FEATURES } from "./features.js";
import { partsToCheck } from "./parts.js";

/** A need for a version of Packer, and where in the template it is. */
export interface PlacedNeed extends VersionNeed {
  readonly path: string;
  readonly site: Site | undefined;
  readonly keys: readonly string[];
}

/** The constraint that a template needs whose author gave none; `undefined` where any Packer with HCL will do. */
export function derivedVersion(collected: Collected): string | undefined {
  let newest: string | undefined;
  for (const { since } of neededVersions(collected))
    if (newest === undefined || isNewer(since, newest)) newest = since;
  return newest === undefined ? undefined : `>= ${newest}`;
}

function isNewer(version: string, other: string): boolean {
  return allowsBelow(`>= ${other}`, version);
}

/** All that a template uses and older versions of Packer lack, in the order of the template. */
export function neededVersions(collected: Collected): readonly PlacedNeed[] {
  const found: PlacedNeed[] = [];
  const add = (
    needs: readonly VersionNeed[] | undefined,
    path: string,
    site: Site | undefined,
    keys: readonly string[] = [],
  ): void => {
    for (const need of needs ?? []) found.push({ ...need, path, site, keys });
  };
  for (const { name, type, validations, site } of collected.variables) {
    const path = `variable.${name}`;
    if (hasOptional(type)) add([FEATURES.optionalAttribute], path, site);
    for (const { condition } of validations) add(needsOf(condition.node), path, site);
  }
  for (const { name, value, site } of collected.locals) add(value.needs, `local.${name}`, site);
  for (const { use, path } of partsToCheck(collected)) {
    const { definition, options, inspected, site } = use;
    if (definition.since !== undefined)
      add([{ what: `${KINDS[definition.kind]} ${definition.type}`, since: definition.since }], path(), site);
    if (inspected.needs !== undefined)
      addOptions(options, (needs, option) => {
        add(needs, path(), site, [option]);
      });
    if (definition.kind === "provisioner" && options["continue_on_error"] !== undefined)
      add([FEATURES.continueOnError], path(), site, ["continue_on_error"]);
    if (use.repetition !== undefined) {
      add([FEATURES.dynamicInBuild], path(), site);
      add(use.repetition.forEach.needs, path(), site);
    }
  }
  for (const [at, { block, name, description, additions }] of collected.builds.entries()) {
    const path = (): string => `build[${String(at)}]`;
    if (name?.needs !== undefined) add(name.needs, path(), block.site, ["name"]);
    if (description?.needs !== undefined) add(description.needs, path(), block.site, ["description"]);
    for (const [i, written] of additions.entries()) {
      const as = block.sources[i]?.as;
      if (as === undefined || written?.needs === undefined) continue;
      addOptions(as.additions, (needs, option) => {
        add(needs, `${path()}.source.${as.name}`, as.site, [option]);
      });
    }
    if (block.registry !== undefined)
      addRegistry(block.registry, FEATURES.registryOfBuild, `${path()}.hcp_packer_registry`);
  }
  if (collected.registry !== undefined)
    addRegistry(collected.registry, FEATURES.registryOfTemplate, "hcp_packer_registry");
  return found;

  function addRegistry({ options, site }: ComponentUse, need: VersionNeed, path: string): void {
    add([need], path, site);
    addOptions(options, (needs, option) => {
      add(needs, path, site, [option]);
    });
  }
}

const KINDS = {
  source: "the builder",
  data: "the data source",
  provisioner: "the provisioner",
  "post-processor": "the post-processor",
  hcp_packer_registry: "the block",
} as const;

/** Calls `visit` for the options that have needs. */
function addOptions(options: Options, add: (needs: readonly VersionNeed[], option: string) => void): void {
  for (const [option, value] of Object.entries(options)) {
    if (typeof value !== "object" || value === null) continue;
    const { needs } = write(value);
    if (needs !== undefined) add(needs, option);
  }
}

/** The functions in an expression that nobody has looked through when it was made. */
function needsOf(node: Expression): readonly VersionNeed[] {
  const needs: VersionNeed[] = [];
  visit(node, (each) => {
    const need = each.kind === "call" ? functionNeed(each.name) : undefined;
    if (need !== undefined) needs.push(need);
    return true;
  });
  return needs;
}

function hasOptional(type: ValueType): boolean {
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return hasOptional(type.element);
    case "tuple":
      return type.elements.some((element) => hasOptional(element));
    case "object":
      return Object.values(type.attributes).some(
        (entry) => entry.optional === true || hasOptional(entry.type),
      );
    default:
      return false;
  }
}

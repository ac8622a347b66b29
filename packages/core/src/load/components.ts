import { z } from "zod";
import { coreData } from "../components/core-data.js";
import { coreSource } from "../components/core-source.js";
import { hcpPackerRegistryDefinition } from "../components/hcp-packer-registry.js";
import { isExpr } from "../expressions/expr-value.js";
import type {
  BlockDefinitions,
  ComponentDefinition,
  ComponentKind,
  PluginReference,
} from "../plugin/component.js";
import type { PluginRequirement } from "../template/template-options.js";

const NO_SLEEP = 'Give the next step pause_before = "…", or let a shell sleep.';

/** Deep enough for `plugin.namespace.source.docker`, and for a module that holds plugins. */
const DEEPEST = 4;

/** The components that a template can be checked against. */
export class Components {
  readonly #known = new Map<string, ComponentDefinition>();
  readonly #asked = new Map<string, ComponentDefinition | undefined>();
  readonly #requirements: readonly PluginRequirement[];

  /**
   * @param bindings plugins, modules and objects that hold functions of components, at whatever depth
   * @param requirements the plugins that the template asks for
   */
  constructor(bindings: readonly unknown[], requirements: readonly PluginRequirement[]) {
    this.#requirements = requirements;
    this.#known.set("hcp_packer_registry hcp_packer_registry", hcpPackerRegistryDefinition);
    for (const binding of [coreSource, coreData, ...bindings]) this.#add(binding, 0);
  }

  /** The types of a kind that there are definitions of. */
  types(kind: ComponentKind): readonly string[] {
    return [...this.#known.values()].filter((known) => known.kind === kind).map(({ type }) => type);
  }

  /** The definition of a component by the name that the template has for it. */
  find(kind: ComponentKind, type: string): ComponentDefinition | undefined {
    const key = `${kind} ${type}`;
    if (!this.#asked.has(key)) this.#asked.set(key, this.#find(kind, type));
    return this.#asked.get(key);
  }

  /** The plugin that a type belongs to by its first words: `foo` and `foo-bar` belong to the plugin `foo`. */
  requirementOf(type: string): PluginRequirement | undefined {
    const found = this.#requirements.filter(({ name }) => type === name || type.startsWith(`${name}-`));
    return found.sort((a, b) => b.name.length - a.name.length)[0];
  }

  #find(kind: ComponentKind, type: string): ComponentDefinition | undefined {
    const requirement = this.requirementOf(type);
    if (requirement === undefined) return this.#known.get(`${kind} ${type}`);
    // A template may give a plugin a name of its own, which its components then have.
    for (const definition of this.#known.values()) {
      const { plugin } = definition;
      if (plugin?.source !== requirement.source || definition.kind !== kind) continue;
      if (requirement.name + definition.type.slice(plugin.name.length) !== type) continue;
      const own: PluginReference = { ...plugin, name: requirement.name, version: requirement.version };
      return { ...definition, type, plugin: own };
    }
    return undefined;
  }

  #add(value: unknown, depth: number): void {
    if ((typeof value !== "object" && typeof value !== "function") || value === null) return;
    if (depth > DEEPEST || isExpr(value)) return;
    if ("definition" in value && isDefinition(value.definition)) {
      const { definition } = value;
      this.#known.set(`${definition.kind} ${definition.type}`, definition);
      return;
    }
    for (const inner of Object.values(value) as readonly unknown[]) this.#add(inner, depth + 1);
  }
}

function isDefinition(value: unknown): value is ComponentDefinition {
  return (
    typeof value === "object" && value !== null && "kind" in value && "type" in value && "options" in value
  );
}

/** A component of which nothing is known but what the template writes: its options are whatever is there. */
export function undescribed(
  kind: ComponentKind,
  type: string,
  blocks: BlockDefinitions,
  plugin: PluginReference | undefined,
): ComponentDefinition {
  return {
    kind,
    type,
    isUndescribed: true,
    options: () => z.strictObject({}),
    blocks,
    ...(kind === "provisioner" && type === "sleep" ? { legacyOnly: NO_SLEEP } : {}),
    ...(plugin === undefined ? {} : { plugin }),
  };
}

import { z } from "zod";
import type { ComponentDefinition, OptionsSchema, Secrecy } from "../plugin/component.js";
import { metaOf, metaRules } from "../plugin/meta.js";
import type { Rule } from "../plugin/rule.js";
import { acceptorOf, type Accepts } from "./acceptor.js";

/** All that a definition says about one option, in one place. */
export interface OptionFacts {
  readonly schema: z.core.$ZodType;
  /** Whether a value is so plainly right that its schema need not be asked. */
  readonly accepts: Accepts;
  /** What to use instead of a deprecated option. */
  readonly remedy: string | undefined;
  /** Whether it is the component's own, as against one that Packer gives to every component of the kind. */
  readonly isOwn: boolean;
  /** Whether it is a nested block that may be given once only. */
  readonly isSingleBlock: boolean;
  /** The rules that are about it. */
  readonly rules: readonly Rule[];
  /** Whether a secret can stand in it. */
  readonly holdsSecret: boolean;
}

/** A definition by its options, made once and when it is first used. */
export interface OptionIndex {
  readonly options: ReadonlyMap<string, OptionFacts>;
  /** The rules that are asked about every use. */
  readonly always: readonly Rule[];
  /** Where secrets can stand: in an option, or further down a path in it. */
  readonly secrets: readonly {
    readonly option: string;
    readonly path: readonly string[];
    readonly secrecy: Secrecy;
  }[];
  /** The options that name files; `undefined` when any may. */
  readonly namesFiles: readonly string[] | undefined;
}

const NONE: readonly Rule[] = [];

const indexes = new WeakMap<ComponentDefinition, OptionIndex>();

/** The index of a component's options, Packer's own for every component of the kind among them. */
export function optionIndex(definition: ComponentDefinition): OptionIndex {
  const known = indexes.get(definition);
  if (known !== undefined) return known;
  const rules = [...(definition.rules ?? []), ...metaRules(definition.kind)];
  const byOption = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const option of rule.about ?? []) {
      const others = byOption.get(option);
      if (others === undefined) byOption.set(option, [rule]);
      else others.push(rule);
    }
  }
  const own = definition.options();
  const shape = { ...own.shape, ...metaOf(definition.kind, own), ...anyOverride(definition) };
  const secrets = Object.entries(definition.sensitive ?? {}).map(([keys, secrecy]) => {
    const [option = "", ...path] = keys.split(".");
    return { option, path, secrecy };
  });
  const options = new Map<string, OptionFacts>();
  for (const [option, schema] of Object.entries(shape)) {
    options.set(option, {
      schema,
      accepts: acceptorOf(schema),
      remedy: definition.deprecated?.[option],
      isOwn: Object.hasOwn(own.shape, option),
      isSingleBlock: definition.blocks?.[option]?.many === false,
      rules: byOption.get(option) ?? NONE,
      holdsSecret: secrets.some((secret) => secret.option === option),
    });
  }
  const index: OptionIndex = {
    options,
    always: rules.filter((rule) => rule.about === undefined),
    secrets,
    namesFiles: namesFiles(definition),
  };
  indexes.set(definition, index);
  return index;
}

function namesFiles({ fileRules = [] }: ComponentDefinition): readonly string[] | undefined {
  if (fileRules.some(({ about }) => about === undefined)) return undefined;
  return fileRules.flatMap(({ about = [] }) => about);
}

/** What overrides the options of a component of which none is known. */
function anyOverride({ isUndescribed, kind }: ComponentDefinition): OptionsSchema["shape"] {
  if (isUndescribed !== true || kind !== "provisioner") return {};
  return { override: z.record(z.string(), z.record(z.string(), z.any())) };
}

import { attribute, block, bool, object, objectItem, string, tuple } from "@packwright/hcl";
import type { Attribute, Block, BodyItem, Expression } from "@packwright/hcl/nodes";
import { labelOf } from "../blocks/build-block.js";
import { derivedVersion } from "../checks/needed-versions.js";
import { allowsBelow } from "../plugin/version-constraint.js";
import type { ComponentUse } from "../blocks/component-use.js";
import type { LocalBlock, VariableBlock } from "../blocks/declaration.js";
import { write } from "../expressions/to-node.js";
import { typeExpression } from "../expressions/value-type.js";
import type { Collected, InspectedBuild } from "./collect.js";
import { requiredPlugins, type TemplateSettings } from "./template-options.js";
import { withJsonText } from "./json-text.js";
import { dynamicBlock, optionItems } from "./option-items.js";
import { remarked } from "./remarked.js";

/**
 * The blocks of a template's file, in the order packer, variables, locals, data, sources, builds. They are made one by
 * one as they are asked for, so that a large template is never in memory as a tree as a whole.
 */
export function* compile(collected: Collected, options: TemplateSettings): Generator<Block, void> {
  yield* packerBlock(collected, options);
  for (const variable of collected.variables) yield variableBlock(variable);
  yield* localsBlock(collected.locals);
  for (const use of collected.data) yield labelled("data", use);
  for (const use of collected.sources) yield labelled("source", use);
  if (collected.registry !== undefined) yield registryBlock(collected.registry);
  for (const inspected of collected.builds) yield buildBlock(inspected);
}

function registryBlock({ options, repetition }: ComponentUse): Block {
  const items = optionItems(options, undefined);
  return repetition === undefined
    ? block("hcp_packer_registry", [], items)
    : dynamicBlock("hcp_packer_registry", [], repetition, items);
}

function packerBlock(collected: Collected, options: TemplateSettings): readonly Block[] {
  const required_version = requiredVersion(collected, options);
  const plugins = requiredPlugins(collected.plugins, options);
  const items: BodyItem[] = [];
  if (required_version !== undefined) items.push(attribute("required_version", string(required_version)));
  if (plugins.length > 0) {
    const entries = plugins.map(({ name, version, source }) =>
      attribute(name, object([objectItem("version", string(version)), objectItem("source", string(source))])),
    );
    items.push(block("required_plugins", [], entries));
  }
  return items.length === 0 ? [] : [block("packer", [], items)];
}

/** What was read from HCL is written as it has it; legacy JSON may need functions that came after its least version. */
function requiredVersion(collected: Collected, options: TemplateSettings): string | undefined {
  const { required_version, requirements, isLegacy = false } = options;
  if (!isLegacy && (required_version !== undefined || requirements !== undefined)) return required_version;
  const derived = derivedVersion(collected);
  if (required_version === undefined || derived === undefined) return derived ?? required_version;
  return allowsBelow(required_version, derived.replace(/^>= /, "")) ? derived : required_version;
}

function variableBlock(variable: VariableBlock): Block {
  const items: BodyItem[] = [];
  if (variable.isUntyped !== true) items.push(attribute("type", typeExpression(variable.type)));
  if (variable.description !== undefined) items.push(attribute("description", string(variable.description)));
  if (variable.default !== undefined) items.push(attribute("default", write(variable.default.value).node));
  if (variable.sensitive) items.push(attribute("sensitive", bool(true)));
  for (const { condition, error_message } of variable.validations) {
    items.push(
      block(
        "validation",
        [],
        [attribute("condition", condition.node), attribute("error_message", string(error_message))],
      ),
    );
  }
  return remarked(block("variable", [variable.name], items), variable.comment);
}

/** Locals share one `locals` block; a sensitive one needs a block of its own to say so. */
function localsBlock(locals: readonly LocalBlock[]): readonly Block[] {
  const plain = locals.filter((local) => !local.sensitive);
  const sensitive = locals.filter((local) => local.sensitive);
  return [
    ...(plain.length === 0
      ? []
      : [
          block(
            "locals",
            [],
            plain.map(({ name, value, comment }) => remarked(attribute(name, value.node), comment)),
          ),
        ]),
    ...sensitive.map(({ name, value, comment }) =>
      remarked(
        block("local", [name], [attribute("expression", value.node), attribute("sensitive", bool(true))]),
        comment,
      ),
    ),
  ];
}

function labelled(
  type: "source" | "data",
  { definition, label = "", options, comment }: ComponentUse,
): Block {
  return remarked(block(type, [definition.type, label], optionItems(options, definition.blocks)), comment);
}

function buildBlock(written: InspectedBuild): Block {
  const { name, description, block: built } = written;
  const items: BodyItem[] = [];
  if (name !== undefined) items.push(attribute("name", name.node));
  if (description !== undefined) items.push(attribute("description", description.node));
  items.push(...sourceItems(written));
  if (built.registry !== undefined) items.push(registryBlock(built.registry));
  for (const step of built.provisioners) items.push(stepBlock("provisioner", step));
  if (built.errorCleanup !== undefined) {
    items.push(stepBlock("error-cleanup-provisioner", built.errorCleanup));
  }
  for (const pipeline of built.pipelines) {
    const steps = pipeline.map((step) => stepBlock("post-processor", step));
    items.push(...(steps.length === 1 ? steps : [block("post-processors", [], steps)]));
  }
  return remarked(block("build", [], items), built.comment);
}

function sourceItems({ block: { sources, sourceList } }: InspectedBuild): readonly (Attribute | Block)[] {
  const plain: Expression[] = [];
  const named: Block[] = [];
  for (const reference of sources) {
    const { source, as } = reference;
    if (as === undefined) {
      plain.push(string(`source.${labelOf(reference)}`));
      continue;
    }
    const items = [
      attribute("name", string(as.name)),
      ...optionItems(as.additions, source.definition.blocks),
    ];
    named.push(
      remarked(block("source", [`${source.definition.type}.${source.label ?? ""}`], items), as.comment),
    );
  }
  if (plain.length === 0 && sourceList === undefined) return named;
  return [attribute("sources", sourceList?.node ?? tuple(plain)), ...named];
}

function stepBlock(type: string, { definition, options, comment, repetition }: ComponentUse): Block {
  const items = optionItems(withJsonText(options, definition.jsonText), definition.blocks);
  return remarked(
    repetition === undefined
      ? block(type, [definition.type], items)
      : dynamicBlock(type, [definition.type], repetition, items),
    comment,
  );
}

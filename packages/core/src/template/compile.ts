import {
  attribute,
  block,
  body,
  bool,
  object,
  objectItem,
  string,
  tuple,
  type Attribute,
  type Block,
  type Body,
  type BodyItem,
} from "@packwright/hcl";
import { labelOf } from "../blocks/build-block.js";
import type { LocalBlock, VariableBlock } from "../blocks/declaration.js";
import { toNode } from "../expressions/to-node.js";
import { typeExpression } from "../expressions/value-type.js";
import type { Collected, WrittenBuild } from "./collect.js";
import { requiredPlugins, type TemplateOptions } from "./template-options.js";
import type { WrittenUse } from "./write-options.js";

/** Turns what a template has into the tree of its file: packer, variables, locals, data, sources, builds. */
export function compile(collected: Collected, options: TemplateOptions): Body {
  return body([
    ...packerBlock(collected, options),
    ...collected.variables.map((variable) => variableBlock(variable)),
    ...localsBlock(collected.locals),
    ...collected.data.map((written) => labelled("data", written)),
    ...collected.sources.map((written) => labelled("source", written)),
    ...collected.builds.map((written) => buildBlock(written)),
  ]);
}

function packerBlock(collected: Collected, options: TemplateOptions): readonly Block[] {
  const { required_version } = options;
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

function variableBlock(variable: VariableBlock): Block {
  const items: BodyItem[] = [attribute("type", typeExpression(variable.type))];
  if (variable.description !== undefined) items.push(attribute("description", string(variable.description)));
  if (variable.default !== undefined) items.push(attribute("default", toNode(variable.default.value).node));
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
  return block("variable", [variable.name], items);
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
            plain.map(({ name, value }) => attribute(name, value.node)),
          ),
        ]),
    ...sensitive.map(({ name, value }) =>
      block("local", [name], [attribute("expression", value.node), attribute("sensitive", bool(true))]),
    ),
  ];
}

function labelled(type: "source" | "data", { use, items }: WrittenUse): Block {
  return block(type, [use.definition.type, use.label ?? ""], items);
}

function buildBlock(written: WrittenBuild): Block {
  const { name, description, errorCleanup } = written;
  const items: BodyItem[] = [];
  if (name !== undefined) items.push(attribute("name", name.node));
  if (description !== undefined) items.push(attribute("description", description.node));
  items.push(...sourceItems(written));
  items.push(...written.provisioners.map((step) => stepBlock("provisioner", step)));
  if (errorCleanup !== undefined) items.push(stepBlock("error-cleanup-provisioner", errorCleanup));
  for (const pipeline of written.pipelines) {
    const steps = pipeline.map((step) => stepBlock("post-processor", step));
    items.push(...(steps.length === 1 ? steps : [block("post-processors", [], steps)]));
  }
  return block("build", [], items);
}

function sourceItems({ block: { sources }, additions }: WrittenBuild): readonly (Attribute | Block)[] {
  const plain = sources.filter((reference) => reference.as === undefined);
  const list = attribute("sources", tuple(plain.map((reference) => string(`source.${labelOf(reference)}`))));
  const named = sources.flatMap(({ source, as }, at) =>
    as === undefined
      ? []
      : [
          block(
            "source",
            [`${source.definition.type}.${source.label ?? ""}`],
            [attribute("name", string(as.name)), ...(additions[at]?.items ?? [])],
          ),
        ],
  );
  return plain.length === 0 ? named : [list, ...named];
}

function stepBlock(type: string, { use, items }: WrittenUse): Block {
  return block(type, [use.definition.type], items);
}

import { optionAsSeen, type ComponentDefinition } from "@packwright/core";
import type { Body } from "@packwright/hcl";
import type { Evaluator, Variables } from "./evaluator.js";

/** The options of a component as plain values. */
export type PlainOptions = Readonly<Record<string, unknown>>;

/** Evaluates the body of a component to plain values, of the kinds that the component sees. */
export function evaluateOptions(
  body: Body,
  definition: ComponentDefinition | undefined,
  variables: Variables,
  path: string,
  evaluator: Evaluator,
): PlainOptions {
  const options = evaluateBody(body, definition?.blocks ?? {}, variables, path, evaluator);
  if (definition === undefined) return options;
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, optionAsSeen(definition, name, value)]),
  );
}

type Blocks = NonNullable<ComponentDefinition["blocks"]>;

function evaluateBody(
  body: Body,
  blocks: Blocks,
  variables: Variables,
  path: string,
  evaluator: Evaluator,
): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  const lists = new Map<string, unknown[]>();
  for (const item of body.items) {
    if (item.kind !== "attribute") continue;
    const value = evaluator.js(item.value, variables, `${path}.${item.name}`);
    // Packer takes an attribute that is null for one that is not there.
    if (value !== null) options[item.name] = value;
  }
  for (const { block, at, variables: inside } of evaluator.expand(body.items, variables, path)) {
    const { type } = block;
    const list = lists.get(type) ?? [];
    const place = blocks[type]?.many === false ? `${path}.${type}` : `${path}.${type}.${String(at)}`;
    list.push(evaluateBody(block.body, blocks[type]?.blocks ?? {}, inside, place, evaluator));
    lists.set(type, list);
  }
  for (const [type, list] of lists) {
    // A block that nobody has described is a list once there are two of it.
    const many = blocks[type]?.many ?? list.length > 1;
    options[type] = many ? list : list[0];
  }
  return options;
}

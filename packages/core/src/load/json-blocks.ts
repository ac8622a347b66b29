import { attribute, block, body, visit } from "@packwright/hcl";
import type { Block, Body, BodyItem, Expression } from "@packwright/hcl/nodes";
import { at } from "./legacy/legacy-nodes.js";

/** Whether blocks are repeated somewhere in the value, where JSON has objects in the place of blocks. */
export function holdsDynamic(value: Expression): boolean {
  let found = false;
  visit(value, (node) => {
    found ||= node.kind === "object" && node.items.some(({ key }) => nameOf(key) === "dynamic");
    return !found;
  });
  return found;
}

/**
 * The blocks that a value of HCL's JSON syntax stands for, as the native syntax has them: an object is one, a list
 * several. `undefined` where it is neither, so that only Packer knows what it is.
 */
export function bodiesOf(value: Expression): readonly Body[] | undefined {
  const all = value.kind === "tuple" ? value.items : [value];
  const bodies = all.map(bodyOf);
  return bodies.every((each) => each !== undefined) ? bodies : undefined;
}

function bodyOf(value: Expression): Body | undefined {
  if (value.kind !== "object") return undefined;
  return body(
    value.items.flatMap((item): readonly BodyItem[] => {
      const name = nameOf(item.key);
      if (name === undefined) return [];
      return name === "dynamic" ? dynamicBlocks(item.value) : [at(attribute(name, item.value), item)];
    }),
  );
}

/** `{ "disk": { "for_each": …, "content": { … } } }`, and lists where there are several of one kind or of both. */
function dynamicBlocks(value: Expression): readonly Block[] {
  const all = value.kind === "tuple" ? value.items : [value];
  return all.flatMap((each) => {
    if (each.kind !== "object") return [];
    return each.items.flatMap(({ key, value: repeated }) => {
      const label = nameOf(key);
      if (label === undefined) return [];
      return (bodiesOf(repeated) ?? []).map((inner) =>
        at(block("dynamic", [label], inner.items.flatMap(contentOf)), repeated),
      );
    });
  });
}

/** What `dynamic` repeats is a block in it, the rest are its arguments. */
function contentOf(item: BodyItem): readonly BodyItem[] {
  if (item.kind !== "attribute" || item.name !== "content") return [item];
  return (bodiesOf(item.value) ?? []).map((content) => at(block("content", [], content.items), item));
}

function nameOf(
  key: Expression | { readonly kind: "object-key"; readonly name: string },
): string | undefined {
  if (key.kind === "object-key") return key.name;
  return key.kind === "string" ? key.value : undefined;
}

import { BUILD_FIELDS, type ComponentDefinition } from "@packwright/core";
import { childrenOf, type Node } from "@packwright/hcl";
import { Value } from "@packwright/hcl/evaluate";
import { UNKNOWN } from "./evaluator.js";

/**
 * The value of `build` in the steps of a source: the name of the build, what the test answers, and `"<unknown>"` for all
 * that only a run knows.
 *
 * @param asked the names that the steps ask for; a builder of which it is not known what it adds has any of them
 */
export function buildValue(
  name: string,
  builder: ComponentDefinition | undefined,
  asked: readonly string[],
  answers: Readonly<Record<string, Value>>,
): Value {
  // Of a builder that nobody described, whatever is asked for may be there.
  const generated = builder?.buildVariables ?? asked;
  return Value.object([
    ...[...BUILD_FIELDS, ...generated].map((each) => [each, Value.string(UNKNOWN)] as const),
    ["name", Value.string(name)],
    ...Object.entries(answers),
  ]);
}

/** The names that a part of the tree asks of `build`: `SourceAMI` of `build.SourceAMI`. */
export function askedOfBuild(node: Node): readonly string[] {
  const found: string[] = [];
  const walk = (each: Node): void => {
    if (each.kind === "get-attribute" && isBuild(each.object)) found.push(each.name);
    if (each.kind === "index" && isBuild(each.collection) && each.key.kind === "string")
      found.push(each.key.value);
    for (const child of childrenOf(each)) walk(child);
  };
  walk(node);
  return found;
}

function isBuild(node: Node): boolean {
  return node.kind === "variable" && node.name === "build";
}

import { BUILD_FIELDS, type ComponentDefinition } from "@packwright/core";
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
  asked: Iterable<string>,
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

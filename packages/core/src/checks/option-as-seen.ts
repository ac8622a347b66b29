import type { ComponentDefinition } from "../plugin/component.js";
import { asSeen } from "./as-seen.js";
import { optionIndex } from "./option-index.js";

/**
 * The value of an option as its component gets to see it: Packer makes a number of `"25"` where the option is one, and
 * text of `25` where it is text. Values of options that are not known are passed on.
 */
export function optionAsSeen(definition: ComponentDefinition, option: string, value: unknown): unknown {
  const facts = optionIndex(definition).options.get(option);
  return facts === undefined ? value : asSeen(facts.schema, value);
}

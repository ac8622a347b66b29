import type { ComponentUse, Options } from "../blocks/component-use.js";
import { arePlain } from "../checks/check-use.js";
import { optionIndex } from "../checks/option-index.js";
import { keepsPlacesOfSteps, type Site } from "../diagnostics/site.js";
import { inspectOptions } from "../expressions/inspect-options.js";
import { copyEntries } from "../expressions/snapshot.js";
import type { ComponentDefinition } from "./component.js";

/** A use whose maker may say where it was called. */
export type NewUse = Omit<ComponentUse, "site"> & { site: Site | undefined };

/**
 * One use of a component. It is checked by itself at once, so that what nothing can be said against costs later
 * checks nothing; what there is to report is found again by them, with its place in the template.
 */
export function createUse(definition: ComponentDefinition, given: object, label?: string): NewUse {
  // A copy, so that what the caller does to its object later does not change a value that is meant to be immutable.
  // It is not frozen: the type forbids writing to it, and freezing takes ten times as long as copying.
  const options: Options = copyEntries<object>(given) as Options;
  const names = Object.keys(options);
  const inspected = inspectOptions(options, definition, names);
  const isPlain = arePlain(definition, options, inspected, names);
  return { definition, label, options, inspected, isPlain, site: undefined };
}

/**
 * Whether there may be something to tell of a step: of all but those that are right by themselves. There are checks that
 * look at these too: at files, and along a chain.
 */
export function mayBeToldOf({ definition, options, isPlain }: ComponentUse): boolean {
  if (!isPlain || definition.artifact?.takes !== undefined || keepsPlacesOfSteps()) return true;
  const { namesFiles } = optionIndex(definition);
  return namesFiles === undefined || namesFiles.some((option) => options[option] !== undefined);
}

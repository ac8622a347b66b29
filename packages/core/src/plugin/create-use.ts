import type { ComponentUse, Options } from "../blocks/component-use.js";
import { arePlain } from "../checks/check-use.js";
import { callSite, keepsPlacesOfSteps } from "../diagnostics/site.js";
import { inspectOptions } from "../expressions/inspect-options.js";
import { copyEntries } from "../expressions/snapshot.js";
import type { ComponentDefinition } from "./component.js";

/**
 * One use of a component. It is checked by itself at once, so that what nothing can be said against costs later
 * checks nothing; what there is to report is found again by them, with its place in the template.
 *
 * @param caller the public function that the user called
 */
export function createUse(
  definition: ComponentDefinition,
  given: object,
  label: string | undefined,
  caller: unknown,
): ComponentUse {
  // A copy, so that what the caller does to its object later does not change a value that is meant to be immutable.
  // It is not frozen: the type forbids writing to it, and freezing takes ten times as long as copying.
  const options: Options = copyEntries<object>(given) as Options;
  const inspected = inspectOptions(options, definition);
  const isPlain = arePlain(definition, options, inspected);
  const isStep = definition.kind === "provisioner" || definition.kind === "post-processor";
  const isPassedOver = isPlain && isStep && !mayBeToldOf(definition, options) && !keepsPlacesOfSteps();
  const site = isPassedOver ? undefined : callSite(caller);
  return { definition, label, options, inspected, isPlain, site };
}

/** Whether there are checks that look at steps which are right by themselves: at files, and along a chain. */
function mayBeToldOf({ fileRules, artifact }: ComponentDefinition, options: Options): boolean {
  if (artifact?.takes !== undefined) return true;
  return (
    fileRules?.some(({ about }) => about?.some((option) => options[option] !== undefined) !== false) === true
  );
}

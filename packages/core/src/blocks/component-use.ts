import type { Site } from "../diagnostics/site.js";
import type { ComponentDefinition } from "../plugin/component.js";

/** The options of a component as the user gave them, in their order. */
export type Options = Readonly<Record<string, unknown>>;

/** One use of a component: which one, with which options, written where. */
export interface ComponentUse {
  readonly definition: ComponentDefinition;
  /** The second label of a source or data block. */
  readonly label: string | undefined;
  readonly options: Options;
  readonly site: Site;
}

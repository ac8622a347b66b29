import type { Site } from "../diagnostics/site.js";
import type { InspectedOptions } from "../expressions/inspect-options.js";
import type { Repetition } from "./dynamic-blocks.js";
import type { ComponentDefinition } from "../plugin/component.js";

/** The options of a component as the user gave them, in their order. */
export type Options = Readonly<Record<string, unknown>>;

/** One use of a component: which one, with which options, written where. */
export interface ComponentUse {
  readonly definition: ComponentDefinition;
  /** The second label of a source or data block. */
  readonly label: string | undefined;
  readonly options: Options;
  readonly inspected: InspectedOptions;
  /**
   * Whether nothing can be said against it, whatever template it is in: its options are right by themselves, and no
   * expression or name in them depends on anything else. Most uses are; checks pass them over.
   */
  readonly isPlain: boolean;
  /** What is said of it in a comment above its block. */
  readonly comment?: string;
  /** For a step that Packer repeats. */
  readonly repetition?: Repetition;
  /** Absent from plain steps, about which there is nothing to report, but of those that name files or take an artifact; all
   * have one where a program asked for it. */
  readonly site: Site | undefined;
}

import type { ComponentUse, Options } from "./component-use.js";
import type { Written } from "../expressions/written.js";
import type { Site } from "../diagnostics/site.js";

/** A source in a build, under its own name or, with `as`, under a local name and with more options. */
export interface SourceReference {
  readonly source: ComponentUse;
  readonly as?: {
    readonly name: string;
    readonly additions: Options;
    readonly comment?: string;
    readonly site: Site;
  };
}

/** `build { … }` */
export interface BuildBlock {
  readonly sources: readonly SourceReference[];
  /** The expression of the names of sources, where only Packer knows which they are. */
  readonly sourceList?: Written;
  readonly name?: unknown;
  readonly description?: unknown;
  readonly provisioners: readonly ComponentUse[];
  readonly errorCleanup?: ComponentUse;
  /** One list a pipeline: one step is a `post-processor`, several are `post-processors`. */
  readonly pipelines: readonly (readonly ComponentUse[])[];
  readonly registry?: ComponentUse;
  /** What is said of it in a comment above its block. */
  readonly comment?: string;
  /** What stood where a step belongs and is none. */
  readonly strangers: readonly Stranger[];
  readonly site: Site | undefined;
}

/** A value that was given as a step and is none of the kind. */
export interface Stranger {
  readonly place: "provisioner" | "error-cleanup-provisioner" | "post-processor";
  readonly found: string;
}

/** The name of a source in `only`, `except` and `-only`: `googlecompute.web`. */
export function labelOf(reference: SourceReference): string {
  return `${reference.source.definition.type}.${nameOf(reference)}`;
}

/** The name of a source in `override`. */
export function nameOf(reference: SourceReference): string {
  return reference.as?.name ?? reference.source.label ?? "";
}

/** The options of a source with those that a build adds to it: more blocks of a kind, and no other value of an option. */
export function optionsOf({ source, as }: SourceReference): Options {
  if (as === undefined) return source.options;
  const options: Record<string, unknown> = { ...source.options };
  for (const [option, value] of Object.entries(as.additions)) {
    const before = options[option];
    options[option] =
      source.definition.blocks?.[option]?.many === true && Array.isArray(before) && Array.isArray(value)
        ? [...(before as unknown[]), ...(value as unknown[])]
        : value;
  }
  return options;
}

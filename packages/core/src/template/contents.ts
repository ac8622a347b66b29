import { labelOf, nameOf, optionsOf, type BuildBlock } from "../blocks/build-block.js";
import type { ComponentUse, Options } from "../blocks/component-use.js";
import type { ComponentDefinition, ComponentKind, PluginReference } from "../plugin/component.js";
import { templateOf } from "./template-of.js";

/** A component as a template uses it; expressions among its options are values that only Packer knows. */
export interface ComponentContents {
  readonly kind: ComponentKind;
  /** Packer's name of it: `googlecompute`, `shell`. */
  readonly type: string;
  /** The second label of a data source. */
  readonly label?: string;
  readonly options: Options;
  /** What is known of the component. */
  readonly definition: ComponentDefinition;
}

/** A source as a build uses it, with what the build adds to it. */
export interface SourceContents extends ComponentContents {
  readonly kind: "source";
  /** The name of the source in this build. */
  readonly name: string;
  /** `googlecompute.web`, as `only` and `except` of steps name it. */
  readonly step: string;
  /** What `packer build -only` and `-except` call it; behind the name of the build where it has one: `golden.googlecompute.web`. */
  readonly only: string;
}

/** A build of a template. */
export interface BuildContents {
  /** Absent where the build has none, and where only Packer knows it. */
  readonly name?: string;
  readonly sources: readonly SourceContents[];
  readonly provisioners: readonly ComponentContents[];
  readonly errorCleanup?: ComponentContents;
  /** A list a pipeline. */
  readonly postProcessors: readonly (readonly ComponentContents[])[];
}

/** A variable that a template declares. */
export interface VariableContents {
  readonly name: string;
  readonly description?: string;
  readonly sensitive: boolean;
  /** Whether Packer demands a value for it. */
  readonly required: boolean;
  /** What is wrong with a value, in the words of the variable's schema; nothing when it is fine. */
  readonly reject: (value: unknown) => readonly string[];
}

/** What a template has, as data. */
export interface TemplateContents {
  readonly builds: readonly BuildContents[];
  readonly variables: readonly VariableContents[];
  readonly data: readonly ComponentContents[];
  readonly plugins: readonly PluginReference[];
}

/**
 * What a template or a build has, as data: its builds, the variables that it declares, data sources and plugins.
 *
 * @throws TypeError for a value that is neither a template nor a build
 * @example
 * contentsOf(image).builds[0]?.sources[0]?.only   // "googlecompute.web"
 */
export function contentsOf(template: object): TemplateContents {
  const { builds, variables, data, plugins } = templateOf(template).collected;
  return {
    builds: builds.map(({ block }) => buildContents(block)),
    variables: variables.map(({ name, description, sensitive, reject, ...variable }) => ({
      name,
      ...(description === undefined ? {} : { description }),
      sensitive,
      required: variable.default === undefined,
      reject,
    })),
    data: data.map(componentContents),
    plugins,
  };
}

function buildContents(block: BuildBlock): BuildContents {
  const name = typeof block.name === "string" && block.name !== "" ? block.name : undefined;
  return {
    ...(name === undefined ? {} : { name }),
    sources: block.sources.map((reference) => {
      const step = labelOf(reference);
      return {
        kind: "source",
        type: reference.source.definition.type,
        name: nameOf(reference),
        options: optionsOf(reference),
        definition: reference.source.definition,
        step,
        only: name === undefined ? step : `${name}.${step}`,
      };
    }),
    provisioners: block.provisioners.map(componentContents),
    ...(block.errorCleanup === undefined ? {} : { errorCleanup: componentContents(block.errorCleanup) }),
    postProcessors: block.pipelines.map((pipeline) => pipeline.map(componentContents)),
  };
}

function componentContents({ definition, label, options }: ComponentUse): ComponentContents {
  const { kind, type } = definition;
  return { kind, type, ...(label === undefined ? {} : { label }), options, definition };
}

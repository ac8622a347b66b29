import type { Block, Body } from "@packwright/hcl/nodes";
import type { ComponentUse } from "../blocks/component-use.js";
import type { Repetition } from "../blocks/dynamic-blocks.js";
import { nearest } from "../checks/nearest.js";
import type { Severity } from "../diagnostics/diagnostic.js";
import { inspectOptions } from "../expressions/inspect-options.js";
import type { ComponentDefinition, ComponentKind } from "../plugin/component.js";
import { metaOf } from "../plugin/meta.js";
import { commentOf } from "./comment-of.js";
import { undescribed, type Components } from "./components.js";
import type { Place } from "./context.js";
import { BUNDLED_BEFORE, CORE_TYPES } from "./known-components.js";
import { blocksIn, type ContextOf, type OptionReader } from "./read-options.js";
import type { Reading } from "./reading.js";
import type { SourceFile } from "./source-file.js";

/** A component's block as it stands in a file. */
export interface ComponentBlock {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly label?: string;
  /** What is read as its options. */
  readonly body: Body;
  /** Where it stands; comments above it are its own. */
  readonly block: Block;
  readonly place: Place;
  /** For a block that Packer repeats. */
  readonly repetition?: Repetition;
  /** How much it weighs that nobody knows the component; an error unless said otherwise. */
  readonly severity?: Severity;
  /** What builds add to a source. */
  readonly additions?: readonly Body[];
}

/** Reads the blocks of components, with their definitions where there are any. */
export class ComponentReader {
  readonly #reading: Reading;
  readonly #components: Components;
  readonly #options: OptionReader;
  readonly #isLegacy: boolean;
  readonly #unchecked = new Set<string>();

  constructor(reading: Reading, components: Components, options: OptionReader, isLegacy: boolean) {
    this.#reading = reading;
    this.#components = components;
    this.#options = options;
    this.#isLegacy = isLegacy;
  }

  read(component: ComponentBlock): ComponentUse {
    const { kind, type, label, body, block, place, repetition } = component;
    const definition = this.definition(component);
    if (definition.legacyOnly !== undefined && !this.#isLegacy) {
      this.#reading.report(place.file, block, {
        code: "packer-crash",
        summary: `Packer crashes over the ${kind} ${type} in HCL`,
        detail: definition.legacyOnly,
        path: place.path,
      });
    }
    const options = this.#options.read(body, definition, place, contextOf(definition));
    return {
      definition,
      label,
      options,
      inspected: inspectOptions(options, definition),
      isPlain: false,
      ...(kind === "hcp_packer_registry" ? {} : commentOf(block, place.file)),
      ...(repetition === undefined ? {} : { repetition }),
      site: place.file.site(repetition === undefined ? block : { ...block, type, body }),
    };
  }

  /** The definition of a component; one without is told, and takes what is written. */
  definition(component: ComponentBlock): ComponentDefinition {
    const { kind, type, body, block, place, additions = [] } = component;
    const known = this.#components.find(kind, type);
    if (known !== undefined) return known;
    const requirement = this.#components.requirementOf(type);
    if (requirement === undefined) this.#reportUnknown(component);
    else this.#reportUnchecked(kind, type, place.file, block, place.path);
    const plugin = requirement && { ...requirement, bindings: requirement.version };
    return undescribed(kind, type, blocksIn([body, ...additions]), plugin);
  }

  #reportUnknown({ kind, type, block, place, severity }: ComponentBlock): void {
    const { file, path } = place;
    if (CORE_TYPES[kind].includes(type)) {
      this.#reportUnchecked(kind, type, file, block, path);
      return;
    }
    const known = [...new Set([...CORE_TYPES[kind], ...this.#components.types(kind)])];
    const meant = nearest(type, known);
    const word = kind === "data" ? "data source" : kind;
    const isPlugins = BUNDLED_BEFORE.some((name) => type === name || type.startsWith(`${name}-`));
    if (meant === undefined && (isPlugins || this.#isLegacy)) {
      this.#reportUnchecked(kind, type, file, block, path);
      if (this.#isLegacy) return;
      this.#reading.report(file, block, {
        code: "unknown-component",
        severity: "warning",
        summary: `no plugin in required_plugins has the ${word} ${type}`,
        detail: "packer init installs only plugins that required_plugins names.",
        path,
      });
      return;
    }
    this.#reading.report(file, block.labels[0] ?? block, {
      code: "unknown-component",
      ...(severity === undefined ? {} : { severity }),
      summary: `Packer has no ${word} ${type}, and no plugin in required_plugins has one`,
      detail:
        meant === undefined
          ? `Name its plugin in required_plugins. Packer itself has ${CORE_TYPES[kind].join(", ")}.`
          : `Did you mean ${meant}?`,
      path,
    });
  }

  /** Said once of a component, however often it is used. */
  #reportUnchecked(kind: ComponentKind, type: string, file: SourceFile, block: Block, path: string): void {
    const key = `${kind} ${type}`;
    if (this.#unchecked.has(key)) return;
    this.#unchecked.add(key);
    this.#reading.report(file, block, {
      code: "unchecked-component",
      severity: "note",
      summary: `the options of ${type} were not checked`,
      detail: `Pass the package that has its ${kind === "data" ? "data source" : kind} as one of components.`,
      path,
    });
  }
}

/** What expressions in the options of a component can refer to. */
function contextOf(definition: ComponentDefinition): ContextOf {
  switch (definition.kind) {
    case "source":
      return () => "source";
    case "data":
      return () => "data";
    case "hcp_packer_registry":
      return () => "build";
    default: {
      const meta = new Set(Object.keys(metaOf(definition.kind, definition.options())));
      const own = definition.options().shape;
      return (option) => (meta.has(option) && !Object.hasOwn(own, option) ? "meta" : "step");
    }
  }
}

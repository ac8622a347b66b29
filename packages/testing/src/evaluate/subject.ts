import {
  blocksOf,
  contentsOf,
  type ComponentDefinition,
  type TemplateContents,
  type TemplateOutput,
} from "@packwright/core";
import { load, type LoadedTemplate } from "@packwright/core/load";
import { parse, print, type Block, type SourceText } from "@packwright/hcl";

/** A template: one that a program made, one that was loaded, or the path of its file or folder. */
export type TemplateSubject = TemplateOutput | string;

/** A template as it is evaluated: its blocks as HCL has them, and what is known of its components. */
export interface Subject {
  readonly blocks: readonly Block[];
  readonly source: SourceText;
  readonly contents: TemplateContents;
  /** Values that var files beside a loaded template give. */
  readonly assigned: ReadonlyMap<string, unknown>;
}

/** The template behind a subject; `components` are those of a template that is loaded from its path. */
export function templateOf(subject: TemplateSubject, components: readonly object[] = []): TemplateOutput {
  return typeof subject === "string" ? load(subject, { components }) : subject;
}

/**
 * Reads the HCL of a template.
 *
 * @param isChecked whether somebody has looked at its errors already, so that those do not matter
 * @throws TemplateError when the template has errors
 */
export function readSubject(template: TemplateOutput, isChecked: boolean): Subject {
  const text = isChecked ? print({ items: blocksOf(template) }) : template.toHcl();
  const { body, source } = parse(text, { file: "template.pkr.hcl" });
  return {
    blocks: body.items.filter((item) => item.kind === "block"),
    source,
    contents: contentsOf(template),
    assigned: new Map(
      isLoaded(template)
        ? template.assignments.map(({ variable, value }) => [variable.name, value] as const)
        : [],
    ),
  };
}

/** What is known of the components that a template uses, by kind and type: `provisioner shell`. */
export function definitionsOf({ builds, data }: TemplateContents): ReadonlyMap<string, ComponentDefinition> {
  const used = builds.flatMap(({ sources, provisioners, errorCleanup, postProcessors }) => [
    ...sources,
    ...provisioners,
    ...(errorCleanup === undefined ? [] : [errorCleanup]),
    ...postProcessors.flat(),
  ]);
  return new Map([...data, ...used].map(({ kind, type, definition }) => [`${kind} ${type}`, definition]));
}

function isLoaded(template: TemplateOutput): template is LoadedTemplate {
  return "assignments" in template;
}

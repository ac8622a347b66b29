import type { SyntaxDiagnostic } from "@packwright/hcl";
import { BuildValue, type AnyBuild } from "../build/build.js";
import type { OwnRule } from "../checks/own-rule.js";
import type { Weights } from "../checks/weights.js";
import type { Finding } from "../diagnostics/diagnostic.js";
import type { Template } from "../template/create-template.js";
import type { TemplateSettings } from "../template/template-options.js";
import { TemplateValue } from "../template/template.js";
import type { Assignment } from "../variables/variable.js";
import { collectRead } from "./collect-read.js";
import { openFiles, type TextFile } from "./open-files.js";
import { readLegacy } from "./legacy/read-legacy.js";
import { kindOf, readHcl, readJson, type ReadFile } from "./packer-file.js";
import { readTemplate, type ReadTemplate } from "./read-template.js";
import { readValues } from "./read-values.js";

export type { TextFile } from "./open-files.js";

/** How {@link load} reads a template. */
export interface LoadOptions {
  /**
   * What has the components that the template uses: plugins, and modules of provisioners and post-processors. The
   * options of other components are kept as they are, and a note says that they were not checked.
   *
   * @example components: [googlecompute, provisioners, postProcessors]
   */
  readonly components?: readonly object[];
  /**
   * Values of variables, as Packer's `-var` gives them. With these, even with none of them, a variable without a value
   * is an error; without them, whoever runs the template is to give it one.
   */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** How much a kind of problem weighs, as of {@link template}. */
  readonly checks?: Weights;
  /** Rules of your own, as of {@link template}. */
  readonly rules?: readonly OwnRule[];
}

/** A template that was read from files. */
export interface LoadedTemplate extends Template {
  /** The values of variables that var files and `variables` give, the one that wins of each. */
  readonly assignments: readonly Assignment[];
}

/**
 * Reads a template that somebody wrote in HCL, in HCL's JSON syntax or in legacy JSON into the blocks that a program
 * would have made, so that every check and every output works for it.
 *
 * A path is a file, or a folder with all its `.pkr.hcl` and `.pkr.json` files and the `.auto.pkrvars` files beside
 * them; a file may also be given as its name and text, which needs no disk. What is wrong with the files never throws:
 * `check()` tells all of it, with file, line and column.
 *
 * @example
 * const template = load("images/", { components: [googlecompute, provisioners] });
 * for (const diagnostic of template.check()) console.log(formatDiagnostic(diagnostic));
 * await template.write("images.pkr.json");
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates
 */
export function load(
  files: string | TextFile | readonly (string | TextFile)[],
  options: LoadOptions = {},
): LoadedTemplate {
  const opened = openFiles(
    Array.isArray(files) ? (files as readonly (string | TextFile)[]) : [files as string | TextFile],
  );
  const templates: ReadFile[] = [];
  const values: ReadFile[] = [];
  const legacy: Finding[] = [];
  for (const { name, text } of opened.files) {
    switch (kindOf(name)) {
      case "hcl":
        templates.push(readHcl(name, text));
        break;
      case "json":
        templates.push(readJson(name, text));
        break;
      case "hcl-variables":
        values.push(readHcl(name, text));
        break;
      case "json-variables":
        values.push(readJson(name, text, { attributes: "any" }));
        break;
      case "legacy": {
        const file = readLegacy(name, text);
        // Only a template has builders and the like; a flat object of texts has values for its variables.
        if (file.isTemplate) {
          legacy.push(...file.findings);
          templates.push(file);
        } else values.push(readJson(name, text, { attributes: "any" }));
        break;
      }
      default:
        break;
    }
  }
  const isLegacy = templates.some(({ file }) => file.isLegacy);
  const read = readTemplate(templates, options.components ?? [], { isLegacy });
  const { assignments, findings } = readValues(read.variables, values, options.variables);
  return new LoadedTemplateValue(
    read,
    [
      ...opened.findings,
      ...[...templates, ...values].flatMap(syntaxFindings),
      ...legacy,
      ...read.findings,
      ...findings,
    ],
    assignments,
    options,
    isLegacy,
  );
}

/** What is wrong with the text of a file. */
function syntaxFindings({ file, diagnostics }: ReadFile): readonly Finding[] {
  return diagnostics.map(({ summary, detail, start }: SyntaxDiagnostic) => ({
    severity: "error",
    code: "syntax-error",
    summary,
    detail,
    path: file.name,
    site: { place: () => file.position(start) },
  }));
}

class LoadedTemplateValue extends TemplateValue implements LoadedTemplate {
  readonly builds: readonly AnyBuild[];
  readonly assignments: readonly Assignment[];

  constructor(
    read: ReadTemplate,
    findings: readonly Finding[],
    assignments: readonly Assignment[],
    { checks, rules }: LoadOptions,
    isLegacy: boolean,
  ) {
    const { required_version, requirements } = read;
    const settings: TemplateSettings = {
      isLegacy,
      ...(required_version === undefined ? {} : { required_version }),
      ...(requirements === undefined ? {} : { requirements }),
      ...(checks === undefined ? {} : { checks }),
      ...(rules === undefined ? {} : { rules }),
    };
    super(read.builds, settings, read.site, read.registry, { collected: collectRead(read), findings });
    this.builds = Object.freeze(read.builds.map((block) => new BuildValue(block)));
    this.assignments = assignments;
  }
}

import { body, print, toJson } from "@packwright/hcl";
import type { Block } from "@packwright/hcl/nodes";
import type { BuildBlock } from "../blocks/build-block.js";
import type { ComponentUse } from "../blocks/component-use.js";
import { checkTemplate, type CheckOptions } from "../checks/check-template.js";
import { weighed } from "../checks/weights.js";
import type { Diagnostic, Finding } from "../diagnostics/diagnostic.js";
import { showAsHcl } from "../diagnostics/custom-inspect.js";
import { locate } from "../diagnostics/locate.js";
import { TemplateError } from "../diagnostics/template-error.js";
import type { Site } from "../diagnostics/site.js";
import { flowOf } from "../outputs/graph/flow.js";
import { mermaidOf } from "../outputs/graph/mermaid.js";
import { svgOf } from "../outputs/graph/svg.js";
import { hashOf } from "../outputs/hash.js";
import { PACKER_JSON } from "../outputs/packer-json.js";
import { toLegacyJson } from "../outputs/legacy-json.js";
import { writeTemplate } from "../outputs/write.js";
import { declarationsOf } from "../variables/variable.js";
import { collect, type Collected } from "./collect.js";
import { compile } from "./compile.js";
import type { TemplateSettings } from "./template-options.js";

/** What a template can be turned into; every one of these but `check` throws a TemplateError when it has errors. */
export interface TemplateOutput {
  /**
   * The template in HCL's native syntax, as `packer fmt` would leave it.
   *
   * @throws TemplateError with every diagnostic, when one of them is an error
   */
  toHcl(): string;

  /**
   * The template in HCL's JSON syntax, for `*.pkr.json` files.
   *
   * @throws TemplateError with every diagnostic, when one of them is an error
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/syntax-json
   */
  toJson(): string;

  /**
   * The template in the JSON that Packer read before HCL.
   *
   * @throws TemplateError also for everything that this form cannot say: locals, data sources, functions, build names …
   * @see https://developer.hashicorp.com/packer/docs/templates/legacy_json_templates
   */
  toLegacyJson(): string;

  /**
   * Writes the template to a file, whose folders are made; the ending says the form: `.pkr.hcl`, `.pkr.json`, or
   * `.json` for legacy JSON. The file is replaced in one step, or not touched at all.
   *
   * A path without an ending, or with a slash at its end, is a folder: the template is split over `packer.pkr.hcl`,
   * `variables.pkr.hcl`, `locals.pkr.hcl`, `data.pkr.hcl`, `sources.pkr.hcl` and `build.pkr.hcl`. Those that an earlier
   * template left there are removed, files of others are not touched.
   *
   * @returns the path, and whether the content of any file changed
   * @throws TemplateError when the template has errors, RangeError for another ending, Error when a file of a folder
   * is somebody else's
   */
  write(path: string): Promise<WriteResult>;

  /**
   * The SHA-256 of what the template says, as 64 hexadecimal digits: the same on every machine, whatever the layout, the
   * comments and the order of its options. Scripts and other files count by their paths, not by their content.
   *
   * @throws TemplateError when the template has errors
   * @example
   * const id = image.hash().slice(0, 8);   // "3f1c09ab", for the name of an image
   */
  hash(): string;

  /**
   * The flow of the template as a Mermaid flowchart: variables, sources, steps, artifacts.
   *
   * @throws TemplateError when the template has errors
   * @see https://mermaid.js.org/syntax/flowchart.html
   */
  toMermaid(): string;

  /**
   * The same flow as an SVG picture, laid out by Graphviz, which the package `@viz-js/viz` brings.
   *
   * @throws TemplateError when the template has errors, Error when `@viz-js/viz` is not installed
   */
  toSvg(): Promise<string>;

  /**
   * Every problem of the template: errors, warnings and notes, in the order of the template.
   *
   * @throws Error when `files` are asked for and there is no file system to look at
   * @example image.check({ files: true })   // also: script "setup.sh" is not there, or cannot be read
   */
  check(options?: CheckOptions): readonly Diagnostic[];
}

/** What {@link TemplateOutput.write} did. */
export interface WriteResult {
  readonly path: string;
  /** `false` when the file had that very content before. */
  readonly changed: boolean;
  /** What became of the files of a folder. */
  readonly files?: readonly WrittenFile[];
}

/** A file of a folder: written anew, kept as it was, or removed as no block of the template stands in it any more. */
export interface WrittenFile {
  readonly path: string;
  readonly change: "written" | "kept" | "removed";
}

/** What a template of files brings: all that it declares, and what was found when it was read. */
export interface FromFiles {
  readonly collected: Collected;
  readonly findings: readonly Finding[];
}

/** The class behind templates; everything is worked out once, when it is first asked for. */
export class TemplateValue implements TemplateOutput {
  static {
    showAsHcl(this, (template) => template.blocks);
  }

  readonly #blocks: readonly BuildBlock[];
  readonly #options: TemplateSettings;
  readonly #site: Site | undefined;
  readonly #registry: ComponentUse | undefined;
  readonly #read: readonly Finding[];
  #collected: Collected | undefined;
  #diagnostics: readonly Diagnostic[] | undefined;

  constructor(
    blocks: readonly BuildBlock[],
    options: TemplateSettings,
    site: Site | undefined,
    registry?: ComponentUse,
    read?: FromFiles,
  ) {
    this.#blocks = blocks;
    this.#options = options;
    this.#site = site;
    this.#registry = registry;
    this.#collected = read?.collected;
    this.#read = read?.findings ?? [];
  }

  /** All that the template has, for {@link contentsOf}. */
  get collected(): Collected {
    return this.#all();
  }

  /** The blocks of its file whatever is wrong with them, for {@link blocksOf}. */
  get blocks(): Iterable<Block> {
    return compile(this.#all(), this.#options);
  }

  /** Findings with the weight that the template gives them, for {@link diagnose}. */
  weigh(findings: readonly Finding[]): readonly Finding[] {
    return weighed(findings, this.#options.checks);
  }

  check(check: CheckOptions = {}): readonly Diagnostic[] {
    if (check.files === true || check.now !== undefined) return this.#look(check);
    return (this.#diagnostics ??= this.#look({}));
  }

  #look(check: CheckOptions): readonly Diagnostic[] {
    const found = [...this.#read, ...checkTemplate(this.#all(), this.#options, this.#site, check)];
    return locate(this.weigh(found));
  }

  toHcl(): string {
    return print({ items: this.#forHcl() });
  }

  toJson(): string {
    return toJson(body([...this.#forHcl()]), PACKER_JSON);
  }

  toLegacyJson(): string {
    this.#checked();
    const { text, findings } = toLegacyJson(this.#all(), this.#options, this.#site);
    if (findings.length > 0) throw new TemplateError([...this.check(), ...locate(findings)]);
    return text;
  }

  write(path: string): Promise<WriteResult> {
    return writeTemplate(this, () => this.#checked(), path);
  }

  hash(): string {
    return hashOf(this.#checked());
  }

  toMermaid(): string {
    this.#checked();
    return mermaidOf(flowOf(this.#all()));
  }

  async toSvg(): Promise<string> {
    this.#checked();
    return svgOf(flowOf(this.#all()));
  }

  #all(): Collected {
    return (this.#collected ??= collect(
      this.#blocks,
      declarationsOf(this.#options.declare ?? []),
      this.#registry,
    ));
  }

  /** The blocks, unless something among them works in legacy JSON only, which is then an error. */
  #forHcl(): Iterable<Block> {
    const blocks = this.#checked();
    const diagnostics = this.check();
    if (!diagnostics.some(({ code }) => code === "legacy-only")) return blocks;
    throw new TemplateError(
      diagnostics.map((diagnostic) =>
        diagnostic.code === "legacy-only" ? { ...diagnostic, severity: "error" } : diagnostic,
      ),
    );
  }

  #checked(): Iterable<Block> {
    const diagnostics = this.check();
    if (diagnostics.some((diagnostic) => diagnostic.severity === "error"))
      throw new TemplateError(diagnostics);
    return this.blocks;
  }
}

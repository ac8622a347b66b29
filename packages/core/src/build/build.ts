import { labelOf, type BuildBlock, type SourceReference, type Stranger } from "../blocks/build-block.js";
import type { ComponentUse } from "../blocks/component-use.js";
import { hcpPackerRegistry, type HcpPackerRegistryOptions } from "../components/hcp-packer-registry.js";
import { showAsHcl } from "../diagnostics/custom-inspect.js";
import { callSite } from "../diagnostics/site.js";
import type { NotEmpty } from "../plugin/constraints.js";
import type { Input } from "../expressions/expr.js";
import { TemplateValue, type TemplateOutput } from "../template/template.js";
import { BUILD_CONTEXT, type BuildContext } from "./context.js";
import type { PostProcessorStep, ProvisionerStep } from "./step.js";

/** A build: sources, the steps that run on each of them, and what becomes of the result. Every method returns a new one. */
export interface Build<out L extends string> extends TemplateOutput {
  /** The names of its sources as `only`, `except` and Packer's `-only` know them: `googlecompute.web`. */
  readonly labels: readonly L[];
  /** The data that the outputs are made from. */
  readonly block: BuildBlock;

  /**
   * Adds provisioners, which run in the order given; falsy ones are dropped.
   *
   * @example
   * image.provision(shell({ script: "setup.sh" }), ({ build }) => shell({ inline: [text`echo ${build.ID}`] }))
   * // provisioner "shell" {
   * //   script = "setup.sh"
   * // }
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/provisioner
   */
  provision(...steps: readonly ProvisionerStep<L>[]): Build<L>;

  /**
   * Sets the provisioner that runs when another one failed; a build has one.
   *
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/onlyexcept#error-cleanup-provisioner
   */
  errorCleanup(step: ProvisionerStep<L>): Build<L>;

  /**
   * Adds a pipeline of post-processors: one step is a `post-processor`, several hand their artifact on and are
   * `post-processors`. Falsy steps are dropped.
   *
   * @example
   * image.postProcess(manifest({ output: "manifest.json" }))
   * // post-processor "manifest" {
   * //   output = "manifest.json"
   * // }
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/post-processors
   */
  postProcess(...pipeline: readonly PostProcessorStep<L>[]): Build<L>;

  /**
   * Tells HCP Packer's registry of the images; a template with a registry has one build. The newer place for it is
   * the template: `template([…], { hcp_packer_registry: { … } })`.
   *
   * @example
   * image.hcpRegistry({ bucket_name: "web", channels: ["production"] })
   * // hcp_packer_registry {
   * //   bucket_name = "web"
   * //   channels    = ["production"]
   * // }
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/hcp_packer_registry
   */
  hcpRegistry(options: HcpPackerRegistryOptions): Build<L>;

  /**
   * Sets the comment above its block, a line for each line of the text; legacy JSON has no place for it.
   *
   * @example
   * image.comment("Rebuilt every night.")
   * // # Rebuilt every night.
   * // build {
   */
  comment(text: string): Build<L>;
}

/** A build whatever its sources are; what {@link template} takes. */
export interface AnyBuild {
  readonly labels: readonly string[];
  readonly block: BuildBlock;
}

/** The options of a build block. */
export interface BuildOptions {
  /** Shown before the sources' names, and part of what `-only` matches. */
  readonly name?: Input<string>;
  readonly description?: Input<string>;
}

/**
 * A build of several sources.
 *
 * @example
 * build([debian, ubuntu], { name: "golden" }).provision(shell({ script: "setup.sh" }))
 * // build {
 * //   name    = "golden"
 * //   sources = ["source.googlecompute.debian", "source.googlecompute.ubuntu"]
 * //   …
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build
 */
export function build<const A extends readonly AnyBuild[]>(
  sources: A & NotEmpty<A, "a build of no sources does nothing: pass at least one">,
  options: BuildOptions = {},
): Build<A[number]["labels"][number]> {
  return new BuildValue({
    ...options,
    sources: sources.flatMap((source) => source.block.sources),
    provisioners: [],
    pipelines: [],
    strangers: sources.flatMap((source) => source.block.strangers),
    site: callSite(build),
  });
}

type Falsy = false | null | undefined | "" | 0;
type AnyStep = { readonly kind: string; readonly use: ComponentUse } | Falsy;

/** The one class behind builds and sources: readonly data, and methods that return another. */
export class BuildValue<L extends string> implements Build<L> {
  static {
    showAsHcl(this, (build) => build.#output.blocks);
  }

  readonly block: BuildBlock;
  #template: TemplateValue | undefined;

  constructor(block: BuildBlock) {
    this.block = block;
  }

  get labels(): readonly L[] {
    // The labels in the type were taken from the very sources whose labels these are.
    return this.block.sources.map((source) => labelOf(source)) as L[];
  }

  provision(...steps: readonly ProvisionerStep<L>[]): Build<L> {
    const { found, strangers } = resolve(steps, "provisioner", "provisioner");
    return this.#next({ provisioners: joined(this.block.provisioners, found) }, strangers);
  }

  errorCleanup(step: ProvisionerStep<L>): Build<L> {
    const { found, strangers } = resolve([step], "provisioner", "error-cleanup-provisioner");
    const [errorCleanup] = found;
    return this.#next(errorCleanup === undefined ? {} : { errorCleanup }, strangers);
  }

  postProcess(...pipeline: readonly PostProcessorStep<L>[]): Build<L> {
    const { found, strangers } = resolve(pipeline, "post-processor", "post-processor");
    return this.#next(found.length === 0 ? {} : { pipelines: [...this.block.pipelines, found] }, strangers);
  }

  hcpRegistry(options: HcpPackerRegistryOptions): Build<L> {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is named, not called
    return this.#next({ registry: hcpPackerRegistry(options, this.hcpRegistry) }, []);
  }

  comment(text: string): Build<L> {
    return this.#next({ comment: text }, []);
  }

  #next(change: Partial<BuildBlock>, strangers: readonly Stranger[]): Build<L> {
    return new BuildValue({
      ...this.block,
      ...change,
      strangers: joined(this.block.strangers, strangers),
    });
  }

  get #output(): TemplateValue {
    return (this.#template ??= new TemplateValue([this.block], {}, this.block.site));
  }

  toHcl(): string {
    return this.#output.toHcl();
  }
  toJson(): string {
    return this.#output.toJson();
  }
  toLegacyJson(): string {
    return this.#output.toLegacyJson();
  }
  check(options?: Parameters<TemplateOutput["check"]>[0]): ReturnType<TemplateOutput["check"]> {
    return this.#output.check(options);
  }
  hash(): string {
    return this.#output.hash();
  }
  toMermaid(): string {
    return this.#output.toMermaid();
  }
  toSvg(): Promise<string> {
    return this.#output.toSvg();
  }
  write(path: string): ReturnType<TemplateOutput["write"]> {
    return this.#output.write(path);
  }
}

/** Both lists as one; neither changes, so that one may stand for both. */
function joined<T>(list: readonly T[], more: readonly T[]): readonly T[] {
  if (more.length === 0) return list;
  return list.length === 0 ? more : [...list, ...more];
}

/** The uses behind steps: functions called with the build's context, falsy ones dropped, others kept as strangers. */
function resolve(
  steps: readonly (AnyStep | ((context: BuildContext) => AnyStep))[],
  kind: "provisioner" | "post-processor",
  place: Stranger["place"],
): { readonly found: readonly ComponentUse[]; readonly strangers: readonly Stranger[] } {
  const found: ComponentUse[] = [];
  let strangers: Stranger[] | undefined;
  for (const step of steps) {
    const value = typeof step === "function" ? step(BUILD_CONTEXT) : step;
    if (value === false || value === null || value === undefined || value === "" || value === 0) continue;
    if (typeof value === "object" && "use" in value && value.kind === kind) found.push(value.use);
    else (strangers ??= []).push({ place, found: describe(value) });
  }
  return { found, strangers: strangers ?? NONE };
}

function describe(value: unknown): string {
  if (typeof value === "object" && value !== null && "kind" in value) return `a ${String(value.kind)}`;
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}

const NONE: readonly never[] = Object.freeze([]);

/** A source in a build of its own. */
export function sourceReferenceBlock(reference: SourceReference): BuildBlock {
  return {
    sources: [reference],
    provisioners: NONE,
    pipelines: NONE,
    strangers: NONE,
    site: reference.as?.site ?? reference.source.site,
  };
}

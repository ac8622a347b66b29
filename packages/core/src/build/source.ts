import { optionsOf, type SourceReference } from "../blocks/build-block.js";
import type { Options } from "../blocks/component-use.js";
import { callSite } from "../diagnostics/site.js";
import { copyEntries } from "../expressions/snapshot.js";
import { createUse } from "../plugin/create-use.js";
import type { Identifier } from "../plugin/identifier.js";
import { BuildValue, sourceReferenceBlock, type Build } from "./build.js";

/** Some of the options `O`; `undefined` leaves one out. */
export type Changes<O> = { readonly [P in keyof O]?: O[P] | undefined };

/** A source: the machine that an image is made from. It is a build of itself until {@link build} joins several. */
export interface Source<out T extends string, out N extends string, O = never> extends Build<`${T}.${N}`> {
  readonly type: T;
  readonly name: N;

  /**
   * Another source with the same options, some of them replaced; an option set to `undefined` is left out.
   *
   * @example
   * debian.with("debian-eu", { zone: "europe-west3-a" })   // source "googlecompute" "debian-eu" { … }
   */
  with<const M extends string>(label: Identifier<M>, overrides: Changes<O>): Source<T, M, O>;

  /**
   * The same source under a local name in one build, with options that it does not have yet: Packer's source block
   * inside a build, which can add options and not replace any.
   *
   * @example
   * build([debian.as("large", { machine_type: "e2-standard-8" })])
   * // build {
   * //   source "googlecompute.debian" {
   * //     name         = "large"
   * //     machine_type = "e2-standard-8"
   * //   }
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/source
   */
  as<const M extends string>(label: Identifier<M>, additions?: Changes<O>): Source<T, M, O>;

  /**
   * Sets the comment above the block of the source, a line for each line of the text; of a source under a local name,
   * that of its block in the build.
   */
  comment(text: string): Source<T, N, O>;
}

/** The class behind sources. */
export class SourceValue<T extends string, N extends string, O>
  extends BuildValue<`${T}.${N}`>
  implements Source<T, N, O>
{
  readonly type: T;
  readonly name: N;
  readonly #reference: SourceReference;

  constructor(type: T, name: N, reference: SourceReference) {
    super(sourceReferenceBlock(reference));
    this.type = type;
    this.name = name;
    this.#reference = reference;
  }

  with<const M extends string>(label: Identifier<M>, overrides: Changes<O>): Source<T, M, O> {
    const { source } = this.#reference;
    const options = { ...optionsOf(this.#reference), ...overrides };
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is named, not called
    const use = { ...createUse(source.definition, options, label), site: callSite(this.with) };
    return new SourceValue<T, M, O>(this.type, label, { source: use });
  }

  as<const M extends string>(label: Identifier<M>, additions?: Changes<O>): Source<T, M, O> {
    const { source, as } = this.#reference;
    const added: Options = copyEntries({ ...as?.additions, ...additions });
    return new SourceValue<T, M, O>(this.type, label, {
      source,
      // eslint-disable-next-line @typescript-eslint/unbound-method -- it is named, not called
      as: { name: label, additions: added, site: callSite(this.as) },
    });
  }

  override comment(text: string): Source<T, N, O> {
    const { source, as } = this.#reference;
    return new SourceValue<T, N, O>(
      this.type,
      this.name,
      as === undefined ? { source: { ...source, comment: text } } : { source, as: { ...as, comment: text } },
    );
  }
}

import type { TemplateOutput } from "@packwright/core";
import type { PlainOptions } from "../evaluate/body.js";
import type { StepExpectation } from "./matchers.js";
import type { PackerExpectation } from "./real-packer.js";
import type { VariableExpectation } from "./variable.js";

/** A matcher of templates; other values have none. */
type OfTemplates<T, M> = T extends TemplateOutput ? M : never;

/**
 * The matchers as `expect` has them; importing `@packwright/testing/vitest` says so to vitest. For jest:
 *
 * @example
 * declare module "expect" {
 *   interface Matchers<R extends void | Promise<void>, T = unknown> extends TemplateMatchers<T> {}
 * }
 */
export interface TemplateMatchers<T> {
  /** The template has no errors; the message shows all of them. */
  toBeValidTemplate: OfTemplates<T, () => void>;
  /**
   * A build uses the source, with at least these options. Options are compared as the component sees them: `25` is `"25"`
   * where the option is a number.
   *
   * @example expect(image).toHaveSource("googlecompute.web", { zone: "europe-west3-a" })
   */
  toHaveSource: OfTemplates<T, (label: string, options?: PlainOptions) => void>;
  /**
   * A build runs the provisioner, with at least these options.
   *
   * @example expect(image).toHaveProvisioner("shell", { script: "setup.sh" }, { times: 1 })
   */
  toHaveProvisioner: OfTemplates<
    T,
    (type: string, options?: PlainOptions, expectation?: StepExpectation) => void
  >;
  /**
   * A build runs the post-processor, with at least these options.
   *
   * @example expect(image).toHavePostProcessor("manifest", { output: "manifest.json" })
   */
  toHavePostProcessor: OfTemplates<
    T,
    (type: string, options?: PlainOptions, expectation?: StepExpectation) => void
  >;
  /** The template declares the variable. */
  toHaveVariable: OfTemplates<T, (name: string, expectation?: VariableExpectation) => void>;
  /** The template is this HCL, layout and comments aside. */
  toMatchHcl: T extends TemplateOutput | string ? (hcl: string) => void : never;
  /**
   * The real `packer validate` accepts the template. Where there is no Packer, or the template's plugins are not installed, the
   * test is skipped with the reason.
   *
   * @example expect(image).toPassPacker({ variables: { project_id: "loopbin" } })
   */
  toPassPacker: OfTemplates<T, (expectation?: PackerExpectation) => void>;
}

import type { TemplateOutput } from "@packwright/core";
import { expect } from "vitest";
import type { PlainOptions } from "./evaluate/body.js";
import { matchers, type StepExpectation } from "./matchers/matchers.js";
import { serializer } from "./matchers/serializer.js";
import type { VariableExpectation } from "./matchers/variable.js";

/** A matcher of templates; other values have none. */
type OfTemplates<T, M> = T extends TemplateOutput ? M : never;

/** The matchers that importing this file gives to `expect`. */
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
}

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the way to add to an interface of a library
  interface Matchers<T> extends TemplateMatchers<T> {}
}

expect.extend(matchers);
expect.addSnapshotSerializer(serializer);

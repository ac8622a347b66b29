import { z } from "zod";
import type { Input } from "../expressions/expr.js";
import { definePostProcessor, defineProvisioner } from "../plugin/define.js";
import type { Infer } from "../plugin/given.js";
import type { LabelList, PostProcessorOf, ProvisionerOf } from "../plugin/meta.js";
import type { TemplateOutput } from "../template/template.js";

/** The options of {@link shell}: as few as tests of steps need. */
export interface ShellOptions {
  readonly inline?: Input<readonly string[], "build">;
  readonly script?: Input<string, "build">;
  readonly valid_exit_codes?: Input<readonly Input<number, "build">[], "build">;
  readonly env?: Input<Readonly<Record<string, string>>, "build">;
  readonly only?: LabelList;
  readonly except?: LabelList;
  readonly override?: Readonly<Record<string, Omit<ShellOptions, "only" | "except" | "override">>>;
  readonly pause_before?: Input<string>;
  readonly max_retries?: Input<number>;
  readonly name?: Input<string>;
  readonly continue_on_error?: boolean;
}

/** A provisioner of Packer's, with few options and no rules, for tests of what is around it. */
export const shell: <const O>(options: ShellOptions & Infer<O>) => ProvisionerOf<O> = defineProvisioner({
  type: "shell",
  options: () =>
    z.strictObject({
      inline: z.array(z.string()),
      script: z.string(),
      valid_exit_codes: z.array(z.int()),
      env: z.record(z.string(), z.string()),
    }),
});

/** The options of {@link manifest}. */
export interface ManifestOptions {
  readonly output?: Input<string, "build">;
  readonly custom_data?: Input<Readonly<Record<string, string>>, "build">;
  readonly only?: LabelList;
  readonly except?: LabelList;
  readonly keep_input_artifact?: boolean;
  readonly name?: Input<string>;
}

/** A post-processor of Packer's, for the same. */
export const manifest: <const O = object>(options?: ManifestOptions & Infer<O>) => PostProcessorOf<O> =
  definePostProcessor({
    type: "manifest",
    options: () => z.strictObject({ output: z.string(), custom_data: z.record(z.string(), z.string()) }),
  });

/** The build blocks of a template, without what stands before them. */
export function buildsOf(output: TemplateOutput): string {
  const hcl = output.toHcl();
  return hcl.slice(hcl.indexOf("build {"));
}

/** What is wrong with a template: how much it weighs, where, and what. */
export function problemsOf(output: TemplateOutput): readonly string[] {
  return output.check().map(({ severity, path, summary }) => `${severity} ${path}: ${summary}`);
}

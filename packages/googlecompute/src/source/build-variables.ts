import { buildVariable, type Expr } from "@packwright/core";

/** What the builder adds to `build`. */
export const BUILD_VARIABLES: readonly string[] = ["SourceImageName"];

/**
 * The name of the image that the machine was started from, in the steps of a build; of a family, the image that was
 * its newest.
 *
 * @example
 * image.provision(shell({ inline: [text`echo built from ${sourceImageName}`] }))
 * // inline = ["echo built from ${build.SourceImageName}"]
 */
export const sourceImageName: Expr<string, "build"> = /* @__PURE__ */ buildVariable("SourceImageName");

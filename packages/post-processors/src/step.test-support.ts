import { build, source, type PostProcessorStep } from "@packwright/core";

const here = source.null("here", { communicator: "none" });

/** A step of a build whose only source is `null.here`. */
export type Step = PostProcessorStep<"null.here">;

/** The block that a pipeline is written as, without the build around it. */
export function hclOf(...pipeline: readonly Step[]): string {
  const text = build([here])
    .postProcess(...pipeline)
    .toHcl();
  const behind = 'sources = ["source.null.here"]\n\n';
  return text
    .slice(text.indexOf(behind) + behind.length)
    .replace(/\n\}\n$/, "\n")
    .replace(/^ {2}/gm, "");
}

/**
 * What is wrong with a step: how much it weighs, where, and what. The source here makes no files, and whether a step can
 * work on what it is given is not asked.
 */
export function problemsOf(step: Step): readonly string[] {
  const diagnostics = build([here])
    .postProcess(step)
    .check()
    .filter(({ code }) => code !== "broken-chain");
  return diagnostics.map(
    ({ severity, path, summary }) =>
      `${severity} ${path.replace("build[0].post-processor[0].", "")}: ${summary}`,
  );
}

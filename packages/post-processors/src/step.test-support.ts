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

/** What is wrong with a step: how much it weighs, where, and what. */
export function problemsOf(step: Step): readonly string[] {
  const diagnostics = build([here]).postProcess(step).check();
  return diagnostics.map(
    ({ severity, path, summary }) =>
      `${severity} ${path.replace("build[0].post-processor[0].", "")}: ${summary}`,
  );
}

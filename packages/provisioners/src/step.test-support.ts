import { build, source, type ProvisionerStep } from "@packwright/core";

const here = source.null("here", { communicator: "none" });

/** A step of a build whose only source is `null.here`. */
export type Step = ProvisionerStep<"null.here">;

/** The block that a step is written as, without the build around it. */
export function hclOf(step: Step): string {
  const text = build([here]).provision(step).toHcl();
  const behind = 'sources = ["source.null.here"]\n\n';
  return text
    .slice(text.indexOf(behind) + behind.length)
    .replace(/\n\}\n$/, "\n")
    .replace(/^ {2}/gm, "");
}

/** What is wrong with a step: how much it weighs, where, and what. */
export function problemsOf(step: Step): readonly string[] {
  // Passwords of tests are written out.
  const diagnostics = build([here])
    .provision(step)
    .check()
    .filter(({ code }) => code !== "literal-secret");
  return diagnostics.map(
    ({ severity, path, summary }) =>
      `${severity} ${path.replace("build[0].provisioner[0].", "")}: ${summary}`,
  );
}

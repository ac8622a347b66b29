import type { Position } from "@packwright/core";
import type { Artifact, Step } from "../stream/event.js";

/** Why a build failed: one problem of one source, or of the template. */
export interface BuildProblem {
  /** The source that failed, as Packer names it; absent when the template itself is at fault. */
  readonly source?: string;
  /** What is wrong, in Packer's words. */
  readonly message: string;
  /** The step in which the source failed, when Packer's messages tell. */
  readonly step?: Step;
  /** Where in the template: `build[0].provisioner[2].shell`. */
  readonly path?: string;
  /**
   * Where in the user's program the option or step was written. A step has the place of its build where this package was
   * imported after the step was made.
   */
  readonly position?: Position;
  /** Where in the file that packer was given. */
  readonly file?: string;
  readonly line?: number;
}

/** A build that did not make all its artifacts. */
export class BuildError extends Error {
  override readonly name = "BuildError";
  readonly problems: readonly BuildProblem[];
  /** What the sources that did not fail have made. */
  readonly artifacts: readonly Artifact[];
  /** Whether it was stopped: by a signal, or through an AbortSignal. */
  readonly interrupted: boolean;
  /** `null` when packer was killed, absent when it was not started. */
  readonly exitCode?: number | null;

  constructor(ended: {
    readonly problems: readonly BuildProblem[];
    readonly artifacts: readonly Artifact[];
    readonly interrupted: boolean;
    readonly exitCode?: number | null;
  }) {
    const { problems, artifacts, interrupted, exitCode } = ended;
    super(messageOf(problems, interrupted, exitCode));
    this.problems = problems;
    this.artifacts = artifacts;
    this.interrupted = interrupted;
    if (exitCode !== undefined) this.exitCode = exitCode;
  }
}

/**
 * One problem as a person reads it.
 *
 * @example
 * // null.web: Script exited with non-zero exit status: 3.
 * //   in the provisioner shell
 * //   at build[0].provisioner[1].shell
 * //   in image.ts:7:14
 */
export function formatProblem({ source, message, step, path, position, file, line }: BuildProblem): string {
  const [first = "", ...more] = message.split("\n");
  const place =
    position !== undefined
      ? [position.file, position.line, position.column]
      : file !== undefined
        ? [file, ...(line === undefined ? [] : [line])]
        : undefined;
  return [
    `${source === undefined ? "" : `${source}: `}${first}`,
    ...(step === undefined ? [] : [`  in the ${step.kind} ${step.component}`]),
    ...(path === undefined ? [] : [`  at ${path}`]),
    ...(place === undefined ? [] : [`  in ${place.join(":")}`]),
    ...more.map((each) => (each === "" ? "" : `  ${each}`)),
  ].join("\n");
}

function messageOf(
  problems: readonly BuildProblem[],
  interrupted: boolean,
  exitCode: number | null | undefined,
): string {
  const how = interrupted
    ? exitCode === undefined
      ? "the build was interrupted before it began"
      : exitCode === null
        ? "the build was killed; what its builders had started may be left behind"
        : "the build was interrupted, and Packer has cleaned up"
    : "the build failed";
  return problems.length === 0 ? how : `${how}\n\n${problems.map(formatProblem).join("\n\n")}\n`;
}

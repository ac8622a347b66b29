import type { Installation } from "../process/run-packer.js";
import { runPacker } from "../process/run-packer.js";
import { watchInterrupts } from "../process/interrupts.js";
import type { RunBuildOptions } from "../packer-options.js";
import type { Artifact, PackerEvent } from "../stream/event.js";
import { StreamReader } from "../stream/reader.js";
import { maskEvent } from "../template/mask.js";
import type { PreparedRun } from "../template/prepare.js";
import { blockPathAt, lineOfBlock, optionAt } from "./block-path.js";
import { BuildError, type BuildProblem } from "./build-error.js";
import { failedStep, sourcePart } from "./failed-step.js";
import { manifestEntries, type ManifestEntry } from "./manifest.js";
import { Outcome, type SourceFailure, type SourceOutcome } from "./outcome.js";
import type { PackerDiagnostic } from "./packer-diagnostics.js";
import { positionIn } from "./position.js";

/** An artifact, with what the template's `manifest` tells of it, if it has one. */
export interface BuiltArtifact extends Artifact {
  readonly manifest?: ManifestEntry;
}

/** What a build made. */
export interface BuildResult {
  /** In the order in which Packer tells of them. */
  readonly artifacts: readonly BuiltArtifact[];
  readonly sources: readonly SourceOutcome[];
  /** What Packer warns of. */
  readonly warnings: readonly PackerDiagnostic[];
  /** From start to end, in milliseconds. */
  readonly duration: number;
}

/** Runs `packer build`; see {@link Packer.build}. */
export async function runBuild(
  installation: Installation,
  prepared: PreparedRun,
  options: RunBuildOptions,
): Promise<BuildResult> {
  const started = new Date();
  const outcome = new Outcome();
  const stream = new StreamReader();
  const failed: unknown[] = [];
  const interrupts = watchInterrupts(options.signal, options.kill, options.handleSignals !== false);
  const isInterrupted = (): boolean => interrupts.signal.aborted;
  // Stops packer when the caller's own function failed.
  const stop = new AbortController();
  const take = (events: readonly PackerEvent[]): void => {
    for (const raw of events) {
      const event = maskEvent(raw, prepared.mask);
      outcome.take(event);
      try {
        if (failed.length === 0) options.onEvent?.(event);
      } catch (error) {
        failed.push(error);
        stop.abort();
      }
    }
  };
  try {
    if (isInterrupted()) throw new BuildError({ problems: [], artifacts: [], interrupted: true });
    const { exitCode, errors } = await runPacker(installation, argumentsOf(prepared, options), {
      onOutput: (piece) => {
        take(stream.push(piece));
      },
      signal: AbortSignal.any([interrupts.signal, stop.signal]),
      kill: interrupts.kill,
    });
    take(stream.end());
    if (failed.length > 0) throw failed[0];
    if (isInterrupted() && exitCode !== 0) {
      // Packer's processes die one after the other, and the first may still tell of the others.
      const problems = failuresOf(outcome, prepared, options);
      const code = interrupts.kill.aborted ? null : exitCode;
      throw new BuildError({ problems, artifacts: outcome.artifacts, interrupted: true, exitCode: code });
    }
    const problems = problemsOf(outcome, prepared, options, exitCode, errors);
    if (problems.length > 0) {
      throw new BuildError({ problems, artifacts: outcome.artifacts, interrupted: false, exitCode });
    }
  } finally {
    interrupts.release();
  }
  const entries = await manifestEntries(prepared.file.files, installation.cwd, started);
  return {
    artifacts: outcome.artifacts.map((artifact) => withManifest(artifact, entries)),
    sources: outcome.sources,
    warnings: outcome.diagnostics.filter(({ severity }) => severity === "warning"),
    duration: Date.now() - started.getTime(),
  };
}

function argumentsOf(prepared: PreparedRun, options: RunBuildOptions): readonly string[] {
  const { only, except, force, onError, parallel, debug, timestamps } = options;
  return [
    "build",
    "-machine-readable",
    "-color=false",
    ...(only === undefined ? [] : [`-only=${only.join(",")}`]),
    ...(except === undefined ? [] : [`-except=${except.join(",")}`]),
    ...(force === true ? ["-force"] : []),
    ...(onError === undefined ? [] : [`-on-error=${onError}`]),
    ...(parallel === undefined ? [] : [`-parallel-builds=${String(parallel)}`]),
    ...(debug === true ? ["-debug"] : []),
    ...(timestamps === true ? ["-timestamp-ui"] : []),
    ...prepared.varFile,
    prepared.file.path,
  ];
}

/** Why a run failed; nothing for one that did not. */
function problemsOf(
  outcome: Outcome,
  prepared: PreparedRun,
  options: RunBuildOptions,
  exitCode: number | null,
  errors: string,
): readonly BuildProblem[] {
  if (exitCode === 0) {
    // Packer is content with an `only` that nothing matches.
    return outcome.sources.length > 0
      ? []
      : [{ message: "no source was built: none has a name that only and except leave" }];
  }
  const problems = failuresOf(outcome, prepared, options);
  if (problems.length > 0) return problems;
  const said = outcome.lastError ?? prepared.mask(errors).trim();
  const end = exitCode === null ? "packer was killed" : `packer ended with exit code ${String(exitCode)}`;
  return [{ message: said === "" ? end : said }];
}

function failuresOf(
  outcome: Outcome,
  { file }: PreparedRun,
  options: RunBuildOptions,
): readonly BuildProblem[] {
  return [
    ...outcome.diagnostics
      .filter(({ severity }) => severity === "error")
      .map((diagnostic) => problemOf(diagnostic, file)),
    ...outcome.failures.map((failure) => failureOf(failure, file, options)),
  ];
}

/** A failure with the part of the template in which it happened. */
function failureOf(
  { source, error, step, signs }: SourceFailure,
  { files, template }: PreparedRun["file"],
  { except = [] }: RunBuildOptions,
): BuildProblem {
  const part =
    step !== undefined
      ? failedStep(files, source, signs, except.length > 0)
      : signs.length === 0
        ? sourcePart(files, source)
        : undefined;
  const position = part === undefined ? undefined : positionIn(template, part.path);
  const { file } = part?.file.source ?? {};
  return {
    source,
    message: error,
    ...(step === undefined ? {} : { step }),
    ...(part === undefined ? {} : { path: part.path }),
    ...(position === undefined ? {} : { position }),
    // The file of a template made here is gone when somebody reads this.
    ...(part === undefined || file === undefined || template !== undefined
      ? {}
      : { file, line: lineOfBlock(part.file, part.block) }),
  };
}

/** A diagnostic with the block of the template that its line is in. */
export function problemOf(
  diagnostic: PackerDiagnostic,
  { files, template }: PreparedRun["file"],
): BuildProblem {
  const { summary, detail, file, line } = diagnostic;
  const parsed =
    file === undefined ? undefined : files.find(({ source }) => source.file?.endsWith(file) === true);
  const isKnown = parsed !== undefined && line !== undefined;
  const path = isKnown ? blockPathAt(parsed, line) : undefined;
  const option = isKnown ? optionAt(parsed, line) : undefined;
  const position =
    path === undefined ? undefined : positionIn(template, option === undefined ? path : `${path}.${option}`);
  return {
    message: detail === undefined ? summary : `${summary}\n${detail}`,
    ...(path === undefined ? {} : { path }),
    ...(position === undefined ? {} : { position }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  };
}

function withManifest(artifact: Artifact, entries: readonly ManifestEntry[]): BuiltArtifact {
  const manifest = entries.find(
    ({ name, builder_type: type, artifact_id: id }) =>
      id === artifact.id && (artifact.source === name || `.${artifact.source}`.endsWith(`.${type}.${name}`)),
  );
  return manifest === undefined ? artifact : { ...artifact, manifest };
}

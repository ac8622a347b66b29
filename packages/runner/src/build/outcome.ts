import type { Artifact, PackerEvent, Step } from "../stream/event.js";
import { isRetry } from "../stream/step-messages.js";
import type { StepSign } from "./failed-step.js";
import { packerDiagnostics, type PackerDiagnostic } from "./packer-diagnostics.js";

/** How a source ended. */
export interface SourceOutcome {
  readonly source: string;
  readonly outcome: "finished" | "failed" | "stopped";
  /** How long it took, in Packer's words. */
  readonly took?: string;
}

/** Why a source failed, and in which step. */
export interface SourceFailure {
  readonly source: string;
  readonly error: string;
  readonly step: Step | undefined;
  /** What it said of its steps before. */
  readonly signs: readonly StepSign[];
}

/** What is kept of a run's events: a part that does not grow with its log. */
export class Outcome {
  readonly artifacts: Artifact[] = [];
  readonly diagnostics: PackerDiagnostic[] = [];
  readonly failures: SourceFailure[] = [];
  readonly #sources = new Map<string, SourceOutcome>();
  readonly #failedSteps = new Map<string, Step>();
  readonly #signs = new Map<string, StepSign[]>();
  /** What Packer said of no source; only the last of it, for a failure that nothing else tells of. */
  #lastError: string | undefined;

  take(event: PackerEvent): void {
    switch (event.type) {
      case "source-started":
        this.#sources.set(event.source, { source: event.source, outcome: "stopped" });
        return;
      case "source-ended": {
        const { source, outcome, took, error } = event;
        this.#sources.set(source, { source, outcome, ...(took === undefined ? {} : { took }) });
        if (error !== undefined) this.#fail(source, error);
        return;
      }
      case "step-ended":
        if (event.outcome === "failed") this.#failedSteps.set(event.source, event.step);
        return;
      case "artifact":
        this.artifacts.push(event.artifact);
        return;
      case "error":
        this.#fail(event.source, event.error);
        return;
      case "said":
        if (event.source !== undefined) {
          if (event.level === "say" && isRetry(event.text)) this.#sign(event.source, "again");
          return;
        }
        this.diagnostics.push(...packerDiagnostics(event.text));
        if (event.level === "error") this.#lastError = event.text.trim();
        return;
      case "step-started":
        if (event.step.kind !== "clean-up") this.#sign(event.source, event.step);
        return;
      case "other":
        return;
    }
  }

  get sources(): readonly SourceOutcome[] {
    return [...this.#sources.values()];
  }

  get lastError(): string | undefined {
    return this.#lastError;
  }

  /** Packer tells of a failure twice: when it happens, and at the end. */
  #fail(source: string, error: string): void {
    if (this.failures.some((each) => each.source === source)) return;
    const signs = this.#signs.get(source) ?? [];
    this.failures.push({ source, error, step: this.#failedSteps.get(source), signs });
  }

  #sign(source: string, sign: StepSign): void {
    const signs = this.#signs.get(source);
    if (signs === undefined) this.#signs.set(source, [sign]);
    else signs.push(sign);
  }
}

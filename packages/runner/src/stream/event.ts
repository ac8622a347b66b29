/** What every event has. */
interface AnyEvent {
  /** When Packer wrote it; Packer tells whole seconds. */
  readonly time: Date;
}

/** Something said for people to read: output of a step, progress of a builder, a warning. */
export interface SaidEvent extends AnyEvent {
  readonly type: "said";
  /** The source that said it, as Packer names it: `null.web`, or `golden.null.web` in a build with a name. */
  readonly source?: string;
  /**
   * `say` is what Packer itself says, `message` the detail below it. `error` is also what a script writes to its
   * standard error: by itself it means no failure.
   */
  readonly level: "say" | "message" | "error";
  /** Without the `==> null.web: ` that Packer puts before each line. */
  readonly text: string;
}

/** The first sign of a source. */
export interface SourceStartedEvent extends AnyEvent {
  readonly type: "source-started";
  readonly source: string;
}

/** A source is done: with its artifacts still to come, or with the error that ended it. */
export interface SourceEndedEvent extends AnyEvent {
  readonly type: "source-ended";
  readonly source: string;
  /** `stopped` when it ended after an interrupt, with or without being done. */
  readonly outcome: "finished" | "failed" | "stopped";
  /** How long it took, in Packer's words: `2 minutes 1 second`. */
  readonly took?: string;
  readonly error?: string;
}

/** A step of a source as Packer's messages tell of it. */
export interface Step {
  /** The error-cleanup-provisioner counts as `clean-up`. */
  readonly kind: "provisioner" | "post-processor" | "clean-up";
  /** `shell`, `shell-local`, `manifest` … */
  readonly component: string;
}

/** A step began. Packer has no such message of its own: this is known for the components that say something first. */
export interface StepStartedEvent extends AnyEvent {
  readonly type: "step-started";
  readonly source: string;
  readonly step: Step;
}

/** A step ended: another one began, or its source ended. */
export interface StepEndedEvent extends AnyEvent {
  readonly type: "step-ended";
  readonly source: string;
  readonly step: Step;
  /** `failed` for the step in which its source failed, `stopped` for one that was interrupted. */
  readonly outcome: "finished" | "failed" | "stopped";
}

/** What a builder or a post-processor made. */
export interface Artifact {
  /** The source that it was made from. */
  readonly source: string;
  /** Its place among the artifacts of the source, from 0. */
  readonly index: number;
  /** The component that made it, in a spelling of its own: `packer.googlecompute`. Empty when Packer tells none. */
  readonly builderId: string;
  /** What the cloud calls it: an image's name, an id. Empty when Packer tells none. */
  readonly id: string;
  /** What it is, as a sentence. */
  readonly description: string;
  /** Paths of its files, as Packer tells them: relative ones to the folder that Packer ran in. */
  readonly files: readonly string[];
}

/** An artifact is complete. */
export interface ArtifactEvent extends AnyEvent {
  readonly type: "artifact";
  readonly source: string;
  readonly artifact: Artifact;
}

/** Why a source failed, told at the end of the whole run. */
export interface ErrorEvent extends AnyEvent {
  readonly type: "error";
  readonly source: string;
  readonly error: string;
}

/** A line that means nothing else: a type that later versions of Packer add, or no machine-readable line at all. */
export interface OtherEvent extends AnyEvent {
  readonly type: "other";
  readonly line: string;
}

/** What happens while Packer runs, in the order of its output. */
export type PackerEvent =
  | SaidEvent
  | SourceStartedEvent
  | SourceEndedEvent
  | StepStartedEvent
  | StepEndedEvent
  | ArtifactEvent
  | ErrorEvent
  | OtherEvent;

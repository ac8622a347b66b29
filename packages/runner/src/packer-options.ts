import type { PackerEvent } from "./stream/event.js";
import type { Variables } from "./template/variables.js";

/** Which packer, and where it runs. */
export interface PackerOptions {
  /** Its path, or a name that is looked for on the PATH; `packer` when nothing is said. */
  readonly binary?: string;
  /** The folder that it runs in, which relative paths in templates start from; this program's when nothing is said. */
  readonly cwd?: string;
  /** Environment variables beside those of this program; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** What all commands that read a template share. */
export interface TemplateCommandOptions {
  /**
   * Values of variables. Packer gets them in a file that only this user can read and that is removed afterwards, never
   * on its command line.
   */
  readonly variables?: Variables;
  /** Where to write the template, ending in `.pkr.hcl`, to have it left there; a private file otherwise. */
  readonly path?: string;
  /** Interrupts Packer, as Ctrl-C does: it stops and takes down what it had started, which is waited for. */
  readonly signal?: AbortSignal;
}

/** What `packer validate` can be told. */
export interface ValidateOptions extends TemplateCommandOptions {
  /** Sources to look at, no others: `null.web`, `golden.*`. */
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  /** Looks at the syntax alone. */
  readonly syntaxOnly?: boolean;
}

/** What `packer build` can be told. */
export interface RunBuildOptions extends TemplateCommandOptions {
  /** Sources to build, no others: `null.web`, `golden.*`. */
  readonly only?: readonly string[];
  /** Sources and post-processors to leave out. */
  readonly except?: readonly string[];
  /** Replaces artifacts that are there. */
  readonly force?: boolean;
  /** What Packer does when a step fails; `cleanup` when nothing is said. `ask` needs a terminal and is not among them. */
  readonly onError?: "cleanup" | "abort" | "run-cleanup-provisioner";
  /** How many sources are built at the same time; 0, the default, is all. */
  readonly parallel?: number;
  /** Builds one source at a time and keeps the keys of machines; Packer does not stop between steps, as nobody could answer. */
  readonly debug?: boolean;
  /** Begins each message with the time. Events carry theirs without it. */
  readonly timestamps?: boolean;
  /** Whether plugins that the template requires are installed first, if they are missing; `true` when nothing is said. */
  readonly init?: boolean;
  /** Is told of everything that happens, while it happens. An error that it throws stops the build. */
  readonly onEvent?: (event: PackerEvent) => void;
  /** Kills Packer at once: what its builders had started may be left behind. */
  readonly kill?: AbortSignal;
  /**
   * Whether SIGINT, SIGTERM and SIGHUP of this program interrupt the build, and a second one kills it; `true` when
   * nothing is said. Packer does not get Ctrl-C by itself.
   */
  readonly handleSignals?: boolean;
}

/** Where a command writes; tests and the process have one each. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/** Where a command runs. */
export interface Surroundings extends Output {
  readonly cwd: string;
  /** The file that Node runs as this command. */
  readonly program: string;
  /** The terminal that is written to, if it is one. */
  readonly terminal?: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readInput(): Promise<string>;
}

/** How a command ends: what a shell sees. */
export const EXIT: {
  readonly ok: 0;
  readonly failed: 1;
  readonly usage: 2;
  readonly stale: 3;
  readonly interrupted: 130;
} = { ok: 0, failed: 1, usage: 2, stale: 3, interrupted: 130 };

/** A mistake of the user with all there is to say about it; no stack is shown. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Whether an error is of a template; the template's own copy of `@packwright/core` may not be that of this package. */
export function isTemplateError(error: unknown): error is Error & { readonly name: "TemplateError" } {
  return error instanceof Error && error.name === "TemplateError";
}

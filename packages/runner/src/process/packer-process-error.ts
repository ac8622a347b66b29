/** There is no program of that name, or it is not HashiCorp's Packer. */
export class PackerNotFoundError extends Error {
  override readonly name = "PackerNotFoundError";
  readonly binary: string;

  constructor(binary: string, why: string) {
    super(
      `${why}; install Packer from https://developer.hashicorp.com/packer/install, or say where it is: packer({ binary: "/path/to/packer" })`,
    );
    this.binary = binary;
  }
}

/** A packer that is too old for what is asked of it. */
export class PackerVersionError extends Error {
  override readonly name = "PackerVersionError";
  /** The version that was found. */
  readonly version: string;

  constructor(version: string, problems: readonly string[]) {
    super(problems.map((problem) => `${problem}; this is Packer ${version}`).join("\n"));
    this.version = version;
  }
}

/** A command of Packer that failed without saying more than its output does. */
export class PackerCommandError extends Error {
  override readonly name = "PackerCommandError";
  readonly command: string;
  readonly exitCode: number | null;
  /** What it printed, its last part when that was long. */
  readonly output: string;

  constructor(command: string, exitCode: number | null, output: string) {
    const end = exitCode === null ? "was killed" : `ended with exit code ${String(exitCode)}`;
    super(`packer ${command} ${end}${output === "" ? "" : `:\n\n${output.trimEnd()}`}`);
    this.command = command;
    this.exitCode = exitCode;
    this.output = output;
  }
}

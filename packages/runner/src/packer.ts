import { keepPlacesOfSteps } from "@packwright/core";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { problemOf, runBuild, type BuildResult } from "./build/run-build.js";
import { BuildError, type BuildProblem } from "./build/build-error.js";
import { packerDiagnostics } from "./build/packer-diagnostics.js";
import { readInspection, type Inspection } from "./inspect/inspection.js";
import type {
  PackerOptions,
  RunBuildOptions,
  TemplateCommandOptions,
  ValidateOptions,
} from "./packer-options.js";
import {
  PackerCommandError,
  PackerNotFoundError,
  PackerVersionError,
} from "./process/packer-process-error.js";
import { runPacker, type Installation } from "./process/run-packer.js";
import { prepare, type PreparedRun } from "./template/prepare.js";
import { inPrivateFolder, type TemplateInput } from "./template/template-file.js";
import { INIT_SINCE } from "./version/features.js";
import { isAtLeast, OLDEST, parseVersion, type PackerVersion } from "./version/version.js";

// Templates are made before a packer is: whoever imports this may have to be told where a step was written.
keepPlacesOfSteps();

/** What `packer validate` says of a template. */
export interface Validation {
  readonly ok: boolean;
  /** The errors, all that Packer found. */
  readonly problems: readonly BuildProblem[];
  readonly warnings: readonly BuildProblem[];
}

/** A packer on this machine, driven from a program. */
export interface Packer {
  /**
   * The version of packer, which is asked once.
   *
   * @throws PackerNotFoundError when it is missing or is another program, PackerVersionError when it is older than 1.6.0
   */
  version(): Promise<PackerVersion>;

  /**
   * Installs the plugins that a template requires and that are missing.
   *
   * @throws PackerVersionError before 1.7.0, which has its plugins built in; PackerCommandError when it fails
   * @see https://developer.hashicorp.com/packer/docs/commands/init
   */
  init(
    template: TemplateInput,
    options?: { readonly upgrade?: boolean } & TemplateCommandOptions,
  ): Promise<void>;

  /**
   * Has Packer check a template.
   *
   * @returns what is wrong with it; it throws only for what keeps Packer from checking
   * @see https://developer.hashicorp.com/packer/docs/commands/validate
   */
  validate(template: TemplateInput, options?: ValidateOptions): Promise<Validation>;

  /**
   * The variables and builds of a template in HCL as Packer reads it.
   *
   * @throws PackerCommandError when Packer cannot read it
   * @see https://developer.hashicorp.com/packer/docs/commands/inspect
   */
  inspect(template: TemplateInput, options?: TemplateCommandOptions): Promise<Inspection>;

  /**
   * Builds a template: installs its missing plugins, runs `packer build`, tells what happens, and returns what was made.
   *
   * @throws BuildError when anything failed or the build was interrupted; TemplateError, VariablesError and
   * PackerVersionError before anything is run
   * @example
   * const { artifacts } = await packer().build(image, {
   *   variables: { project_id: "loopbin" },
   *   onEvent: (event) => { if (event.type === "said") console.log(event.source ?? "", event.text); },
   * });
   * @see https://developer.hashicorp.com/packer/docs/commands/build
   */
  build(template: TemplateInput, options?: RunBuildOptions): Promise<BuildResult>;
}

/**
 * A packer on this machine. Nothing is run before one of its methods is called.
 *
 * @example
 * const { text } = await packer({ binary: "/opt/packer" }).version(); // "1.16.0"
 */
export function packer(options: PackerOptions = {}): Packer {
  return new InstalledPacker({
    binary: options.binary ?? "packer",
    cwd: options.cwd ?? process.cwd(),
    env: { ...process.env, ...options.env },
  });
}

class InstalledPacker implements Packer {
  readonly #installation: Installation;
  #version: Promise<PackerVersion> | undefined;

  constructor(installation: Installation) {
    this.#installation = installation;
  }

  version(): Promise<PackerVersion> {
    return (this.#version ??= versionOf(this.#installation));
  }

  init(
    template: TemplateInput,
    { upgrade, ...options }: { readonly upgrade?: boolean } & TemplateCommandOptions = {},
  ): Promise<void> {
    return this.#prepared(template, options, false, (prepared) =>
      this.#init(prepared, upgrade === true ? ["-upgrade"] : [], options.signal),
    );
  }

  validate(template: TemplateInput, options: ValidateOptions = {}): Promise<Validation> {
    const { only, except, syntaxOnly, signal } = options;
    const flags = [
      ...(only === undefined ? [] : [`-only=${only.join(",")}`]),
      ...(except === undefined ? [] : [`-except=${except.join(",")}`]),
      ...(syntaxOnly === true ? ["-syntax-only"] : []),
    ];
    return this.#prepared(template, options, syntaxOnly !== true, async ({ file, varFile, mask }) => {
      const args = ["validate", ...flags, ...varFile, file.path];
      const result = await runPacker(this.#installation, args, { signal });
      const { exitCode } = result;
      const output = mask(`${result.output}\n${result.errors}`);
      const found = packerDiagnostics(output);
      const of = (severity: "error" | "warning"): readonly BuildProblem[] =>
        found.filter((each) => each.severity === severity).map((each) => problemOf(each, file));
      const problems = of("error");
      if (exitCode === 0) return { ok: true, problems, warnings: of("warning") };
      if (exitCode !== 1) throw new PackerCommandError("validate", exitCode, output);
      // What Packer says of legacy JSON has no form.
      const all = problems.length > 0 ? problems : [{ message: output.trim() }];
      return { ok: false, problems: all, warnings: of("warning") };
    });
  }

  inspect(template: TemplateInput, options: TemplateCommandOptions = {}): Promise<Inspection> {
    return this.#prepared(template, options, false, async ({ file, varFile, mask }) => {
      const args = ["inspect", ...varFile, file.path];
      const { exitCode, output, errors } = await runPacker(this.#installation, args, {
        signal: options.signal,
      });
      const inspection = exitCode === 0 ? readInspection(mask(output)) : undefined;
      if (inspection !== undefined) return inspection;
      throw new PackerCommandError("inspect", exitCode, mask(`${output}\n${errors}`));
    });
  }

  async build(template: TemplateInput, options: RunBuildOptions = {}): Promise<BuildResult> {
    const { parallel } = options;
    if (parallel !== undefined && !(Number.isInteger(parallel) && parallel >= 0)) {
      throw new RangeError(
        `parallel is ${String(parallel)}; give a whole number from 0, which means all at once`,
      );
    }
    return this.#prepared(template, options, true, async (prepared, version) => {
      if (options.init !== false && prepared.file.requiresPlugins && isAtLeast(version, INIT_SINCE)) {
        await this.#init(prepared, [], options.signal);
      }
      return runBuild(withTemporaryFiles(this.#installation, prepared.folder), prepared, options);
    });
  }

  async #prepared<T>(
    template: TemplateInput,
    options: TemplateCommandOptions,
    needsValues: boolean,
    work: (prepared: PreparedRun, version: PackerVersion) => Promise<T>,
  ): Promise<T> {
    const version = await this.version();
    return inPrivateFolder(temporaryFolder(this.#installation), async (folder) =>
      work(await prepare(template, options, version, folder, this.#installation, needsValues), version),
    );
  }

  async #init(
    { file }: PreparedRun,
    flags: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const version = await this.version();
    if (!isAtLeast(version, INIT_SINCE)) {
      throw new PackerVersionError(version.text, [
        `packer init needs Packer ${INIT_SINCE} or later; older ones have their plugins built in`,
      ]);
    }
    const { exitCode, output, errors } = await runPacker(this.#installation, ["init", ...flags, file.path], {
      signal,
    });
    if (exitCode === 0) return;
    if (signal?.aborted === true) {
      throw new BuildError({ problems: [], artifacts: [], interrupted: true });
    }
    throw new PackerCommandError("init", exitCode, `${output}\n${errors}`.trim());
  }
}

/** Where packer would put its temporary files. */
function temporaryFolder({ cwd, env }: Installation): string {
  const { TMPDIR: folder = "" } = env;
  return folder === "" ? tmpdir() : resolve(cwd, folder);
}

/**
 * Packer and its plugins leave scripts and keys in the folder of temporary files when they are interrupted; this one is
 * private, and gone when the build is done.
 */
function withTemporaryFiles(installation: Installation, folder: string): Installation {
  // Windows looks at the last two.
  return { ...installation, env: { ...installation.env, TMPDIR: folder, TMP: folder, TEMP: folder } };
}

async function versionOf(installation: Installation): Promise<PackerVersion> {
  const { binary } = installation;
  const { exitCode, output } = await runPacker(installation, ["version"]);
  const version = parseVersion(/^Packer v(\S+)/m.exec(output)?.[1] ?? "");
  if (exitCode !== 0 || version === undefined) {
    throw new PackerNotFoundError(
      binary,
      `"${binary}" is not HashiCorp's Packer: "packer version" tells no version`,
    );
  }
  if (!isAtLeast(version, OLDEST)) {
    throw new PackerVersionError(version.text, [`Packwright needs Packer ${OLDEST} or later`]);
  }
  return version;
}

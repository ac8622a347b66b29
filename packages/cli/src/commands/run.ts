import {
  BuildError,
  packer,
  PackerCommandError,
  PackerNotFoundError,
  PackerVersionError,
  VariablesError,
  type RunBuildOptions,
} from "@packwright/runner";
import { relative } from "node:path";
import type { Loaded } from "../load/load-templates.js";
import { createPrinter } from "../progress/printer.js";
import { variablesOf } from "./given-variables.js";
import { EXIT, isTemplateError, UserError, type Surroundings } from "../output.js";

/** What `run` can be told. */
export interface RunOptions {
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  readonly force?: boolean;
  readonly debug?: boolean;
  readonly onError?: string;
  readonly parallel?: string;
  readonly var?: readonly string[];
  readonly packer?: string;
  /** `false` installs no plugins. */
  readonly init?: boolean;
  /** Prints events as JSON, one a line. */
  readonly json?: boolean;
}

const ON_ERROR = ["cleanup", "abort", "run-cleanup-provisioner"] as const;
/** Errors of which the message tells a person all there is. */
const TOLD = [
  BuildError,
  PackerCommandError,
  PackerNotFoundError,
  PackerVersionError,
  VariablesError,
  RangeError,
];

/** Builds templates with the packer of this machine, one after the other; the first that fails is the last. */
export async function run(
  loaded: readonly Loaded[],
  options: RunOptions,
  around: Surroundings,
): Promise<number> {
  const { cwd } = around;
  const settings = settingsOf(options);
  const driver = packer({ cwd, ...(options.packer === undefined ? {} : { binary: options.packer }) });
  for (const { file, template } of loaded) {
    const printer = await createPrinter(relative(cwd, file), options.json === true, around);
    try {
      printer.finish(await driver.build(template, { ...settings, onEvent: printer.take }));
    } catch (error) {
      printer.end();
      if (!(error instanceof Error) || !isTold(error)) throw error;
      const interrupted = error instanceof BuildError && error.interrupted;
      throw new UserError(
        `${relative(cwd, file)}: ${error.message.trimEnd()}`,
        interrupted ? EXIT.interrupted : EXIT.failed,
      );
    }
  }
  return EXIT.ok;
}

function isTold(error: Error): boolean {
  return isTemplateError(error) || TOLD.some((kind) => error instanceof kind);
}

function settingsOf(options: RunOptions): RunBuildOptions {
  const { only, except, force, debug, onError, parallel, init } = options;
  const how = ON_ERROR.find((each) => each === onError);
  if (onError !== undefined && how === undefined) {
    throw new UserError(`--on-error is "${onError}"; it is one of ${ON_ERROR.join(", ")}`, EXIT.usage);
  }
  if (parallel !== undefined && !/^\d+$/.test(parallel)) {
    throw new UserError(
      `--parallel is "${parallel}"; give a whole number from 0, which means all at once`,
      EXIT.usage,
    );
  }
  return {
    variables: variablesOf(options.var ?? []),
    ...(only === undefined ? {} : { only }),
    ...(except === undefined ? {} : { except }),
    ...(force === undefined ? {} : { force }),
    ...(debug === undefined ? {} : { debug }),
    ...(how === undefined ? {} : { onError: how }),
    ...(parallel === undefined ? {} : { parallel: Number(parallel) }),
    ...(init === undefined ? {} : { init }),
  };
}

import {
  BuildError,
  packer,
  PackerCommandError,
  PackerNotFoundError,
  PackerVersionError,
  VariablesError,
  type BuildResult,
  type PackerEvent,
  type RunBuildOptions,
} from "@packwright/runner";
import { relative } from "node:path";
import type { Loaded } from "../load/load-templates.js";
import { variablesOf } from "./given-variables.js";
import { EXIT, isTemplateError, UserError, type Output } from "../output.js";

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
  cwd: string,
  output: Output,
): Promise<number> {
  const settings = settingsOf(options);
  const driver = packer({ cwd, ...(options.packer === undefined ? {} : { binary: options.packer }) });
  const print = options.json === true ? jsonPrinter(output) : linePrinter(output);
  for (const { file, template } of loaded) {
    try {
      const result = await driver.build(template, { ...settings, onEvent: print });
      if (options.json === true) output.out(`${JSON.stringify({ type: "result", ...result })}\n`);
      else output.out(summaryOf(result));
    } catch (error) {
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

function jsonPrinter(output: Output): (event: PackerEvent) => void {
  return (event) => {
    output.out(`${JSON.stringify(event)}\n`);
  };
}

/** Every line that is said, with the name of its source before it. */
function linePrinter(output: Output): (event: PackerEvent) => void {
  return (event) => {
    if (event.type === "other") output.err(`${event.line}\n`);
    // The summary at the end is made from the result.
    if (event.type !== "said" || event.source === undefined) return;
    for (const line of event.text.split("\n")) output.out(`${event.source} | ${line}\n`);
  };
}

/** A table of sources and what became of each. */
function summaryOf({ sources, artifacts, warnings }: BuildResult): string {
  const rows = sources.map(({ source, outcome, took }) => {
    const made = new Set(
      artifacts.filter((each) => each.source === source).map(({ description }) => description),
    );
    return [source, outcome, took ?? "", [...made].join("; ")];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const told = warnings.map(({ summary }) => `warning: ${summary}\n`).join("");
  return `${told}\n${lines.join("\n")}\n`;
}

import { join } from "node:path";
import type { TemplateCommandOptions } from "../packer-options.js";
import type { Installation } from "../process/run-packer.js";
import type { PackerVersion } from "../version/version.js";
import { maskOf } from "./mask.js";
import { templateFile, writePrivately, type TemplateFile, type TemplateInput } from "./template-file.js";
import { secretsOf, valuesOf, variableProblems, varFileText } from "./variables.js";

/** A template and its variables as packer gets them. */
export interface PreparedRun {
  readonly file: TemplateFile;
  /** The private folder, which is gone when the command is done. */
  readonly folder: string;
  /** The argument that names the var file. */
  readonly varFile: readonly string[];
  /** Hides the values of sensitive variables. */
  readonly mask: (text: string) => string;
}

/** Values of variables that a template cannot take, or that it lacks. */
export class VariablesError extends Error {
  override readonly name = "VariablesError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/**
 * Writes what packer reads into a folder.
 *
 * @param needsValues whether variables without a default must have one
 */
export async function prepare(
  input: TemplateInput,
  options: TemplateCommandOptions,
  version: PackerVersion,
  folder: string,
  { cwd, env }: Installation,
  needsValues: boolean,
): Promise<PreparedRun> {
  const file = await templateFile(input, version, folder, options.path, cwd);
  const values = valuesOf(options.variables ?? {});
  const { declared } = file;
  // Var files that Packer finds by itself may hold the missing values of a template that is there.
  if (declared !== undefined && file.template !== undefined && needsValues) {
    const problems = variableProblems(values, declared, env);
    if (problems.length > 0) throw new VariablesError(problems);
  }
  const path = join(folder, file.isLegacy ? "variables.json" : "variables.pkrvars.json");
  if (values.size > 0) await writePrivately(path, varFileText(values, file.isLegacy));
  return {
    file,
    folder,
    varFile: values.size > 0 ? [`-var-file=${path}`] : [],
    mask: maskOf(secretsOf(values, declared ?? [], env)),
  };
}

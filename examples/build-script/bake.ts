// What the tutorial has one type, as a function: writes a template, validates it, builds it, and lists what was made.
import type { TemplateOutput } from "@packwright/core";
import { BuildError, formatProblem, packer, type PackerEvent, type Variables } from "@packwright/runner";
import { list } from "./list.js";

/** Where and with what a template is built. */
export interface Baking {
  /** Has the files that the template names; the template and its manifest are written there. */
  readonly folder: string;
  /** The name of the template's file, without the ending. */
  readonly name: string;
  readonly variables: Variables;
  /** Environment variables for packer and gcloud, beside those of this program. */
  readonly env?: Readonly<Record<string, string>>;
  /** Takes what there is to tell, line by line. */
  readonly print: (line: string) => void;
}

/**
 * @param image has a manifest that is written to packer-manifest.json
 * @returns the exit code: 0 built, 1 failed, 130 interrupted
 */
export async function bake(image: TemplateOutput, baking: Baking): Promise<number> {
  const { folder, name, variables, env = {}, print } = baking;
  const here = packer({ cwd: folder, env });
  // Packer gets the template that is left there: one that it can read, whatever its version.
  const path = `${name}.pkr.hcl`;

  const { ok, problems, warnings } = await here.validate(image, { path, variables });
  print(`wrote ${path}`);
  for (const problem of [...warnings, ...problems]) print(formatProblem(problem));
  if (!ok) return 1;
  print(`Packer ${(await here.version()).text} accepts it`);

  try {
    const { duration } = await here.build(image, { path, variables, onEvent: progress(print) });
    print(`built in ${Math.ceil(duration / 1000)} s:`);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    print(error.message);
    return error.interrupted ? 130 : 1;
  }

  await list(image, { manifest: `${folder}/packer-manifest.json`, env, print });
  return 0;
}

/** Tells what is said, each line behind the source that it is about. */
function progress(print: (line: string) => void): (event: PackerEvent) => void {
  return (event) => {
    if (event.type !== "said") return;
    const { source = "packer", text } = event;
    for (const line of text.split("\n")) if (line !== "") print(`${source} | ${line}`);
  };
}

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Loaded } from "../load/load-templates.js";
import { EXIT, isTemplateError, UserError, type Output } from "../output.js";

/** What `graph` can be told. */
export interface GraphOptions {
  readonly format: string;
  /** The folder to write to; printed when nothing is said. */
  readonly out?: string;
}

/** Draws the flow of templates. */
export async function graph(
  loaded: readonly Loaded[],
  { format, out }: GraphOptions,
  cwd: string,
  output: Output,
): Promise<number> {
  if (format !== "mermaid" && format !== "svg") {
    throw new UserError(`--format is "${format}"; it is one of mermaid, svg`, EXIT.usage);
  }
  const drawn: (readonly [name: string, picture: string])[] = [];
  for (const { name, file, template } of loaded) {
    try {
      drawn.push([name, format === "mermaid" ? template.toMermaid() : await template.toSvg()]);
    } catch (error) {
      if (isTemplateError(error)) throw new UserError(`${relative(cwd, file)}: ${error.message.trimEnd()}`);
      throw error;
    }
  }
  for (const [name, picture] of drawn) {
    if (out === undefined) {
      output.out(picture.endsWith("\n") ? picture : `${picture}\n`);
      continue;
    }
    const path = join(resolve(cwd, out), `${name}.${format === "mermaid" ? "mmd" : "svg"}`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, picture);
    output.out(`written   ${relative(cwd, path)}\n`);
  }
  return EXIT.ok;
}

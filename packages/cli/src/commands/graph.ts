import type * as Rasterizer from "@resvg/resvg-js";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Loaded } from "../load/load-templates.js";
import { EXIT, isTemplateError, UserError, type Output } from "../output.js";

/** What `graph` can be told. */
export interface GraphOptions {
  readonly format: string;
  /** The folder to write to; printed when nothing is said. */
  readonly out?: string;
}

/** How each format is drawn, and the ending of its files. */
const FORMATS: Readonly<Record<string, { readonly ending: string; readonly draw: Draw }>> = {
  mermaid: { ending: "mmd", draw: (template) => Promise.resolve(template.toMermaid()) },
  svg: { ending: "svg", draw: (template) => template.toSvg() },
  png: { ending: "png", draw: async (template) => rasterized(await template.toSvg()) },
};

type Draw = (template: Loaded["template"]) => Promise<string | Uint8Array>;

/** Draws the flow of templates. */
export async function graph(
  loaded: readonly Loaded[],
  { format, out }: GraphOptions,
  cwd: string,
  output: Output,
): Promise<number> {
  const drawing = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (drawing === undefined) {
    throw new UserError(
      `--format is "${format}"; it is one of ${Object.keys(FORMATS).join(", ")}`,
      EXIT.usage,
    );
  }
  if (format === "png" && out === undefined) {
    throw new UserError("a PNG is no text to print; name a folder to write it to with --out", EXIT.usage);
  }
  const drawn: (readonly [name: string, picture: string | Uint8Array])[] = [];
  for (const { name, file, template } of loaded) {
    try {
      drawn.push([name, await drawing.draw(template)]);
    } catch (error) {
      if (isTemplateError(error) || isMissingPackage(error)) {
        throw new UserError(`${relative(cwd, file)}: ${error.message.trimEnd()}`);
      }
      throw error;
    }
  }
  for (const [name, picture] of drawn) {
    if (out === undefined) {
      const text = String(picture);
      output.out(text.endsWith("\n") ? text : `${text}\n`);
      continue;
    }
    const path = join(resolve(cwd, out), `${name}.${drawing.ending}`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, picture);
    await rename(`${path}.part`, path);
    output.out(`written   ${relative(cwd, path)}\n`);
  }
  return EXIT.ok;
}

/** The picture in pixels, twice as many as it is wide, for screens that have them. */
async function rasterized(svg: string): Promise<Uint8Array> {
  const { Resvg } = await loadResvg();
  return new Resvg(svg, { fitTo: { mode: "zoom", value: 2 }, background: "white" }).render().asPng();
}

async function loadResvg(): Promise<typeof Rasterizer> {
  try {
    return await import("@resvg/resvg-js");
  } catch (cause) {
    throw new Error("a PNG needs the package @resvg/resvg-js; install it beside @packwright/cli", { cause });
  }
}

/** Whether a picture needs a package that is not installed. */
function isMissingPackage(error: unknown): error is Error {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND";
}

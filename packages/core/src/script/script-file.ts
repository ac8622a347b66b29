import { string } from "@packwright/hcl";
import type { Input } from "../expressions/expr.js";
import { createExpr } from "../expressions/expr-value.js";
import { STRING } from "../expressions/value-type.js";

/**
 * The path of a file that stands beside a module of the program, as Packer finds it when it is started where the
 * program was: relative to the working directory, with `/` between its parts.
 *
 * A file that is not there is a diagnostic of the template that uses the path.
 *
 * @param module `import.meta` of the module that the file stands beside
 * @param path from that module to the file
 * @param options.from the folder that Packer will be started in, where that is another one
 * @example
 * shell({ script: script(import.meta, "./setup.sh") })   // script = "images/web/setup.sh"
 */
export function script(
  module: { readonly url: string },
  path: string,
  { from }: { readonly from?: string } = {},
): Input<string> {
  const node = nodeModules();
  if (node === undefined) return missing(path, "there is no disk here to look for the file on");
  const { files, paths, urls } = node;
  const beside = urls.fileURLToPath(module.url);
  const file = paths.resolve(paths.dirname(beside), path);
  const found = files.statSync(file, { throwIfNoEntry: false });
  if (found === undefined)
    return missing(path, `there is no file ${file}; it is looked for beside ${beside}`);
  if (!found.isFile()) return missing(path, `${file} is no file`);
  return paths.relative(from ?? process.cwd(), file).replaceAll(paths.sep, "/");
}

/** A path that stands for no file, which the template that uses it tells of. */
function missing(path: string, reason: string): Input<string> {
  return createExpr({
    node: string(path),
    type: STRING,
    uses: [],
    problems: [{ path: [], reason }],
    inBuild: false,
  });
}

/** The modules of Node, Bun and Deno that are asked for when a path is, and not when this package is loaded. */
function nodeModules() {
  if (typeof process === "undefined" || typeof process.getBuiltinModule !== "function") return undefined;
  return {
    files: process.getBuiltinModule("node:fs"),
    paths: process.getBuiltinModule("node:path"),
    urls: process.getBuiltinModule("node:url"),
  };
}

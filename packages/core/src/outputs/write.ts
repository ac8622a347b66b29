import type { Block } from "@packwright/hcl/nodes";
import type { TemplateOutput, WriteResult } from "../template/template.js";
import { folderFiles, isFolder, isOurs } from "./folder.js";
import { replaceFile } from "./replace-file.js";

/** The forms of a template, by the ending of its file; the longer endings come first. */
const FORMS: readonly (readonly [ending: string, print: (template: TemplateOutput) => string])[] = [
  [".pkr.hcl", (template) => template.toHcl()],
  [".pkr.json", (template) => template.toJson()],
  [".json", (template) => template.toLegacyJson()],
];

/**
 * See {@link TemplateOutput.write}.
 *
 * @param blocks the blocks of a template that has no errors
 */
export async function writeTemplate(
  template: TemplateOutput,
  blocks: () => Iterable<Block>,
  path: string,
): Promise<WriteResult> {
  if (isFolder(path)) {
    const content = folderFiles(blocks());
    const { replaceFolder } = await import("./replace-folder.js");
    const files = await replaceFolder(path, content, isOurs);
    return { path, changed: files.some(({ change }) => change !== "kept"), files };
  }
  const form = FORMS.find(([ending]) => path.endsWith(ending));
  if (form === undefined) {
    throw new RangeError(
      `"${path}" does not say which form to write; let it end in .pkr.hcl (HCL), .pkr.json (HCL as JSON) or .json (legacy JSON), or with a slash for a folder of .pkr.hcl files`,
    );
  }
  // Everything is printed before the disk is touched, so an error leaves the file that was there.
  const [, print] = form;
  const content = print(template);
  return { path, changed: await replaceFile(path, content) };
}

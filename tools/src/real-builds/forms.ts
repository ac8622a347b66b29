import type { TemplateOutput } from "@packwright/core";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { withoutPackerBlock } from "../packer.js";

/** A form of a template: the file that Packer knows it by, and its text, as Packer 1.6 reads it. */
export interface Form {
  readonly file: string;
  readonly print: (template: TemplateOutput) => string;
}

/** The three forms, each without the `packer` block, which Packer 1.6 does not know. */
export const FORMS: readonly Form[] = [
  { file: "image.pkr.hcl", print: (template) => withoutPackerBlock(template.toHcl()) },
  {
    file: "image.pkr.json",
    print: (template) =>
      JSON.stringify(
        JSON.parse(template.toJson(), (key, value: unknown) => (key === "packer" ? undefined : value)),
        undefined,
        2,
      ),
  },
  { file: "image.json", print: (template) => template.toLegacyJson() },
];

/** Writes a template in one form to a folder. */
export function writeForm(folder: string, { file, print }: Form, template: TemplateOutput): void {
  writeFileSync(join(folder, file), print(template));
}

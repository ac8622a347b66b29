import { diagnose, type Position, type TemplateOutput } from "@packwright/core";

/** Where in the user's program a part of a template, or an option of it, was written; nothing for a file in HCL. */
export function positionIn(template: TemplateOutput | undefined, path: string): Position | undefined {
  if (template === undefined) return undefined;
  try {
    const problem = { severity: "error", code: "packer/failed", summary: "", path } as const;
    return diagnose(template, [problem])[0]?.position;
  } catch (error) {
    // A template of another copy of core: what keeps the places of its parts is not known here.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

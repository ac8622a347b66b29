import type { TemplateRule } from "../check-template.js";
import { forEachPart } from "../parts.js";
import { reporter } from "../report.js";

/** Components over which Packer crashes when it reads them from HCL. */
export const crashingComponentsRule: TemplateRule = ({ collected }, findings) => {
  forEachPart(collected, ({ use, path }) => {
    const { kind, type, legacyOnly } = use.definition;
    // What is known to work in legacy JSON is refused by the outputs in HCL, and not as a whole.
    if (kind !== "provisioner" || type !== "sleep" || legacyOnly !== undefined) return;
    reporter(
      findings,
      path,
      use.site,
    )({
      code: "packer-crash",
      summary: "Packer crashes over the provisioner sleep in HCL",
      detail: 'Give the next step pause_before = "…", or let a shell sleep.',
    });
  });
};

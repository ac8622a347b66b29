import { allowsBelow, isVersionConstraint } from "../../plugin/version-constraint.js";
import type { TemplateRule } from "../check-template.js";
import { neededVersions } from "../needed-versions.js";
import { reporter } from "../report.js";

/** What a template uses is there in every version of Packer that its `required_version` allows. */
export const versionsRule: TemplateRule = ({ collected, options }, findings) => {
  const { required_version, requirements, isLegacy = false } = options;
  // Whoever runs a template from files has a Packer that reads it, or hears it from Packer.
  const weight = requirements === undefined ? {} : { severity: "warning" as const };
  // Without a constraint the template is written with the one that it needs, as is one that was legacy JSON.
  if (isLegacy || required_version === undefined || !isVersionConstraint(required_version)) return;
  for (const { what, since, path, site, keys } of neededVersions(collected)) {
    if (!allowsBelow(required_version, since)) continue;
    reporter(
      findings,
      path,
      site,
    )({
      code: "packer-version",
      ...weight,
      summary: `${what} came with Packer ${since}, and required_version ${JSON.stringify(required_version)} allows older ones`,
      detail: `Write required_version: ">= ${since}", or do without it.`,
      keys,
    });
  }
};

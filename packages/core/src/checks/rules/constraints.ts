import { isVersionConstraint } from "../../plugin/version-constraint.js";
import { requiredPlugins } from "../../template/template-options.js";
import type { TemplateRule } from "../check-template.js";
import { reporter } from "../report.js";

const HINT = 'Write for example ">= 1.10.0", or several with commas: ">= 1.1.1, < 2.0.0".';

/** Versions of Packer and of plugins are constraints that Packer can read. */
export const constraintsRule: TemplateRule = ({ collected, options, site }, findings) => {
  const report = reporter(findings, "packer", site);
  const { required_version } = options;
  if (required_version !== undefined && !isVersionConstraint(required_version)) {
    report({
      code: "bad-constraint",
      summary: `required_version ${JSON.stringify(required_version)} is no version constraint`,
      detail: HINT,
      keys: ["required_version"],
    });
  }
  const plugins = requiredPlugins(collected.plugins, options);
  for (const { name, version } of plugins) {
    if (isVersionConstraint(version)) continue;
    report({
      code: "bad-constraint",
      summary: `required_plugins.${name} ${JSON.stringify(version)} is no version constraint`,
      detail: HINT,
      keys: ["required_plugins", name],
    });
  }
  for (const name of Object.keys(options.required_plugins ?? {})) {
    if (plugins.some((plugin) => plugin.name === name)) continue;
    report({
      code: "bad-constraint",
      summary: `required_plugins names ${name}, which no build of this template uses`,
      detail: "Leave it out; plugins are declared by use.",
      keys: ["required_plugins", name],
    });
  }
};

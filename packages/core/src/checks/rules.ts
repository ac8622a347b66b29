import type { TemplateRule } from "./check-template.js";
import { buildsRule } from "./rules/builds.js";
import { buildVariablesRule } from "./rules/build-variables.js";
import { componentsRule } from "./rules/components.js";
import { chainsRule } from "./rules/chains.js";
import { constraintsRule } from "./rules/constraints.js";
import { filesRule } from "./rules/files.js";
import { cyclesRule } from "./rules/cycles.js";
import { hcpPackerRegistryRule } from "./rules/hcp-packer-registry.js";
import { labelsRule } from "./rules/labels.js";
import { legacyOnlyRule } from "./rules/legacy-only.js";
import { localsRule } from "./rules/locals.js";
import { namesRule } from "./rules/names.js";
import { sourceAdditionsRule } from "./rules/source-additions.js";
import { variablesRule } from "./rules/variables.js";
import { versionsRule } from "./rules/versions.js";

/** Every rule over a template, in the order in which their findings are shown. */
export const TEMPLATE_RULES: readonly TemplateRule[] = [
  constraintsRule,
  versionsRule,
  namesRule,
  variablesRule,
  localsRule,
  cyclesRule,
  componentsRule,
  buildsRule,
  hcpPackerRegistryRule,
  sourceAdditionsRule,
  labelsRule,
  buildVariablesRule,
  legacyOnlyRule,
  chainsRule,
  filesRule,
];

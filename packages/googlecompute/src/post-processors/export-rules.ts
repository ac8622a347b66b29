import { about, type Rule } from "@packwright/core";
import * as message from "../rules/messages.js";
import { knownText } from "../rules/values.js";

/** The plugin takes any text for a path; the machine that exports copies to Cloud Storage only. */
export const pathsRule: Rule = about(["paths"], (context) => {
  const paths = context.literal("paths");
  if (!Array.isArray(paths)) return;
  for (const [at, path] of paths.entries()) {
    const text = knownText(path);
    if (text === undefined || /^gs:\/\/[^/]+\/./.test(text)) continue;
    context.report({
      summary: `${message.PATH}, and not ${JSON.stringify(text)}`,
      detail:
        "The plugin takes any text; the copy fails on the machine that exports, which ends the build as a success.",
      option: ["paths", at],
      severity: "warning",
      code: "invalid-value",
    });
  }
});

/** Unlike other post-processors that only read their artifact, this one does not keep it unless it is asked to. */
export const deletedImageRule: Rule = (context) => {
  const keep = context.options["keep_input_artifact"];
  if (keep !== undefined && keep !== null) return;
  context.report({
    summary: message.DELETED,
    detail:
      "keep_input_artifact is false when nothing is said, and Packer then deletes the image that was built.",
    severity: "warning",
    code: "plugin-bug",
  });
};

/** The exporting machine has no region to expand the name of a subnetwork with. */
export const bareSubnetworkRule: Rule = about(["subnetwork"], (context) => {
  if (knownText(context.literal("subnetwork"))?.includes("/") !== false) return;
  context.report({
    summary: message.SUBNETWORK,
    detail: "Write projects/PROJECT/regions/REGION/subnetworks/NAME.",
    option: "subnetwork",
    severity: "warning",
    code: "plugin-bug",
  });
});

/** Said once an export, as nothing in the template can change it. */
export const silentFailureRule: Rule = (context) => {
  context.report({
    summary: "the plugin reports an export that failed as a success",
    detail: "When it matters, look for the object behind the build: gcloud storage ls gs://…",
    severity: "note",
    code: "plugin-bug",
  });
};

import { about, type Rule } from "@packwright/core";
import { knownText } from "../rules/values.js";
import { isResourceName, RESOURCE_NAME_FORM } from "../source/formats.js";

/** The bucket is a name, which the plugin puts into URLs as it is. */
export const bucketRule: Rule = about(["bucket"], (context) => {
  const bucket = knownText(context.literal("bucket"));
  if (bucket === undefined || /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(bucket)) return;
  context.report({
    summary: `bucket is ${JSON.stringify(bucket)}: it is the bare name of a bucket, in lower case and without gs://`,
    detail: "The plugin finds out only when it uploads.",
    option: "bucket",
    severity: "warning",
    code: "invalid-value",
  });
});

/** Names that the builder looks at and the import hands on to Google. */
export const importedNamesRule: Rule = about(["image_name", "image_family"], (context) => {
  for (const option of ["image_name", "image_family"]) {
    const name = knownText(context.literal(option));
    if (name === undefined || isResourceName(name)) continue;
    context.report({
      summary: `${option} has to be ${RESOURCE_NAME_FORM}`,
      detail: "The import does not look at it; Google refuses it when the archive is uploaded already.",
      option,
      severity: "warning",
      code: "invalid-value",
    });
  }
});

const IDLE = ["universe_domain", "custom_endpoints"];

/** Options that the plugin accepts and never hands to the client that it works with. */
export const idleOptionsRule: Rule = about(IDLE, (context) => {
  for (const option of IDLE) {
    if (!context.isSet(option)) continue;
    context.report({
      summary: `${option} has no effect here: the plugin imports by Google's own addresses whatever it says`,
      option,
      severity: "warning",
      code: "plugin-bug",
    });
  }
});

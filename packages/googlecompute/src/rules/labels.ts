import { about, allowsBelow, type Rule, type RuleContext } from "@packwright/core";
import { isLabelKey, isLabelValue } from "../source/formats.js";
import { isObject, knownText } from "./values.js";

/** The first version of the plugin that looks at labels. */
const LOOKS_AT_LABELS = "1.1.7";

/** Labels of the image have the form that Google demands; earlier versions of the plugin leave that to Google. */
export const labelsRule: Rule = about(["image_labels"], (context) => {
  const labels = context.literal("image_labels");
  if (!isObject(labels)) return;
  for (const [key, value] of Object.entries(labels)) {
    if (!isLabelKey(key)) {
      report(
        context,
        key,
        `image_labels has the key ${JSON.stringify(key)}: a key has 1 to 63 lower-case letters, digits, underscores and dashes, beginning with a letter`,
      );
    }
    const text = knownText(value);
    if (text !== undefined && !isLabelValue(text)) {
      report(
        context,
        key,
        `image_labels.${key} is ${JSON.stringify(text)}: a value has at most 63 lower-case letters, digits, underscores and dashes`,
      );
    }
  }
});

function report(context: RuleContext, key: string, summary: string): void {
  const passes = mayPass(context.plugin);
  context.report({
    summary,
    detail: passes
      ? `Version ${LOOKS_AT_LABELS} and later of the plugin refuse it, and so does Google when the image is made.`
      : "The plugin refuses it, as does Google.",
    option: ["image_labels", key],
    severity: passes ? "warning" : "error",
    code: "invalid-value",
  });
}

/** Whether the template may be used with a version of the plugin that does not look at labels. */
function mayPass(plugin: RuleContext["plugin"]): boolean {
  return plugin !== undefined && allowsBelow(plugin.version ?? plugin.bindings, LOOKS_AT_LABELS);
}

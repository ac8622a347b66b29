import { about, allowsBelow, type Rule, type RuleContext } from "@packwright/core";
import { isLabelKey, isLabelValue } from "../source/formats.js";
import * as message from "./messages.js";
import { isObject, knownText } from "./values.js";

/** The first version of the plugin that looks at labels. */
const LOOKS_AT_LABELS = "1.1.7";

/** Labels of the image have the form that Google demands; earlier versions of the plugin leave that to Google. */
export const labelsRule: Rule = about(["image_labels"], (context) => {
  checkLabels(context, "image_labels", () =>
    mayPass(context.plugin)
      ? {
          severity: "warning",
          detail: `Version ${LOOKS_AT_LABELS} and later of the plugin refuse it, and so does Google when the image is made.`,
        }
      : { severity: "error", detail: "The plugin refuses it, as does Google." },
  );
});

/** The most labels that Google takes. */
const MOST = 64;

/** Labels that the plugin hands on as they are; Google refuses them when the build asks for them. */
export function uncheckedLabelsRule(option: string): Rule {
  return about([option], (context) => {
    checkLabels(context, option, () => ({ severity: "warning", detail: GOOGLE_LABELS }));
  });
}

const GOOGLE_LABELS =
  "Packer does not look at it; Google refuses it: https://cloud.google.com/compute/docs/labeling-resources#requirements";

/** How many labels there are, which only Google counts. */
export function labelCountRule(option: string): Rule {
  return about([option], (context) => {
    const labels = context.literal(option);
    if (!isObject(labels) || Object.keys(labels).length <= MOST) return;
    context.report({
      summary: `${option} has ${String(Object.keys(labels).length)} entries: Google takes ${String(MOST)} at most`,
      detail: GOOGLE_LABELS,
      option,
      severity: "warning",
      code: "invalid-value",
    });
  });
}

function checkLabels(
  context: RuleContext,
  option: string,
  verdict: () => { readonly severity: "warning" | "error"; readonly detail: string },
): void {
  const labels = context.literal(option);
  if (!isObject(labels)) return;
  const report = (key: string, summary: string): void => {
    context.report({ ...verdict(), summary, option: [option, key], code: "invalid-value" });
  };
  for (const [key, value] of Object.entries(labels)) {
    if (!isLabelKey(key)) {
      report(key, `${option} has the key ${JSON.stringify(key)}: ${message.LABEL_KEY}`);
    }
    const text = knownText(value);
    if (text !== undefined && !isLabelValue(text)) {
      report(
        key,
        `${option}.${key} is ${JSON.stringify(text)}: a value has at most 63 lower-case letters, digits, underscores and dashes`,
      );
    }
  }
}

/** Whether the template may be used with a version of the plugin that does not look at labels. */
function mayPass(plugin: RuleContext["plugin"]): boolean {
  return plugin !== undefined && allowsBelow(plugin.version ?? plugin.bindings, LOOKS_AT_LABELS);
}

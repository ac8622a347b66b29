import { about, connectsBy, isExpr, type Rule, type RuleContext } from "@packwright/core";

/** Without a password the plugin asks the guest agent of Windows for one, and crashes where there is none. */
export const windowsPasswordRule: Rule = about(["communicator"], (context) => {
  if (connectsBy(context) !== "winrm" || context.isSet("winrm_password") || mayBeWindows(context)) return;
  context.report({
    summary: "winrm_password is missing, which only Windows images do without",
    detail:
      "Nothing in the source image's name or family says Windows. On another image the plugin crashes when it looks for a password: set winrm_password.",
    option: "communicator",
    severity: "warning",
    code: "plugin-bug",
  });
});

/** Whether the source image may be one of Windows. */
function mayBeWindows(context: RuleContext): boolean {
  return ["source_image", "source_image_family", "source_image_project_id"].some((option) => {
    const value = context.options[option];
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return texts.some((text) => isExpr(text) || (typeof text === "string" && /windows|\{\{/i.test(text)));
  });
}

/** Whether the source image is one of Windows for certain. */
export function isWindows(context: RuleContext): boolean {
  return ["source_image", "source_image_family", "source_image_project_id"].some((option) => {
    const value = context.literal(option);
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return texts.some((text) => typeof text === "string" && /windows|^sql-.*-win-/i.test(text));
  });
}

import type { Finding } from "../diagnostics/diagnostic.js";
import type { Collected } from "../template/collect.js";
import type { TemplateOptions } from "../template/template-options.js";
export function toLegacyJson(
  _c: Collected,
  _o: TemplateOptions,
): { text: string; findings: readonly Finding[] } {
  return { text: "", findings: [] };
}

import type { Finding } from "../diagnostics/diagnostic.js";
import type { Site } from "../diagnostics/site.js";
import type { Collected } from "../template/collect.js";
import type { TemplateOptions } from "../template/template-options.js";
import { TEMPLATE_RULES } from "./rules.js";

/** What a rule over a whole template sees. */
export interface TemplateView {
  readonly collected: Collected;
  readonly options: TemplateOptions;
  readonly site: Site | undefined;
}

/** A rule over a whole template: it looks, adds what it finds, and never throws. */
export type TemplateRule = (view: TemplateView, findings: Finding[]) => void;

/** Runs every rule; nothing stops at the first problem. */
export function checkTemplate(
  collected: Collected,
  options: TemplateOptions,
  site: Site | undefined,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of TEMPLATE_RULES) rule({ collected, options, site }, findings);
  return findings;
}

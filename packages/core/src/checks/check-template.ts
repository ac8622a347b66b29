import type { Finding } from "../diagnostics/diagnostic.js";
import type { Site } from "../diagnostics/site.js";
import type { Collected } from "../template/collect.js";
import type { TemplateSettings } from "../template/template-options.js";
import { runOwnRule } from "./own-rule.js";
import { TEMPLATE_RULES } from "./rules.js";

/** What a rule over a whole template sees. */
export interface TemplateView {
  readonly collected: Collected;
  readonly options: TemplateSettings;
  readonly site: Site | undefined;
  /** What the check was asked for beside what it always does. */
  readonly check?: CheckOptions;
}

/** What `check` of a template does beside what it always does. */
export interface CheckOptions {
  /** Look at the files that the template names too: scripts, keys, credentials; in Node, Bun and Deno only. */
  readonly files?: boolean;
  /** The moment to compare dates with, in place of now. */
  readonly now?: Date;
}

/** A rule over a whole template: it looks, adds what it finds, and never throws. */
export type TemplateRule = (view: TemplateView, findings: Finding[]) => void;

/** Runs every rule; nothing stops at the first problem. */
export function checkTemplate(
  collected: Collected,
  options: TemplateSettings,
  site: Site | undefined,
  check: CheckOptions = {},
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of TEMPLATE_RULES) rule({ collected, options, site, check }, findings);
  for (const rule of options.rules ?? []) runOwnRule(rule, collected, site, findings);
  return findings;
}

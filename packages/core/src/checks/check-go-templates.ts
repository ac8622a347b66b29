import type { Options } from "../blocks/component-use.js";
import { isExpr, stateOf } from "../expressions/expr-value.js";
import type { ComponentDefinition } from "../plugin/component.js";
import { isContent } from "../plugin/files.js";
import { BUILD_FIELDS, GO_FUNCTIONS, readGoTemplate } from "../plugin/go-template.js";
import { nearest } from "./nearest.js";
import { optionIndex } from "./option-index.js";
import type { Reporter } from "./report.js";
import { isSecret } from "./secrets.js";

const BRACES =
  "Packer reads {{ }} in this text itself. To pass the braces on, write {{`{{`}} in the place of {{.";

const NO_VALUE = `Packer writes "<no value>". ${BRACES}`;

/** Functions of legacy JSON that Packer refuses in HCL, and what to use there. */
const LEGACY_ONLY: Readonly<Record<string, string>> = {
  user: "Use a variable in its place.",
  env: "Use a variable in its place; Packer takes its value from PKR_VAR_… in the environment.",
  build: "Use the context of the step: ({ build }) => …",
  template_dir: "Use path.root in its place.",
};

const NOTHING_BUILT =
  "Nothing is built yet when Packer reads a source: use a variable or a literal in its place.";

/** Text options of Packer's that use `{{ }}`: the functions exist, and the fields are those that the option has. */
export function checkGoTemplates(definition: ComponentDefinition, options: Options, report: Reporter): void {
  const { fields, kind, type, missingFunctions } = definition;
  if (fields === undefined) return;
  const inSource = kind === "source";
  const index = optionIndex(definition).options;
  for (const option of Object.keys(options)) {
    if (index.get(option)?.isOwn !== true) continue;
    const known = Object.hasOwn(fields, option) ? fields[option] : undefined;
    forEachText(options[option], [option], (text, path, whole) => {
      const found = readGoTemplate(text);
      const name = path.join(".");
      // What looks like a template may be a part of a secret, also of one that stands in the place of its path.
      const conceal = isSecret(definition, path) || (option.endsWith("_file") && isContent(text));
      if (!found.closed) {
        if (!whole) return;
        const summary = `${name} has a {{ without its }}, or a quote in it without its end`;
        report({ code: "invalid-value", summary, detail: BRACES, keys: path });
        return;
      }
      for (const called of new Set(found.functions)) {
        const remedy = Object.hasOwn(LEGACY_ONLY, called) ? LEGACY_ONLY[called] : undefined;
        if (remedy !== undefined) {
          const summary = `${name} calls {{ ${called} }}, which works in legacy JSON only`;
          const detail = inSource && called === "build" ? NOTHING_BUILT : remedy;
          // The texts of a source are filled in when Packer validates, and it stops there.
          const severity = inSource ? "error" : "warning";
          report({ code: "invalid-value", severity, summary, detail, keys: path });
        } else if (!GO_FUNCTIONS.has(called)) {
          const summary = conceal
            ? `${name} has {{ }} with a function that Packer does not have`
            : `${name} calls {{ ${called} }}, and Packer has no such function`;
          const detail = missingFunctions?.[called] ?? BRACES;
          report({ code: "invalid-value", summary, detail, keys: path });
        }
      }
      for (const field of new Set(found.fields)) {
        if (known?.includes(field) === true) continue;
        report({
          code: "invalid-value",
          severity: "warning",
          summary: conceal
            ? `${name} has {{ }} with a field that ${type} does not fill in there`
            : `${name} uses {{ .${field} }}, which ${type} does not fill in there`,
          detail: inSource || conceal ? NO_VALUE : fieldRemedy(field, known),
          keys: path,
        });
      }
    });
  }
}

function fieldRemedy(field: string, known: readonly string[] | undefined): string {
  if (known === undefined) {
    return BUILD_FIELDS.includes(field)
      ? `Packer writes "<no value>". Use the context of the step: ({ build }) => … build.${field} …`
      : NO_VALUE;
  }
  const meant = nearest(field, known);
  const list = known.map((name) => `{{ .${name} }}`).join(", ");
  return `${meant === undefined ? "" : `Did you mean {{ .${meant} }}? `}It has ${list}.`;
}

/** Calls `visit` with every text that has `{{`; of a text with expressions, with each part, which is then not `whole`. */
function forEachText(
  value: unknown,
  path: readonly string[],
  visit: (text: string, path: readonly string[], whole: boolean) => void,
): void {
  if (typeof value === "string") {
    if (value.includes("{{")) visit(value, path, true);
  } else if (isExpr(value)) {
    const { node } = stateOf(value);
    if (node.kind === "string" && node.value.includes("{{")) visit(node.value, path, true);
    if (node.kind !== "template" && node.kind !== "heredoc") return;
    for (const part of node.parts)
      if (part.kind === "text" && part.value.includes("{{")) visit(part.value, path, node.parts.length === 1);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value) as [string, unknown][])
      forEachText(entry, [...path, key], visit);
  }
}

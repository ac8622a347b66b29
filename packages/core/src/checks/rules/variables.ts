import { write } from "../../expressions/to-node.js";
import { unwritable } from "@packwright/hcl";
import type { TemplateRule } from "../check-template.js";
import { reporter } from "../report.js";

const SENTENCE = /^(?![\p{Ll}])[^]*[.?!]$/u;

/** Variables have a type of HCL's, a default that their schema accepts, and messages that are sentences. */
export const variablesRule: TemplateRule = ({ collected }, findings) => {
  for (const variable of collected.variables) {
    const report = reporter(findings, `variable.${variable.name}`, variable.site);
    for (const summary of variable.unsupported) {
      report({
        code: "unknown-type",
        summary,
        detail: "Use string, number, boolean, enum, literal, array, set, tuple, record, object, any.",
      });
    }
    for (const constraint of variable.unwritten) {
      report({
        code: "unchecked-constraint",
        severity: "note",
        summary: `${constraint} is checked in TypeScript only, not by Packer`,
      });
    }
    if (variable.default !== undefined) checkDefault(variable.default.value);
    const reason = unwritable(variable.description ?? "");
    if (reason !== undefined) {
      report({ code: "unwritable-value", summary: `the description cannot be written: ${reason}` });
    }
    for (const { error_message } of variable.validations) {
      if (SENTENCE.test(error_message)) continue;
      report({
        code: "invalid-value",
        summary: `the error message ${JSON.stringify(error_message)} is no sentence`,
        detail: "Packer wants one that begins with a capital letter and ends with a full stop, ? or !.",
      });
    }

    function checkDefault(value: unknown): void {
      for (const { path, reason } of write(value).problems) {
        report({
          code: "unwritable-value",
          summary: `${["the default", ...path].join(".")} cannot be written: ${reason}`,
        });
      }
      for (const message of value === null ? [] : variable.reject(value)) {
        report({ code: "invalid-default", summary: `the default does not fit the schema: ${message}` });
      }
    }
  }
};

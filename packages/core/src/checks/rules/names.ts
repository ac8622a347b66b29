import { unwritable } from "@packwright/hcl";
import { IDENTIFIER } from "../../plugin/identifier.js";
import { positionOf } from "../../diagnostics/site.js";
import type { Site } from "../../diagnostics/site.js";
import type { TemplateRule } from "../check-template.js";

const PLAIN = /^[A-Za-z_][\w-]*$/;

/** Names are identifiers, and no name stands for two things. */
export const namesRule: TemplateRule = ({ collected }, findings) => {
  const check = (name: string, path: () => string, site: Site | undefined): void => {
    if (PLAIN.test(name)) return;
    if (IDENTIFIER.test(name) && unwritable(name) === undefined) return;
    findings.push({
      severity: "error",
      code: "bad-identifier",
      summary: `${JSON.stringify(name)} is no name for Packer`,
      detail: "Use letters, digits, _ and - only, and begin with a letter or _.",
      path: path(),
      ...(site === undefined ? {} : { site }),
    });
  };
  for (const { kind, name, site } of [...collected.variables, ...collected.locals])
    check(name, () => `${kind}.${name}`, site);
  for (const use of [...collected.data, ...collected.sources]) {
    const { label = "", definition, site } = use;
    check(label, () => `${definition.kind}.${definition.type}.${label}`, site);
  }
  for (const [at, { block }] of collected.builds.entries()) {
    for (const { as } of block.sources) {
      if (as !== undefined) check(as.name, () => `build[${String(at)}].source.${as.name}`, as.site);
    }
  }
  for (const { path, first, second } of collected.clashes) {
    const position = first === undefined ? undefined : positionOf(first);
    const place =
      position === undefined ? "" : ` The first is at ${position.file}:${position.line}:${position.column}.`;
    findings.push({
      severity: "error",
      code: "duplicate-name",
      summary: `two different things are called ${path}`,
      detail: `Packer would see only one of them. Give one another name, or use the same value in both places.${place}`,
      path,
      ...(second === undefined ? {} : { site: second }),
    });
  }
};

import { isExpr, ruleFor, type OwnRule } from "@packwright/core";
import { aptGetRule, carriageReturnsRule, cloudInitRule, shebangRule, waitsForCloudInit } from "./rules.js";

const SHELLS = ["shell", "shell-local"];

const inOneStep = /* @__PURE__ */ ruleFor("packwright/cloud-init", ["shell"], cloudInitRule);

/** Leaves steps out that run behind one which waits on the same machines; a wait for some of them is one for those. */
const cloudInit: OwnRule = (template) => {
  const waited = new Set<string>();
  const components = template.components.filter(({ kind, type, path, options }) => {
    if (kind !== "provisioner" || type !== "shell") return false;
    const [build = ""] = path.split(".");
    const machines = JSON.stringify([build, options["only"], options["except"]]);
    if (waited.has(machines) || waited.has(JSON.stringify([build, undefined, undefined]))) return false;
    const literal = (option: string): unknown => {
      const value = options[option];
      return isExpr(value) ? undefined : value;
    };
    if (waitsForCloudInit({ literal })) waited.add(machines);
    return true;
  });
  inOneStep({ ...template, components });
};

/**
 * Rules about shell scripts that a template can switch on, all of them or some, each a warning with a code of its own:
 * `packwright/apt-get-yes`, `packwright/cloud-init`, `packwright/shebang`, `packwright/crlf`.
 *
 * @example
 * template([image], { rules: Object.values(scriptLint) })
 */
export const scriptLint: {
  /** apt-get that asks, where nobody answers. */
  readonly aptGetYes: OwnRule;
  /** apt-get that waits for cloud-init neither in its step nor in one before it. */
  readonly cloudInit: OwnRule;
  /** A `#!` line that is not what runs the script. */
  readonly shebang: OwnRule;
  /** Lines that end in CRLF. */
  readonly crlf: OwnRule;
} = /* @__PURE__ */ Object.freeze({
  aptGetYes: /* @__PURE__ */ ruleFor("packwright/apt-get-yes", SHELLS, aptGetRule),
  cloudInit,
  shebang: /* @__PURE__ */ ruleFor("packwright/shebang", SHELLS, shebangRule),
  crlf: /* @__PURE__ */ ruleFor("packwright/crlf", SHELLS, carriageReturnsRule),
});

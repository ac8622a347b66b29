import { ruleFor, type OwnRule } from "@packwright/core";
import { aptGetRule, carriageReturnsRule, cloudInitRule, shebangRule } from "./rules.js";

const SHELLS = ["shell", "shell-local"];

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
  /** apt-get that does not wait for cloud-init, in one step. */
  readonly cloudInit: OwnRule;
  /** A `#!` line that is not what runs the script. */
  readonly shebang: OwnRule;
  /** Lines that end in CRLF. */
  readonly crlf: OwnRule;
} = /* @__PURE__ */ Object.freeze({
  aptGetYes: /* @__PURE__ */ ruleFor("packwright/apt-get-yes", SHELLS, aptGetRule),
  cloudInit: /* @__PURE__ */ ruleFor("packwright/cloud-init", ["shell"], cloudInitRule),
  shebang: /* @__PURE__ */ ruleFor("packwright/shebang", SHELLS, shebangRule),
  crlf: /* @__PURE__ */ ruleFor("packwright/crlf", SHELLS, carriageReturnsRule),
});

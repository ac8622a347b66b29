import { idleWithout } from "./idle.js";
import type { Rule } from "@packwright/core";

/** What is said of a password whose user is missing, by the compiler and by the check. */
export const NEEDS_USER = "elevated_password needs elevated_user";

/** Without `elevated_user` nothing runs with elevated rights, and the password is never looked at. */
export const elevatedRule: Rule = /* @__PURE__ */ idleWithout(
  ["elevated_password"],
  ["elevated_user"],
  "needs elevated_user",
);

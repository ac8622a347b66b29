import { isIdentifier } from "@packwright/hcl";
import { ROOTS } from "../../expressions/loop-variable.js";

/** Names that mean something else in HCL or in Packer's templates. */
const TAKEN = new Set(["for", "in", "if", "else", "endif", "endfor", "true", "false", "null", ...ROOTS]);

/** What one item of a list is called: `disk` of `disks`, `policy` of `policies`, and `item` where no name suggests itself. */
export function loopName(list: string): string {
  const last = list.replace(/^.*[_-]/, "");
  const name = last.endsWith("ies") ? `${last.slice(0, -3)}y` : last.replace(/([^sui])s$/, "$1");
  return name !== last && isIdentifier(name) && !TAKEN.has(name) ? name : "item";
}

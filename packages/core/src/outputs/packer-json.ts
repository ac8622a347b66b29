import type { JsonLanguage } from "@packwright/hcl";

/** The attributes that Packer reads without variables and functions; in JSON they are text as it stands. */
const LITERAL: Readonly<Record<string, ReadonlySet<string> | "all">> = {
  packer: new Set(["required_version"]),
  "packer/required_plugins": "all",
  variable: new Set(["type", "description", "sensitive"]),
  "variable/validation": new Set(["error_message"]),
  local: new Set(["sensitive"]),
  "build/source": new Set(["name"]),
};

const ORDERED = new Set(["provisioner", "post-processor", "post-processors"]);

/** What HCL's JSON syntax has to know about Packer. */
export const PACKER_JSON: JsonLanguage = {
  isLiteral(path, attribute) {
    // HCL takes the name of the item from the text itself.
    if (path.at(-1) === "dynamic" && attribute === "iterator") return true;
    const names = LITERAL[path.join("/")];
    return names === "all" || names?.has(attribute) === true;
  },
  isOrdered: (_path, type) => ORDERED.has(type),
};

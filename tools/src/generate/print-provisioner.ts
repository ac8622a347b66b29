import type { Documentation } from "./documentation.js";
import type { FieldFacts } from "./facts.js";
import { printInterface } from "./print-options.js";
import { helpersIn, printShape } from "./print-schema.js";

/** The plugins whose provisioners are generated; `fixtures/facts` has two files about each. */
export const PROVISIONER_PLUGINS = ["ansible", "chef", "inspec", "puppet", "salt"] as const;

/** The file of a provisioner: the interface of its options and their zod shape. */
export function printProvisioner(
  { name, see }: { readonly name: string; readonly see: string },
  fields: readonly FieldFacts[],
  docs: Documentation,
): string {
  const words = name.split("-").map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  const type = words.join("");
  // HCL knows less of such a provisioner than its function takes: `json` itself is of legacy JSON.
  const isHcl = fields.some((field) => field.name === "json_string");
  const shape = printShape(fields, docs, "  ", name);
  const options = printInterface(
    {
      name: `${type}${isHcl ? "Hcl" : ""}Options`,
      summary: `Options of the \`${name}\` provisioner${isHcl ? " that HCL has too" : ""}.`,
      see,
      block: name,
      scope: "build",
      demands: true,
    },
    fields,
    docs,
  );
  const types = ["ExprBase", "Input", "OptionsSchema"].filter(
    (each) => each === "OptionsSchema" || options.includes(`${each}<`),
  );
  const imports = [...helpersIn(shape), ...types.map((each) => `type ${each}`)];
  const list =
    imports.join(", ").length < 60
      ? `{ ${imports.join(", ")} }`
      : `{\n${imports.map((each) => `  ${each},\n`).join("")}}`;
  return `import ${list} from "@packwright/core";
import { z } from "zod";

${options}
/** The options as zod schemas of plain values. */
export const ${type.slice(0, 1).toLowerCase()}${type.slice(1)}Shape = (): OptionsSchema["shape"] => ({
${shape}});
`;
}

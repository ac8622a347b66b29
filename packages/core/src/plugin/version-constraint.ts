type Operator =
  "" | "= " | "!= " | "> " | ">= " | "< " | "<= " | "~> " | "=" | "!=" | ">" | ">=" | "<" | "<=" | "~>";

/**
 * Versions of Packer or of a plugin: an operator and a version, several parted by commas: `">= 1.1.1, < 2.0.0"`.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/packer#version-constraint-syntax
 */
export type VersionConstraint = `${Operator}${number}` | `${Operator}${number}.${string}`;

const PART = /^(?:=|!=|>=|<=|>|<|~>)?\s*v?\d+(?:\.\d+)*$/;

/** Whether Packer would read a text as a constraint; it refuses those with a pre-release, such as `1.2.0-dev`. */
export function isVersionConstraint(value: string): boolean {
  return value.split(",").every((part) => PART.test(part.trim()));
}

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

/**
 * Whether a version is one of those that a constraint asks for; a part of the constraint that cannot be read asks for
 * nothing.
 *
 * @param version three numbers, as Packer tells its own: `1.16.0`
 * @example
 * allowsVersion("~> 1.2", "1.16.0")   // true
 * allowsVersion(">= 1.1.1, != 1.2.0", "1.2.0")   // false
 */
export function allowsVersion(constraint: string, version: string): boolean {
  const asked = read(version);
  return constraint.split(",").every((part) => {
    const { operator = "=", version: text } = CLAUSE.exec(part.trim())?.groups ?? {};
    if (text === undefined) return true;
    const bound = read(text);
    const order = compare(asked, bound);
    switch (operator) {
      case "!=":
        return order !== 0;
      case ">":
        return order > 0;
      case ">=":
        return order >= 0;
      case "<":
        return order < 0;
      case "<=":
        return order <= 0;
      case "~>":
        return order >= 0 && compare(asked, endOf(bound, text.split(".").length)) < 0;
      default:
        return order === 0;
    }
  });
}

type Version = readonly [major: number, minor: number, patch: number];

const CLAUSE = /^(?<operator>=|!=|>=|<=|>|<|~>)?\s*v?(?<version>\d+(?:\.\d+)*)$/;

/**
 * Whether a constraint leaves room for a version below `version`; a constraint that cannot be read does.
 *
 * @example
 * allowsBelow(">= 1.1.1", "1.1.7")   // true: 1.1.1 to 1.1.6
 * allowsBelow("~> 1.2", "1.1.7")     // false
 */
export function allowsBelow(constraint: string, version: string): boolean {
  let from: Version = [0, 0, 0];
  let to = read(version);
  for (const part of constraint.split(",")) {
    const { operator = "=", version: text } = CLAUSE.exec(part.trim())?.groups ?? {};
    if (text === undefined) continue;
    const bound = read(text);
    if (operator === ">=" || operator === "=" || operator === "~>") from = later(from, bound);
    if (operator === ">") from = later(from, next(bound));
    if (operator === "<") to = earlier(to, bound);
    if (operator === "<=" || operator === "=") to = earlier(to, next(bound));
    if (operator === "~>") to = earlier(to, endOf(bound, text.split(".").length));
  }
  return compare(from, to) < 0;
}

function read(text: string): Version {
  const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
  return [major, minor, patch];
}

function next([major, minor, patch]: Version): Version {
  return [major, minor, patch + 1];
}

/** The first version that `~>` leaves out: only the last part that is given may grow. */
function endOf([major, minor]: Version, parts: number): Version {
  if (parts < 2) return [Infinity, 0, 0];
  return parts === 2 ? [major + 1, 0, 0] : [major, minor + 1, 0];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function later(a: Version, b: Version): Version {
  return compare(a, b) < 0 ? b : a;
}

function earlier(a: Version, b: Version): Version {
  return compare(a, b) < 0 ? a : b;
}

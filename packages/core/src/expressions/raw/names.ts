import type { CallProblem } from "../functions/check-call.js";

/** What an expression can name by itself, wherever it stands, with the attributes that each has. */
const EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  path: ["root", "cwd"],
  packer: ["version", "versionFingerprint", "iterationID"],
};

const SOURCE = ["name", "type"];

/** What templates declare; to name one is to use the value that declares it. */
const DECLARED: Readonly<Record<string, string>> = {
  var: "variable",
  local: "local",
  data: "data source",
};

const OF_TERRAFORM = ["each", "count", "self", "module", "terraform", "env"];

/** Whether a name has a value only in the steps of a build. */
export function isOfBuild(root: string): boolean {
  return root === "build" || root === "source";
}

/**
 * What is wrong with a name in the text of an expression; no answer means that Packer knows it.
 *
 * @param name as it stands in the text: `var.region`
 * @param splice how a value gets into such an expression: "write ${region}"
 */
export function checkName(
  root: string,
  attribute: string | undefined,
  name: string,
  splice: string,
): CallProblem | undefined {
  if (Object.hasOwn(DECLARED, root)) {
    const kind = DECLARED[root] ?? "";
    return {
      reason: `${name} is only text here, so nothing declares it`,
      detail: `Use the ${kind} itself: ${splice}. The template then declares it.`,
    };
  }
  const known = root === "source" ? SOURCE : Object.hasOwn(EVERYWHERE, root) ? EVERYWHERE[root] : undefined;
  if (known !== undefined) {
    if (attribute === undefined || known.includes(attribute)) return undefined;
    return {
      reason: `${root} has no ${attribute}`,
      detail: `It has ${known.map((each) => `${root}.${each}`).join(", ")}.`,
    };
  }
  if (root === "build") return undefined;
  return {
    reason: `Packer knows no ${root}`,
    detail: OF_TERRAFORM.includes(root)
      ? `${root} is Terraform's. Packer's expressions name build, source, path and packer; for anything else, ${splice}.`
      : `Its expressions name build, source, path and packer; for anything else, ${splice}. Text stands in quotes: "${root}".`,
  };
}

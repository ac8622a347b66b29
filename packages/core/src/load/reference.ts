import type { Declaration } from "../blocks/declaration.js";
import { problemOfBuildVariable } from "../build/build-variables.js";
import { nearest } from "../checks/nearest.js";
import { CONTEXTS, type Place } from "./context.js";
import type { Names } from "./names.js";
import type { Fault } from "./reading.js";
import type { Traversal } from "./traversal.js";
import { typeOfReference } from "./type-of.js";

/** A traversal, and whether it stands by itself between `${` and `}`. */
export interface Reference extends Traversal {
  readonly inText: boolean;
}

/** What a reference leads to, and what is wrong with it. */
export interface Checked {
  readonly use?: Declaration | undefined;
  readonly fault?: Omit<Fault, "path"> | undefined;
}

const ROOTS = ["var", "local", "data", "path", "packer", "source", "build"];

/** Names of Terraform that Packer lacks. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  each: "In a dynamic block the item has the name of the block, or that of its iterator.",
  count: "Packer has no count; write the blocks out, or use a dynamic block.",
  self: "Use build.* in the steps of a build.",
  module: "Packer has no modules.",
  terraform: "Packer has no workspaces; use a variable.",
  env: 'Declare a variable with default = env("…"), and refer to it.',
  user: "Use var.",
};

/** Looks up what a reference leads to, and tells why it leads nowhere. */
export function checkReference(reference: Reference, names: Names, place: Place): Checked {
  const { root } = reference;
  if (!ROOTS.includes(root)) return { fault: unknownRoot(reference, names) };
  const context = CONTEXTS[place.context];
  if (!context.roots.includes(root)) {
    if (place.context === "meta" && root === "build" && reference.steps[0] === "name") return {};
    return { fault: misplaced(reference, place) };
  }
  switch (root) {
    case "var":
      return variable(reference, names, place);
    case "local":
      return crashing(reference, 1, place) ?? local(reference, names);
    case "data":
      return crashing(reference, 2, place) ?? data(reference, names);
    case "path":
      return fields(reference, ["cwd", "root"]);
    case "packer":
      return fields(reference, ["version", "versionFingerprint", "iterationID"]);
    case "source":
      return fields(reference, ["type", "name"]);
    default:
      return buildField(reference, place);
  }
}

function unknownRoot({ root, steps, inText }: Reference, names: Names): Checked["fault"] {
  const code = "unknown-reference";
  const summary = `there is no variable ${root}`;
  const elsewhere = Object.hasOwn(ELSEWHERE, root) ? ELSEWHERE[root] : undefined;
  if (elsewhere !== undefined) return { code, summary, detail: elsewhere };
  if (names.variables.includes(root)) return { code, summary, detail: `Did you mean var.${root}?` };
  if (names.locals.includes(root)) return { code, summary, detail: `Did you mean local.${root}?` };
  if (inText && steps.length === 0) {
    return {
      code,
      summary,
      detail: `HCL reads \${…} in this text itself. To pass it on to a shell, write $\${${root}} in its place.`,
    };
  }
  const meant = nearest(root, ROOTS);
  return {
    code,
    summary,
    detail: meant === undefined ? `References begin with ${ROOTS.join(", ")}.` : `Did you mean ${meant}?`,
  };
}

function misplaced({ root, steps }: Reference, place: Place): Checked["fault"] {
  const { where, remedy } = CONTEXTS[place.context];
  const isBuild = root === "build" || root === "source";
  const name = [root, ...steps.slice(0, 1)].join(".");
  return {
    code: isBuild ? "build-scope" : "misplaced-reference",
    summary: `${name} has no value ${where}`,
    detail: remedy,
  };
}

/** Where Packer looks for references before it evaluates, it crashes over those that are not `local.x`. */
function crashing(reference: Reference, depth: number, place: Place): Checked | undefined {
  const { isGraph = false, where } = CONTEXTS[place.context];
  if (!isGraph || leadingAttributes(reference) >= depth) return undefined;
  const form = depth === 1 ? "local.name" : "data.type.name";
  return {
    fault: {
      code: "packer-crash",
      summary: `Packer crashes over a reference ${where} that does not begin with ${form}`,
      detail: `Name what you need: ${form}${depth === 1 ? "" : ".attribute"}.`,
    },
  };
}

/** How many of the first steps are written as attributes. */
function leadingAttributes({ node, steps }: Reference): number {
  const isAttribute: boolean[] = [];
  for (let at = node; at.kind === "get-attribute" || at.kind === "index";) {
    isAttribute.unshift(at.kind === "get-attribute");
    at = at.kind === "get-attribute" ? at.object : at.collection;
  }
  const end = isAttribute.indexOf(false);
  return end < 0 ? steps.length : end;
}

function variable({ steps }: Reference, names: Names, { context, self }: Place): Checked {
  const [name] = steps;
  if (name === undefined) return {};
  // A variable's own validation is read before the variable is known.
  if (context === "validation" && name === self) return {};
  if (context === "validation") {
    return {
      fault: {
        code: "misplaced-reference",
        summary: `the validation looks at var.${name}, and Packer lets it look at var.${self ?? ""} only`,
      },
    };
  }
  const use = names.variable(name);
  if (use === undefined) return missing("var", name, names.variables);
  return { use, fault: attributeFault("var", steps, 1, names) };
}

function local({ steps }: Reference, names: Names): Checked {
  const [name] = steps;
  if (name === undefined) return {};
  const use = names.local(name);
  if (use === "cycle") return {};
  if (use === undefined) return missing("local", name, names.locals);
  return { use, fault: attributeFault("local", steps, 1, names) };
}

function data({ steps }: Reference, names: Names): Checked {
  const [type, name] = steps;
  if (type === undefined || name === undefined) return {};
  const use = names.data(type, name);
  if (use === "cycle") return {};
  if (use === undefined) return missing("data", `${type}.${name}`, names.datas);
  return { use, fault: attributeFault("data", steps, 2, names) };
}

function missing(root: string, name: string, known: readonly string[]): Checked {
  const meant = nearest(name, known);
  const block = root === "var" ? "variable" : root;
  return {
    fault: {
      code: "unknown-reference",
      summary: `there is no ${root}.${name}`,
      detail: meant === undefined ? `Declare it in a ${block} block.` : `Did you mean ${root}.${meant}?`,
    },
  };
}

/** Whether an object that is known has the attributes that are asked of it. */
function attributeFault(
  root: string,
  steps: readonly (string | undefined)[],
  from: number,
  names: Names,
): Checked["fault"] {
  for (let end = from; end < steps.length; end++) {
    const step = steps[end];
    const type = typeOfReference(root, steps.slice(0, end), names);
    if (type.kind !== "object" || step === undefined || Object.hasOwn(type.attributes, step)) continue;
    const known = Object.keys(type.attributes);
    const meant = nearest(step, known);
    return {
      code: "unknown-reference",
      summary: `${[root, ...steps.slice(0, end)].join(".")} has no attribute ${step}`,
      detail: meant === undefined ? `It has ${known.join(", ")}.` : `Did you mean ${meant}?`,
    };
  }
  return undefined;
}

function fields({ root, steps }: Reference, known: readonly string[]): Checked {
  const [name] = steps;
  if (name === undefined || known.includes(name)) return {};
  const meant = nearest(name, known);
  const list = known.map((one) => `${root}.${one}`).join(", ");
  return {
    fault: {
      code: "unknown-reference",
      summary: `there is no ${root}.${name}`,
      detail: meant === undefined ? `There is ${list}.` : `Did you mean ${root}.${meant}?`,
    },
  };
}

/** Builders add values to `build`; of those that nothing is known of, any name may be one of theirs. */
function buildField({ steps: [name] }: Reference, { buildVariables }: Place): Checked {
  const problem = name === undefined ? undefined : problemOfBuildVariable(name, buildVariables);
  if (problem === undefined) return {};
  return {
    fault: {
      code: "unknown-reference",
      ...(buildVariables === undefined ? { severity: "warning" } : {}),
      ...problem,
    },
  };
}

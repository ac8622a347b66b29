import type { SourceFile } from "./source-file.js";

/** What Packer knows where an expression stands. */
export interface Context {
  /** Where that is, in words: `in a source`. */
  readonly where: string;
  /** The roots of references that have a value there. */
  readonly roots: readonly string[];
  readonly functions: "none" | "env" | "all";
  /** Whether Packer looks for what an expression refers to before it evaluates it, and then knows `local.x` only. */
  readonly isGraph?: boolean;
  /** Whether `build` and `source` are those of the machine that is built. */
  readonly inBuild?: boolean;
  /** What to do about a reference that has no value there. */
  readonly remedy: string;
}

const EVERYWHERE = ["var", "local", "data", "path", "packer"];

/** The places of an expression, by what Packer evaluates it with. */
export type ContextName =
  "literal" | "default" | "validation" | "value" | "local" | "data" | "build" | "source" | "meta" | "step";

/** What Packer evaluates an expression with, by the place of it. */
export const CONTEXTS: { readonly [N in ContextName]: Context } = {
  /** Read without variables and functions. */
  literal: {
    where: "here, where Packer reads literals only",
    roots: [],
    functions: "none",
    remedy: "Write the value itself.",
  },
  default: {
    where: "in the default of a variable",
    roots: [],
    functions: "env",
    remedy: "Write a literal or env(…), or make it a local.",
  },
  validation: {
    where: "in a validation",
    roots: ["var"],
    functions: "all",
    remedy: "A validation looks at its own variable only.",
  },
  value: {
    where: "in a var file",
    roots: [],
    functions: "none",
    remedy: "Write the value itself.",
  },
  local: {
    where: "in a local",
    roots: EVERYWHERE,
    functions: "all",
    isGraph: true,
    remedy: "build.* and source.* are known when provisioners and post-processors run.",
  },
  data: {
    where: "in a data source",
    roots: EVERYWHERE,
    functions: "all",
    isGraph: true,
    remedy: "build.* and source.* are known when provisioners and post-processors run.",
  },
  build: {
    where: "here, which Packer reads before it builds",
    roots: EVERYWHERE,
    functions: "all",
    remedy: "build.* and source.* are known when provisioners and post-processors run.",
  },
  source: {
    where: "in a source",
    roots: [...EVERYWHERE, "source"],
    functions: "all",
    remedy: "build.* is known when provisioners and post-processors run.",
  },
  /** Options of a step that Packer itself reads; of `build` they know the name. */
  meta: {
    where: "in an option that Packer itself reads, before the build runs",
    roots: EVERYWHERE,
    functions: "all",
    remedy: "build.* and source.* are known in the step's own options.",
  },
  step: {
    where: "in a step",
    roots: [...EVERYWHERE, "source", "build"],
    functions: "all",
    inBuild: true,
    remedy: "",
  },
};

/** Where an expression stands. */
export interface Place {
  readonly file: SourceFile;
  /** Where in the template: `local.name`. */
  readonly path: string;
  readonly context: ContextName;
  /** The names that `dynamic` blocks around it bind. */
  readonly bound?: readonly string[];
  /** The variable that a validation belongs to. */
  readonly self?: string;
  /** The names that the builders add to `build`; left out where they are not known. */
  readonly buildVariables?: readonly string[] | undefined;
}

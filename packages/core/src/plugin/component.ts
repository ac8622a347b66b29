import type { z } from "zod";
import type { FileRule } from "./files.js";
import type { Rule } from "./rule.js";

/** Which list of Packer's a component belongs to. */
export type ComponentKind = "source" | "data" | "provisioner" | "post-processor" | "hcp_packer_registry";

/** Where a plugin comes from, as `required_plugins` says it. */
export interface PluginReference {
  /** The local name, the prefix of its components' types: `googlecompute`. */
  readonly name: string;
  /** Host and path: `github.com/hashicorp/googlecompute`. */
  readonly source: string;
  /** The constraint that the user asked for. */
  readonly version?: string;
  /** The constraint that is written when nobody asked for one: the versions that the bindings describe. */
  readonly bindings: string;
}

/**
 * What Packwright has to know about a component of Packer: its options, which of them are blocks, and its rules.
 *
 * The zod schema describes plain values; expressions may stand anywhere in them and are compared by type.
 */
export interface ComponentDefinition {
  readonly kind: ComponentKind;
  /** Packer's name of it: `googlecompute`, `shell`, `googlecompute-import`. */
  readonly type: string;
  /** Whether nothing is known of its options, so that it takes any. */
  readonly isUndescribed?: boolean;
  /** Left out for what Packer itself contains. */
  readonly plugin?: PluginReference;
  /** For what Packer itself contains: the version of Packer that brought it, `1.12.0`, where that was later than 1.7.0. */
  readonly since?: string;
  /** Made when the first value is checked, so that loading a package does not cost its schemas. */
  readonly options: () => OptionsSchema;
  /** Options that HCL writes as nested blocks. */
  readonly blocks?: BlockDefinitions;
  /** Options without which the component refuses to run; empty text does not count as set. */
  readonly required?: readonly string[];
  /** Options that still work and should not be used, with what to use instead. */
  readonly deprecated?: Readonly<Record<string, string>>;
  /** Options that hold secrets, by their path through blocks: `{ access_token: "credential", "key.raw": "credential" }`. */
  readonly sensitive?: Readonly<Record<string, Secrecy>>;
  readonly rules?: readonly Rule[];
  /** Rules over the files that options name, which are asked for with `check({ files: true })` only. */
  readonly fileRules?: readonly FileRule[];
  /**
   * Given for components that read their text options as Go's template language: the fields of the options that they
   * fill in when they run, `{ execute_command: ["Vars", "Path"] }`. Other options know no fields. Left out where it
   * is not known what the component does with `{{ }}`, so that nothing is said about it.
   */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** Functions of `{{ }}` that one might look for and the component does not have, with what to use instead. */
  readonly missingFunctions?: Readonly<Record<string, string>>;
  /**
   * For builders: the names that they add to what Packer itself says of a build, `["SourceImageName"]`, which steps know
   * as `build.SourceImageName`. Left out where it is not known, so that nothing is said about them.
   */
  readonly buildVariables?: readonly string[];
  /** For data sources: the attributes of their result. */
  readonly outputs?: () => OptionsSchema;
  /**
   * Options of any value, which HCL's types cannot describe, with the option that takes them as the text of JSON there:
   * `{ json: "json_string" }`. HCL gets `json_string = jsonencode(…)`, legacy JSON the value itself.
   */
  readonly jsonText?: Readonly<Record<string, string>>;
  /** Why the component works in legacy JSON only. */
  readonly legacyOnly?: string;
  /** Given for builders and post-processors of which it is known what artifact they take and make. */
  readonly artifact?: ArtifactFlow;
}

/**
 * What kind of secret an option holds: one that opens something beyond the build, the password of the machine that is
 * built, or a path in whose place the text of a credential may stand.
 */
export type Secrecy = "credential" | "password" | "inline";

/** What a builder or a post-processor does to the artifact that a chain of post-processors hands on. */
export interface ArtifactFlow {
  /**
   * What comes out: local files, something else than files (an image at a cloud), nothing at all, or, for a
   * post-processor that hands on what it was given, that.
   */
  readonly gives: "files" | "image" | "nothing" | "input";
  /** What a post-processor works on: `files`, or what certain components made, by their types; left out where it takes any. */
  readonly takes?: "files" | readonly string[];
  /** What becomes of anything else, in a sentence, and what to do. */
  readonly otherwise?: string;
}

/** Nested blocks by name: whether there may be several (their option is a list then), and the blocks inside them. */
export interface BlockDefinitions {
  readonly [name: string]: { readonly many: boolean; readonly blocks?: BlockDefinitions };
}

/** A zod object, an entry an option. */
export type OptionsSchema = z.ZodObject<Readonly<Record<string, z.ZodType>>>;

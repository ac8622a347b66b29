import type { ComponentUse } from "./component-use.js";
import type { Unwritten } from "../variables/constraints/rule.js";
import type { Written } from "../expressions/written.js";
import type { ValueType } from "../expressions/value-type.js";
import type { Site } from "../diagnostics/site.js";

/** What an expression can refer to; a template declares those that its builds use. */
export type Declaration = VariableBlock | LocalBlock | DataBlock;

/** `variable "name" { … }` */
export interface VariableBlock {
  readonly kind: "variable";
  readonly name: string;
  readonly type: ValueType;
  /** Whether its block leaves the type out; it then is that of the default. */
  readonly isUntyped?: boolean;
  readonly description?: string;
  /** The default in a box of its own, as `null` is a default too. */
  readonly default?: { readonly value: unknown };
  /** The defaults that attributes of objects have in its type. */
  readonly attributeDefaults: readonly AttributeDefault[];
  readonly sensitive: boolean;
  /** What is said of it in a comment above its block. */
  readonly comment?: string;
  readonly validations: readonly Validation[];
  /** Parts of the schema that no variable of Packer can have, in words. */
  readonly unsupported: readonly string[];
  /** Constraints of the schema that the template cannot carry. */
  readonly unwritten: readonly Unwritten[];
  /** What the schema says about a value; no answer means that it is fine. */
  readonly reject: (value: unknown) => readonly string[];
  readonly site: Site;
}

/** The default of an optional attribute: where in the type it stands, `disks[].size`, and what its schema says of a value. */
export interface AttributeDefault {
  readonly at: string;
  readonly value: unknown;
  readonly reject: (value: unknown) => readonly string[];
}

/** `validation { … }` of a variable. */
export interface Validation {
  readonly condition: Written;
  readonly error_message: string;
  /** Where its block was read. */
  readonly site?: Site;
}

/** `local "name" { … }`, or an entry of `locals`. */
export interface LocalBlock {
  readonly kind: "local";
  readonly name: string;
  readonly value: Written;
  readonly sensitive: boolean;
  /** What is said of it in a comment above it. */
  readonly comment?: string;
  readonly site: Site;
}

/** `data "type" "name" { … }` */
export interface DataBlock {
  readonly kind: "data";
  readonly name: string;
  readonly use: ComponentUse;
}

import { coreSource } from "../components/core-source.js";
import { template, type Template } from "../template/create-template.js";
import type { AnyVariable } from "./variable.js";

const here = coreSource.null("here", { communicator: "none" });

/** A template that declares variables and uses none. */
export function declaring(...variables: readonly AnyVariable[]): Template {
  return template([here], { declare: variables });
}

/** The variable blocks of a template that declares these variables. */
export function hclOf(...variables: readonly AnyVariable[]): string {
  const hcl = declaring(...variables).toHcl();
  return hcl.slice(0, hcl.indexOf('\nsource "null" "here"'));
}

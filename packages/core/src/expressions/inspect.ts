import { unwritable } from "@packwright/hcl";
import type { Declaration } from "../blocks/declaration.js";
import { isExpr, stateOf } from "./expr-value.js";
import { DEEPEST, ENDLESS, isPlainObject } from "./snapshot.js";
import type { Unwritable } from "./written.js";

/**
 * Looks through a value of the program for what a template needs to know before it is written: what the expressions
 * in it refer to, what HCL cannot say, and whether a part of it exists only inside a build.
 *
 * It makes nothing of values that have none of these, which is most of them.
 */
export class Inspection {
  /** The variables, locals and data sources that expressions refer to, in order of first use. */
  uses: Declaration[] | undefined;
  problems: Unwritable[] | undefined;
  inBuild = false;
  /** Whether a text may have a Go template, `{{ … }}`; expressions may. */
  hasBraces = false;

  /** Adds the value of an option and tells whether that value exists only inside a build. */
  addOption(name: string, value: unknown): boolean {
    const before = this.inBuild;
    this.inBuild = false;
    this.add(value, [name]);
    const inBuild = this.inBuild;
    this.inBuild ||= before;
    return inBuild;
  }

  /** Adds a value, which stands at `path`. */
  add(value: unknown, path: readonly string[]): void {
    switch (typeof value) {
      case "string": {
        this.hasBraces ||= value.includes("{{");
        const reason = unwritable(value);
        if (reason !== undefined) this.#problem(path, `HCL cannot hold this text: ${reason}`);
        return;
      }
      case "number":
        if (!Number.isFinite(value)) {
          this.#problem(path, `HCL has no spelling for ${String(value)}; use a finite number`);
        }
        return;
      case "bigint":
      case "boolean":
        return;
      case "object":
        if (value !== null) this.#object(value, path);
        return;
      default:
        this.#problem(
          path,
          value === ENDLESS
            ? `it is nested more than ${String(DEEPEST)} levels deep; does it contain itself?`
            : `${typeof value === "undefined" ? "undefined" : `a ${typeof value}`} is no value of HCL; leave it out`,
        );
    }
  }

  #object(value: object, path: readonly string[]): void {
    if (isExpr(value)) {
      const { uses, problems, inBuild } = stateOf(value);
      if (uses.length > 0) (this.uses ??= []).push(...uses);
      for (const problem of problems) this.#problem([...path, ...problem.path], problem.reason);
      this.inBuild ||= inBuild;
      this.hasBraces = true;
      return;
    }
    if (Array.isArray(value)) {
      for (let at = 0; at < value.length; at++)
        this.add(value[at], needsPath(value[at]) ? [...path, String(at)] : path);
      return;
    }
    if (!isPlainObject(value)) {
      this.#problem(
        path,
        `${kindOf(value)} is no value of HCL; use text, numbers, booleans, lists and objects`,
      );
      return;
    }
    const record = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(value)) {
      const entry = record[key];
      if (entry === undefined) continue;
      const reason = unwritable(key);
      if (reason !== undefined) this.#problem([...path, key], `HCL cannot hold this key: ${reason}`);
      this.add(entry, needsPath(entry) ? [...path, key] : path);
    }
  }

  #problem(path: readonly string[], reason: string): void {
    (this.problems ??= []).push({ path, reason });
  }
}

/** Whether a path to this value may be asked for; not for the short texts that lists mostly hold. */
function needsPath(value: unknown): boolean {
  return typeof value !== "string" || unwritable(value) !== undefined;
}

/** What a class instance is, in words. */
function kindOf(value: { readonly constructor?: unknown }): string {
  const { constructor } = value;
  return typeof constructor === "function" ? `a ${constructor.name}` : "an object of a class";
}

import { unwritable } from "@packwright/hcl";
import type { Declaration } from "../blocks/declaration.js";
import { DynamicBlocks } from "../blocks/dynamic-blocks.js";
import { isExpr, stateOf } from "./expr-value.js";
import { DEEPEST, ENDLESS, isPlainObject } from "./snapshot.js";
import type { Unwritable, VersionNeed, Written } from "./written.js";

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
  /** What older versions of Packer lack. */
  needs: VersionNeed[] | undefined;
  inBuild = false;
  /** Whether a text may have a Go template, `{{ … }}`; expressions may. */
  hasBraces = false;
  /** Whether Packer repeats a nested block. */
  hasRepetition = false;

  /** The keys that lead to the value that is looked at; a path is made of them only where there is a problem. */
  readonly #keys: string[] = [];

  /** Adds the value of an option and tells whether that value exists only inside a build. */
  addOption(name: string, value: unknown): boolean {
    // Most values of most templates, of which there is nothing to know.
    if (typeof value === "string" && isOrdinary(value)) return false;
    const before = this.inBuild;
    this.inBuild = false;
    this.#at(name, value);
    const inBuild = this.inBuild;
    this.inBuild ||= before;
    return inBuild;
  }

  #at(key: string, value: unknown): void {
    this.#keys.push(key);
    this.add(value);
    this.#keys.pop();
  }

  /** Adds a value. */
  add(value: unknown): void {
    switch (typeof value) {
      case "string": {
        if (isOrdinary(value)) return;
        this.hasBraces ||= value.includes("{{");
        const reason = unwritable(value);
        if (reason !== undefined) this.#problem(`HCL cannot hold this text: ${reason}`);
        return;
      }
      case "number":
        if (!Number.isFinite(value)) {
          this.#problem(`HCL has no spelling for ${String(value)}; use a finite number`);
        }
        return;
      case "bigint":
      case "boolean":
        return;
      case "object":
        if (value !== null) this.#object(value);
        return;
      default:
        this.#problem(
          value === ENDLESS
            ? `it is nested more than ${String(DEEPEST)} levels deep; does it contain itself?`
            : `${typeof value === "undefined" ? "undefined" : `a ${typeof value}`} is no value of HCL; leave it out`,
        );
    }
  }

  #object(value: object): void {
    if (isExpr(value)) {
      this.#written(stateOf(value), []);
      this.hasBraces = true;
      return;
    }
    if (Array.isArray(value)) {
      for (let at = 0; at < value.length; at++) {
        const item: unknown = value[at];
        if (typeof item !== "string" || !isOrdinary(item)) this.#at(String(at), item);
      }
      return;
    }
    if (value instanceof DynamicBlocks) {
      this.#written(value.repetition.forEach, ["for_each"]);
      this.hasRepetition = true;
      this.#object(value.content);
      return;
    }
    if (!isPlainObject(value)) {
      this.#problem(`${kindOf(value)} is no value of HCL; use text, numbers, booleans, lists and objects`);
      return;
    }
    const record = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(value)) {
      const entry = record[key];
      if (entry === undefined) continue;
      const reason = isOrdinary(key) ? undefined : unwritable(key);
      if (reason !== undefined) this.#problem(`HCL cannot hold this key: ${reason}`, [key]);
      if (typeof entry !== "string" || !isOrdinary(entry)) this.#at(key, entry);
    }
  }

  #written({ uses, problems, inBuild, needs }: Written, path: readonly string[]): void {
    if (uses.length > 0) (this.uses ??= []).push(...uses);
    if (needs !== undefined) (this.needs ??= []).push(...needs);
    for (const problem of problems) this.#add({ ...problem, path: [...path, ...problem.path] });
    this.inBuild ||= inBuild;
  }

  #problem(reason: string, inner: readonly string[] = []): void {
    this.#add({ path: inner, reason });
  }

  #add(problem: Unwritable): void {
    (this.problems ??= []).push({ ...problem, path: [...this.#keys, ...problem.path] });
  }
}

/**
 * Whether there is nothing to know about a value: it is literal through and through, HCL can hold it, and no one reads
 * it as a template. It says `false` of many a value that is as good, which then is looked through.
 */
export function isOrdinaryValue(value: unknown): boolean {
  if (typeof value === "string") return isOrdinary(value);
  if (typeof value !== "object") return Number.isSafeInteger(value) || typeof value === "boolean";
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isOrdinaryValue);
  if (isExpr(value) || !isPlainObject(value)) return false;
  const record = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(record)) {
    if (!isOrdinary(key) || !isOrdinaryValue(record[key])) return false;
  }
  return true;
}

// A literal in the function would be an object made anew for each text.
const ORDINARY = /^[\u0000-z|-\u007f]*$/;

/** ASCII without an opening brace: text that HCL can hold and that no one reads as a template. */
function isOrdinary(text: string): boolean {
  return ORDINARY.test(text);
}

/** What a class instance is, in words. */
function kindOf(value: { readonly constructor?: unknown }): string {
  const { constructor } = value;
  return typeof constructor === "function" ? `a ${constructor.name}` : "an object of a class";
}

import type { Options } from "../blocks/component-use.js";
import type { Declaration } from "../blocks/declaration.js";
import { isExpr } from "./expr-value.js";
import { Inspection, isOrdinaryValue } from "./inspect.js";
import type { Unwritable } from "./written.js";
import type { ComponentDefinition } from "../plugin/component.js";

/** What there is to know about the options of one use of a component before they are written. */
export interface InspectedOptions {
  readonly uses: readonly Declaration[];
  readonly problems: readonly Unwritable[];
  /** The options whose value exists only inside a build's steps. */
  readonly buildScoped: readonly string[];
  /** Whether a text of them may have a Go template, `{{ … }}`. */
  readonly hasBraces: boolean;
}

const NONE: readonly never[] = Object.freeze([]);

/** Looks through options, in their order; those that are `undefined` were not given. */
export function inspectOptions(options: Options, { blocks }: ComponentDefinition): InspectedOptions {
  if (isOrdinaryOptions(options, blocks)) return ORDINARY;
  const inspection = new Inspection();
  let buildScoped: string[] | undefined;
  for (const name of Object.keys(options)) {
    const value = options[name];
    if (value === undefined) continue;
    if (inspection.addOption(name, value)) (buildScoped ??= []).push(name);
    if (blocks?.[name] !== undefined) checkBlocks(value, [name], inspection);
  }
  const { uses = NONE, problems = NONE, hasBraces } = inspection;
  return { uses, problems, buildScoped: buildScoped ?? NONE, hasBraces };
}

/** What is known of options about which there is nothing to know, as of most. */
const ORDINARY: InspectedOptions = { uses: NONE, problems: NONE, buildScoped: NONE, hasBraces: false };

function isOrdinaryOptions(options: Options, blocks: ComponentDefinition["blocks"]): boolean {
  for (const name of Object.keys(options)) {
    const value = options[name];
    if (value !== undefined && (blocks?.[name] !== undefined || !isOrdinaryValue(value))) return false;
  }
  return true;
}

/** A nested block is an object, or a list of them: no expression and no literal can stand for one. */
function checkBlocks(value: unknown, path: readonly string[], inspection: Inspection): void {
  for (const [at, entry] of (Array.isArray(value) ? value : [value]).entries()) {
    if (typeof entry === "object" && entry !== null && !isExpr(entry)) continue;
    const place = Array.isArray(value) ? [...path, String(at)] : path;
    (inspection.problems ??= []).push({
      path: place,
      reason: "it is a block of Packer's, which is written as an object, not as a value",
    });
  }
}

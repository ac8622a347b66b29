import type { Options } from "../blocks/component-use.js";
import type { Declaration } from "../blocks/declaration.js";
import { isExpr } from "./expr-value.js";
import { Inspection, isOrdinaryValue } from "./inspect.js";
import type { Unwritable, VersionNeed } from "./written.js";
import { DynamicBlocks } from "../blocks/dynamic-blocks.js";
import type { BlockDefinitions, ComponentDefinition } from "../plugin/component.js";

/** What there is to know about the options of one use of a component before they are written. */
export interface InspectedOptions {
  readonly uses: readonly Declaration[];
  readonly problems: readonly Unwritable[];
  /** What of them older versions of Packer lack. */
  readonly needs?: readonly VersionNeed[] | undefined;
  /** The options whose value exists only inside a build's steps. */
  readonly buildScoped: readonly string[];
  /** Whether a text of them may have a Go template, `{{ … }}`. */
  readonly hasBraces: boolean;
  /** Whether Packer repeats a nested block of them. */
  readonly hasRepetition: boolean;
}

const NONE: readonly never[] = Object.freeze([]);

/** Looks through options, in their order; those that are `undefined` were not given. */
export function inspectOptions(
  options: Options,
  { blocks }: ComponentDefinition,
  names: readonly string[] = Object.keys(options),
): InspectedOptions {
  if (isOrdinaryOptions(options, blocks, names)) return ORDINARY;
  const inspection = new Inspection();
  let buildScoped: string[] | undefined;
  for (const name of names) {
    const value = options[name];
    if (value === undefined) continue;
    if (inspection.addOption(name, value)) (buildScoped ??= []).push(name);
    if (blocks?.[name] !== undefined) checkBlocks(value, [name], blocks[name].blocks, inspection);
  }
  if (inspection.hasRepetition) checkAttributes(options, blocks, inspection);
  const { uses = NONE, problems = NONE, needs, hasBraces, hasRepetition } = inspection;
  return { uses, problems, needs, buildScoped: buildScoped ?? NONE, hasBraces, hasRepetition };
}

/** What is known of options about which there is nothing to know, as of most. */
const ORDINARY: InspectedOptions = {
  uses: NONE,
  problems: NONE,
  buildScoped: NONE,
  hasBraces: false,
  hasRepetition: false,
};

function isOrdinaryOptions(
  options: Options,
  blocks: ComponentDefinition["blocks"],
  names: readonly string[],
): boolean {
  for (const name of names) {
    const value = options[name];
    if (value !== undefined && (blocks?.[name] !== undefined || !isOrdinaryValue(value))) return false;
  }
  return true;
}

/** A nested block is an object, or a list of them: no expression and no literal can stand for one. */
function checkBlocks(
  value: unknown,
  path: readonly string[],
  inner: BlockDefinitions | undefined,
  inspection: Inspection,
): void {
  for (const [at, entry] of (Array.isArray(value) ? value : [value]).entries()) {
    const place = Array.isArray(value) ? [...path, String(at)] : path;
    const content: unknown = entry instanceof DynamicBlocks ? entry.content : entry;
    if (typeof content === "object" && content !== null && !isExpr(content)) {
      checkRepetition(content as Options, place, inner, inspection);
      continue;
    }
    (inspection.problems ??= []).push({
      path: place,
      reason: "it is a block of Packer's, which is written as an object, not as a value",
    });
  }
}

/** The options that are no blocks, among those of a component that has repeated ones. */
function checkAttributes(
  options: Options,
  blocks: BlockDefinitions | undefined,
  inspection: Inspection,
): void {
  const attributes = Object.entries(options).filter(([name]) => blocks?.[name] === undefined);
  checkRepetition(Object.fromEntries(attributes), [], undefined, inspection);
}

/** Packer repeats blocks, and no attributes. */
function checkRepetition(
  options: Options,
  path: readonly string[],
  blocks: BlockDefinitions | undefined,
  inspection: Inspection,
): void {
  for (const [name, value] of Object.entries(options)) {
    const nested = blocks?.[name];
    if (nested !== undefined) checkBlocks(value, [...path, name], nested.blocks, inspection);
    else if (hasRepetition(value)) {
      (inspection.problems ??= []).push({
        path: [...path, name],
        reason: "dynamic makes blocks, and this is an attribute; use forEach",
      });
    }
  }
}

function hasRepetition(value: unknown): boolean {
  if (value instanceof DynamicBlocks) return true;
  return (
    typeof value === "object" && value !== null && !isExpr(value) && Object.values(value).some(hasRepetition)
  );
}

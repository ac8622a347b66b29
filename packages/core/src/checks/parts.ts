import type { ComponentUse } from "../blocks/component-use.js";
import type { Collected, InspectedBuild } from "../template/collect.js";

/** One use of a component and where it stands in the template. */
export interface Part {
  readonly use: ComponentUse;
  /** `source.googlecompute.web`, `build[0].provisioner[2].shell`; made when it is asked for. */
  readonly path: () => string;
  /** Whether it stands where `build.*` and `source.*` have a value. */
  readonly inBuild: boolean;
}

/**
 * Calls `visit` for every use of a component that is not plain, in the order of the template.
 *
 * @param plain whether the plain ones are visited too
 */
export function forEachPart(collected: Collected, visit: (part: Part) => void, plain = false): void {
  for (const use of collected.data) if (plain || !use.isPlain) visit(rootPart("data", use));
  for (const use of collected.sources) if (plain || !use.isPlain) visit(rootPart("source", use));
  const { registry } = collected;
  if (registry?.isPlain === false)
    visit({ use: registry, path: () => "hcp_packer_registry", inBuild: false });
  let at = 0;
  for (const build of collected.builds) {
    forEachStep(build, at, visit, plain);
    const own = build.block.registry;
    if (own?.isPlain === false) visit(registryPart(own, at));
    at++;
  }
}

/** Calls `visit` for the steps of the build with number `at`, in the order of the build; plain ones if asked for. */
export function forEachStep(
  { block }: InspectedBuild,
  at: number,
  visit: (part: Part) => void,
  plain = false,
): void {
  const { provisioners, errorCleanup, pipelines } = block;
  let i = 0;
  for (const use of provisioners) {
    if (plain || !use.isPlain) visit(stepPart(use, at, "provisioner", i));
    i++;
  }
  if (errorCleanup !== undefined && (plain || !errorCleanup.isPlain))
    visit(stepPart(errorCleanup, at, "error-cleanup-provisioner"));
  i = 0;
  for (const pipeline of pipelines) {
    let j = 0;
    for (const use of pipeline) {
      if (plain || !use.isPlain)
        visit(stepPart(use, at, "post-processor", i, pipeline.length === 1 ? undefined : j));
      j++;
    }
    i++;
  }
}

function rootPart(kind: "source" | "data", use: ComponentUse): Part {
  const { definition, label = "" } = use;
  return { use, path: () => `${kind}.${definition.type}.${label}`, inBuild: false };
}

function registryPart(use: ComponentUse, at: number): Part {
  return { use, path: () => `build[${String(at)}].hcp_packer_registry`, inBuild: false };
}

function stepPart(
  use: ComponentUse,
  at: number,
  place: string,
  ...numbers: readonly (number | undefined)[]
): Part {
  const indexes = numbers.map((number) => (number === undefined ? "" : `[${String(number)}]`));
  return {
    use,
    path: () => `build[${String(at)}].${place}${indexes.join("")}.${use.definition.type}`,
    inBuild: true,
  };
}

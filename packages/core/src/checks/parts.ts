import type { ComponentUse } from "../blocks/component-use.js";
import type { Collected, InspectedBuild } from "../template/collect.js";

/** One use of a component and where it stands in the template. */
export interface Part {
  readonly use: ComponentUse;
  /** `source.googlecompute.web`, `build[0].provisioner[2].shell`; made when it is asked for. */
  readonly path: () => string;
  /** The build that it is a step of: there `build.*` and `source.*` have a value. */
  readonly build?: InspectedBuild;
}

const notPlain = new WeakMap<Collected, readonly Part[]>();

/** The uses of components that are not plain, in the order of the template: those that checks look at. */
export function partsToCheck(collected: Collected): readonly Part[] {
  let parts = notPlain.get(collected);
  if (parts === undefined) notPlain.set(collected, (parts = partsOf(collected, ({ isPlain }) => !isPlain)));
  return parts;
}

/** All uses of components, in the order of the template. */
export function allParts(collected: Collected): readonly Part[] {
  return partsOf(collected, () => true);
}

function partsOf(
  { data, sources, registry, builds }: Collected,
  isAsked: (use: ComponentUse) => boolean,
): readonly Part[] {
  const parts: Part[] = [];
  for (const use of data) if (isAsked(use)) parts.push(rootPart("data", use));
  for (const use of sources) if (isAsked(use)) parts.push(rootPart("source", use));
  if (registry !== undefined && isAsked(registry))
    parts.push({ use: registry, path: () => "hcp_packer_registry" });
  for (const [at, build] of builds.entries()) {
    const { provisioners, errorCleanup, pipelines, registry: own } = build.block;
    for (const [i, use] of provisioners.entries())
      if (isAsked(use)) parts.push(stepPart(use, build, at, `provisioner[${String(i)}]`));
    if (errorCleanup !== undefined && isAsked(errorCleanup))
      parts.push(stepPart(errorCleanup, build, at, "error-cleanup-provisioner"));
    for (const [i, pipeline] of pipelines.entries()) {
      for (const [j, use] of pipeline.entries()) {
        if (!isAsked(use)) continue;
        const chain = pipeline.length === 1 ? "" : `[${String(j)}]`;
        parts.push(stepPart(use, build, at, `post-processor[${String(i)}]${chain}`));
      }
    }
    if (own !== undefined && isAsked(own))
      parts.push({ use: own, path: () => `build[${String(at)}].hcp_packer_registry` });
  }
  return parts;
}

function rootPart(kind: "source" | "data", use: ComponentUse): Part {
  const { definition, label = "" } = use;
  return { use, path: () => `${kind}.${definition.type}.${label}` };
}

function stepPart(use: ComponentUse, build: InspectedBuild, at: number, place: string): Part {
  return {
    use,
    path: () => `build[${String(at)}].${place}.${use.definition.type}`,
    build,
  };
}

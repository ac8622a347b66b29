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
  const known = notPlain.get(collected);
  if (known !== undefined) return known;
  const parts: Part[] = [];
  forEachPart(
    collected,
    ({ isPlain }) => !isPlain,
    (part) => parts.push(part),
  );
  notPlain.set(collected, parts);
  return parts;
}

/** All uses of components, in the order of the template. */
export function allParts(collected: Collected): readonly Part[] {
  const parts: Part[] = [];
  forEachPart(
    collected,
    () => true,
    (part) => parts.push(part),
  );
  return parts;
}

function forEachPart(
  { data, sources, registry, builds }: Collected,
  isAsked: (use: ComponentUse) => boolean,
  add: (part: Part) => void,
): void {
  for (const use of data) if (isAsked(use)) add(rootPart("data", use));
  for (const use of sources) if (isAsked(use)) add(rootPart("source", use));
  if (registry !== undefined && isAsked(registry)) add({ use: registry, path: () => "hcp_packer_registry" });
  for (const [at, build] of builds.entries()) {
    const { provisioners, errorCleanup, pipelines, registry: own } = build.block;
    for (const [i, use] of provisioners.entries())
      if (isAsked(use)) add(stepPart(use, build, at, `provisioner[${String(i)}]`));
    if (errorCleanup !== undefined && isAsked(errorCleanup))
      add(stepPart(errorCleanup, build, at, "error-cleanup-provisioner"));
    for (const [i, pipeline] of pipelines.entries()) {
      for (const [j, use] of pipeline.entries()) {
        if (!isAsked(use)) continue;
        const chain = pipeline.length === 1 ? "" : `[${String(j)}]`;
        add(stepPart(use, build, at, `post-processor[${String(i)}]${chain}`));
      }
    }
    if (own !== undefined && isAsked(own))
      add({ use: own, path: () => `build[${String(at)}].hcp_packer_registry` });
  }
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

import type { Collected, InspectedBuild } from "../template/collect.js";
import type { InspectedUse } from "../template/inspect-use.js";

/** One use of a component and where it stands in the template. */
export interface Part {
  readonly inspected: InspectedUse;
  /** `source.googlecompute.web`, `build[0].provisioner[2].shell`; made when it is asked for. */
  readonly path: () => string;
  /** Whether it stands where `build.*` and `source.*` have a value. */
  readonly inBuild: boolean;
}

/** Calls `visit` for every use of a component in a template, in the order of the template. */
export function forEachPart(collected: Collected, visit: (part: Part) => void): void {
  for (const inspected of collected.data) visit(rootPart("data", inspected));
  for (const inspected of collected.sources) visit(rootPart("source", inspected));
  for (let at = 0; at < collected.builds.length; at++) {
    const build = collected.builds[at];
    if (build !== undefined) forEachStep(build, at, visit);
  }
}

/** Calls `visit` for the steps of the build with number `at`, in the order in which they are written. */
export function forEachStep(build: InspectedBuild, at: number, visit: (part: Part) => void): void {
  const { provisioners, errorCleanup, pipelines } = build;
  provisioners.forEach((inspected, i) => {
    visit(stepPart(inspected, at, () => `provisioner[${String(i)}]`));
  });
  if (errorCleanup !== undefined) visit(stepPart(errorCleanup, at, () => "error-cleanup-provisioner"));
  pipelines.forEach((pipeline, i) => {
    pipeline.forEach((inspected, j) => {
      const chain = pipeline.length === 1 ? "" : `[${String(j)}]`;
      visit(stepPart(inspected, at, () => `post-processor[${String(i)}]${chain}`));
    });
  });
}

function rootPart(kind: "source" | "data", inspected: InspectedUse): Part {
  const { definition, label = "" } = inspected.use;
  return { inspected, path: () => `${kind}.${definition.type}.${label}`, inBuild: false };
}

function stepPart(inspected: InspectedUse, at: number, place: () => string): Part {
  return {
    inspected,
    path: () => `build[${String(at)}].${place()}.${inspected.use.definition.type}`,
    inBuild: true,
  };
}

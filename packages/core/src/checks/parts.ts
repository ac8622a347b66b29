import type { Collected } from "../template/collect.js";
import type { InspectedUse } from "../template/inspect-use.js";

/** One use of a component and where it stands in the template. */
export interface Part {
  /** `source.googlecompute.web`, `build[0].provisioner[2].shell` */
  readonly path: string;
  readonly written: InspectedUse;
  /** Whether it stands where `build.*` and `source.*` have a value. */
  readonly inBuild: boolean;
}

/** Every use of a component in a template, in the order of the template. */
export function* partsOf(collected: Collected): Generator<Part, void> {
  for (const written of collected.data) yield root("data", written);
  for (const written of collected.sources) yield root("source", written);
  for (const at of collected.builds.keys()) yield* stepsOf(collected, at);
}

/** The steps of one build, in the order in which they are written. */
export function* stepsOf(collected: Collected, at: number): Generator<Part, void> {
  const build = collected.builds[at];
  if (build === undefined) return;
  const path = `build[${String(at)}]`;
  for (const [i, written] of build.provisioners.entries())
    yield step(`${path}.provisioner[${String(i)}]`, written);
  if (build.errorCleanup !== undefined) yield step(`${path}.error-cleanup-provisioner`, build.errorCleanup);
  for (const [i, pipeline] of build.pipelines.entries()) {
    const [only] = pipeline;
    const place = `${path}.post-processor[${String(i)}]`;
    if (pipeline.length === 1 && only !== undefined) yield step(place, only);
    else for (const [j, written] of pipeline.entries()) yield step(`${place}[${String(j)}]`, written);
  }
}

function root(kind: string, written: InspectedUse): Part {
  const { definition, label } = written.use;
  return { path: `${kind}.${definition.type}.${label ?? ""}`, written, inBuild: false };
}

function step(place: string, written: InspectedUse): Part {
  return { path: `${place}.${written.use.definition.type}`, written, inBuild: true };
}

import { labelOf, type BuildBlock } from "../../blocks/build-block.js";
import type { ComponentUse } from "../../blocks/component-use.js";
import type { TemplateRule } from "../check-template.js";
import { reporter } from "../report.js";

/** The artifact at a place of a chain: what it is, and the type of the component that made it. */
interface Artifact {
  readonly is: "files" | "image" | "nothing";
  readonly from: string;
}

/**
 * Each post-processor of a chain gets an artifact that it can work on: files, or what certain components made. Every
 * chain begins with the artifact of the builder; what a component does that says nothing of artifacts is not known.
 */
export const chainsRule: TemplateRule = ({ collected }, findings) => {
  collected.builds.forEach(({ block }, at) => {
    block.pipelines.forEach((pipeline, i) => {
      pipeline.forEach((use, j) => {
        const { takes, otherwise } = use.definition.artifact ?? {};
        if (takes === undefined || !runsForCertain(use)) return;
        const unfit = unfitArtifacts(block, pipeline.slice(0, j), use);
        const [first] = unfit;
        if (first === undefined) return;
        const chain = pipeline.length === 1 ? "" : `[${String(j)}]`;
        const { type } = use.definition;
        reporter(
          findings,
          `build[${String(at)}].post-processor[${String(i)}]${chain}.${type}`,
          use.site ?? block.site,
        )({
          code: "broken-chain",
          // Packer accepts the template; the build fails, or does nothing, when all is built.
          severity: "warning",
          summary: `${type} works on ${wanted(takes)}, and ${first.artifact.from} gives ${given(first.artifact)}`,
          detail: [
            ...(block.sources.length > 1
              ? [`So it is for ${unfit.map(({ label }) => label).join(", ")}.`]
              : []),
            ...(otherwise === undefined ? [] : [otherwise]),
          ].join(" "),
        });
      });
    });
  });
};

interface Unfit {
  readonly label: string;
  readonly artifact: Artifact;
}

/** The sources of a build for which a step gets what it cannot work on. */
function unfitArtifacts(
  block: BuildBlock,
  before: readonly ComponentUse[],
  use: ComponentUse,
): readonly Unfit[] {
  return block.sources.flatMap((reference) => {
    const label = labelOf(reference);
    if (!runsFor(use, label)) return [];
    let artifact = made(reference.source, undefined);
    for (const step of before) {
      if (!runsForCertain(step)) return [];
      if (runsFor(step, label)) artifact = made(step, artifact);
    }
    const { takes } = use.definition.artifact ?? {};
    if (artifact === undefined || takes === undefined) return [];
    const fits = takes === "files" ? artifact.is === "files" : takes.includes(artifact.from);
    return fits ? [] : [{ label, artifact }];
  });
}

/** What a component makes of an artifact, `undefined` where nobody knows. */
function made({ definition, repetition }: ComponentUse, input: Artifact | undefined): Artifact | undefined {
  const { artifact, type } = definition;
  if (artifact === undefined || repetition !== undefined) return undefined;
  return artifact.gives === "input" ? input : { is: artifact.gives, from: type };
}

/** Whether the labels of a step are known, so that it can be told for which sources it runs. */
function runsForCertain({ options }: ComponentUse): boolean {
  return [options["only"], options["except"]].every(
    (labels) => labels === undefined || labels === null || isLabels(labels),
  );
}

function runsFor({ options }: ComponentUse, label: string): boolean {
  const { only, except } = options;
  if (isLabels(only) && only.length > 0) return only.includes(label);
  return !(isLabels(except) && except.includes(label));
}

function isLabels(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((label) => typeof label === "string");
}

function wanted(takes: "files" | readonly string[]): string {
  return takes === "files" ? "files" : `what ${takes.join(" or ")} gives`;
}

function given({ is }: Artifact): string {
  switch (is) {
    case "files":
      return "other files";
    case "image":
      return "an image, which is no file";
    case "nothing":
      return "nothing";
  }
}

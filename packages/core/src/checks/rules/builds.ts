import { z } from "zod";
import { labelOf, type BuildBlock } from "../../blocks/build-block.js";
import type { Written } from "../../expressions/written.js";
import type { TemplateRule } from "../check-template.js";
import { reporter, type Reporter } from "../report.js";
import { checkWritten } from "../check-use.js";
import { checkValue } from "../check-value.js";

const PLACES = {
  provisioner: "a provisioner",
  "error-cleanup-provisioner": "an error-cleanup-provisioner",
  "post-processor": "a post-processor",
} as const;

/** A template has builds, a build has sources, and where a step belongs stands a step. */
export const buildsRule: TemplateRule = ({ collected, site }, findings) => {
  if (collected.builds.length === 0) {
    reporter(
      findings,
      "template",
      site,
    )({
      code: "no-builds",
      summary: "a template of no builds does nothing",
      detail: "Pass at least one build.",
    });
  }
  collected.builds.forEach(({ block, name, description }, at) => {
    const report = reporter(findings, () => `build[${String(at)}]`, block.site);
    if (block.sources.length === 0 && block.sourceList === undefined) {
      report({
        code: "empty-build",
        summary: "a build of no sources does nothing",
        detail: "Pass at least one source.",
      });
    }
    for (const label of repeatedLabels(block)) {
      report({
        code: "duplicate-name",
        severity: "warning",
        summary: `two sources of this build are called ${label}`,
        detail:
          "Packer runs both, and neither only, except nor its output tells them apart. Use .as(…) or .with(…).",
      });
    }
    for (const { place, found } of block.strangers) {
      report({
        code: "not-a-step",
        summary: `${found} stands where ${PLACES[place]} belongs`,
        detail: "provision and errorCleanup take provisioners, postProcess takes post-processors.",
      });
    }
    checkText("name", block.name, name, report);
    checkText("description", block.description, description, report);
  });
};

/** The labels that several sources of a build have, each once. */
function repeatedLabels({ sources }: BuildBlock): Iterable<string> {
  // Most builds have one source.
  if (sources.length < 2) return NONE;
  const seen = new Set<string>();
  return new Set(
    sources.map((source) => labelOf(source)).filter((label) => seen.size === seen.add(label).size),
  );
}

const NONE: readonly string[] = [];

function checkText(option: string, value: unknown, written: Written | undefined, report: Reporter): void {
  if (written === undefined) return;
  const problems = written.problems.map((problem) => ({ ...problem, path: [option, ...problem.path] }));
  checkWritten({ problems, buildScoped: written.inBuild ? [option] : [] }, report);
  if (problems.length === 0) checkValue(z.string(), value, [option], report);
}

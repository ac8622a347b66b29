import type { Written } from "../../expressions/written.js";
import type { TemplateRule } from "../check-template.js";
import { reporter, type Reporter } from "../report.js";
import { checkWritten } from "../check-use.js";

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
    if (block.sources.length === 0) {
      report({
        code: "empty-build",
        summary: "a build of no sources does nothing",
        detail: "Pass at least one source.",
      });
    }
    for (const { place, found } of block.strangers) {
      report({
        code: "not-a-step",
        summary: `${found} stands where a ${place} belongs`,
        detail: "provision and errorCleanup take provisioners, postProcess takes post-processors.",
      });
    }
    checkText("name", name, report);
    checkText("description", description, report);
  });
};

function checkText(option: string, written: Written | undefined, report: Reporter): void {
  if (written === undefined) return;
  const problems = written.problems.map((problem) => ({ ...problem, path: [option, ...problem.path] }));
  checkWritten({ problems, buildScoped: written.inBuild ? [option] : [] }, false, report);
}

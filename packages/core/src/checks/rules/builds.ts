import type { TemplateRule } from "../check-template.js";
import { reporter } from "../report.js";
import { checkWritten } from "./components.js";

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
  for (const [at, { block, name, description }] of collected.builds.entries()) {
    const report = reporter(findings, `build[${String(at)}]`, block.site);
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
    for (const [option, written] of [
      ["name", name],
      ["description", description],
    ] as const) {
      if (written === undefined) continue;
      const problems = written.problems.map((problem) => ({ ...problem, path: [option, ...problem.path] }));
      checkWritten({ problems, buildScoped: written.inBuild ? [option] : [] }, false, report);
    }
  }
};

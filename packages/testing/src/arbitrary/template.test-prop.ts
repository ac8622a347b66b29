import { contentsOf, type Provisioner } from "@packwright/core";
import { load } from "@packwright/core/load";
import * as postProcessors from "@packwright/post-processors";
import * as provisioners from "@packwright/provisioners";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, type EvaluatedTemplate } from "../evaluate/evaluate.js";
import { anyTemplate } from "../fast-check.js";
import { plan } from "../plan.js";
import { validate } from "../validate/validate.js";

const components = [provisioners, postProcessors];
const again = (name: string, content: string) => load({ name, text: content }, { components });

/** JSON has blocks of one type behind each other: pipelines of one step, and those of several. */
function unordered({ builds, ...rest }: EvaluatedTemplate) {
  return {
    ...rest,
    builds: builds.map(({ runs, ...build }) => ({
      ...build,
      runs: runs.map(({ postProcessors, ...run }) => ({
        ...run,
        postProcessors: postProcessors.map((pipeline) => JSON.stringify(pipeline)).sort(),
      })),
    })),
  };
}

describe("a template by chance", () => {
  it("has neither errors nor warnings, and Packer would accept it", () => {
    fc.assert(
      fc.property(anyTemplate(), (template) => {
        expect(template.check()).toEqual([]);
        expect(validate(template)).toEqual({ valid: true, diagnostics: [] });
      }),
    );
  });

  it("is read as itself from its HCL and from its JSON", () => {
    fc.assert(
      fc.property(anyTemplate(), (template) => {
        expect(again("t.pkr.hcl", template.toHcl()).toHcl()).toBe(template.toHcl());
        expect(again("t.pkr.json", template.toJson()).toJson()).toBe(template.toJson());
      }),
    );
  });

  it("has the same values however it is written", () => {
    fc.assert(
      fc.property(anyTemplate(), (template) => {
        const evaluated = evaluate(template);
        expect(evaluate(again("t.pkr.hcl", template.toHcl()))).toEqual(evaluated);
        expect(unordered(evaluate(again("t.pkr.json", template.toJson())))).toEqual(unordered(evaluated));
      }),
    );
  });

  it("has a plan that has each of its sources once, and its steps behind them", () => {
    fc.assert(
      fc.property(anyTemplate(), (template) => {
        const steps = plan(template);
        const sources = contentsOf(template).builds.flatMap((build) => build.sources.map(({ step }) => step));
        expect(steps.filter(({ kind }) => kind === "source").map(({ source }) => source)).toEqual(sources);
        for (const { builds } of [evaluate(template)]) {
          const count = builds.flatMap(({ runs }) =>
            runs.map(
              ({ provisioners: own, errorCleanup, postProcessors }) =>
                1 + own.length + (errorCleanup === undefined ? 0 : 1) + postProcessors.flat().length,
            ),
          );
          expect(steps).toHaveLength(count.reduce((sum, each) => sum + each, 0));
        }
      }),
    );
  });

  it("is as large as it is asked to be", () => {
    const constraints = { maxVariables: 1, maxBuilds: 1, maxSources: 1, maxSteps: 1 };
    fc.assert(
      fc.property(anyTemplate(constraints), (template) => {
        const { builds, variables } = contentsOf(template);
        expect(variables.length).toBeLessThanOrEqual(1);
        expect(builds).toHaveLength(1);
        for (const build of builds) {
          expect(build.sources).toHaveLength(1);
          expect(build.provisioners.length).toBeLessThanOrEqual(1);
          expect(build.postProcessors.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("has the steps that are handed in among its own", () => {
    const own: fc.Arbitrary<Provisioner> = fc
      .array(fc.constantFrom("true", "date"), { minLength: 1 })
      .map((inline) => provisioners.shell({ inline }));
    const typesIn = fc
      .sample(anyTemplate({ provisioners: own }), { seed: 1, numRuns: 50 })
      .flatMap((template) =>
        contentsOf(template).builds.flatMap((build) => build.provisioners.map(({ type }) => type)),
      );
    expect(new Set(typesIn)).toEqual(new Set(["shell", "shell-local"]));
  });
});

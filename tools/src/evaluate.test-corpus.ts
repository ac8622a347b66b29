import { existsSync } from "node:fs";
import { dirname, relative } from "node:path";
import { blocksOf, TemplateError } from "@packwright/core";
import { load, type LoadedTemplate } from "@packwright/core/load";
import { googlecompute } from "@packwright/googlecompute";
import { nil, type Expression } from "@packwright/hcl";
import { nodeFiles, readType, STRING, type Type } from "@packwright/hcl/evaluate";
import * as postProcessors from "@packwright/post-processors";
import * as provisioners from "@packwright/provisioners";
import { evaluate, EvaluationError, validate, type EvaluationProblem } from "@packwright/testing";
import { describe, expect, it } from "vitest";
import { CORPUS, corpusPaths } from "./corpus.js";

const components = [googlecompute, provisioners, postProcessors];

/** What has no value in a template of which the corpus has some of the files only: none of these is evaluation's fault. */
const INCOMPLETE = /failed: (?:no file exists at |failed to (?:read|stat) )/;

/** Some value of a type. */
function sampleOf(type: Type): unknown {
  switch (type.kind) {
    case "number":
      return 1;
    case "bool":
      return true;
    case "list":
    case "set":
      return [sampleOf(type.element)];
    case "map":
      return { key: sampleOf(type.element) };
    case "tuple":
      return type.elements.map((element) => sampleOf(element));
    case "object":
      return Object.fromEntries(
        [...type.attributes].map(([name, attribute]) => [name, sampleOf(attribute)] as const),
      );
    default:
      return "value";
  }
}

/** Values of their types for the variables that have none, or none but null. */
function valuesFor(template: LoadedTemplate): Readonly<Record<string, unknown>> {
  const assigned = new Set(template.assignments.map(({ variable }) => variable.name));
  return Object.fromEntries(
    blocksOf(template).flatMap(({ type, labels: [label], body }) => {
      if (type !== "variable" || label === undefined || assigned.has(label.value)) return [];
      const argument = (name: string): Expression | undefined => {
        const found = body.items.find((item) => item.kind === "attribute" && item.name === name);
        return found?.kind === "attribute" ? found.value : undefined;
      };
      if ((argument("default") ?? nil()).kind !== "null") return [];
      const given = argument("type");
      const valueType = given === undefined ? STRING : readType(given, { withDefaults: true }).type;
      return [[label.value, sampleOf(valueType)] as const];
    }),
  );
}

/** What became of a template. */
type Outcome =
  | { readonly kind: "evaluated"; readonly valid: boolean; readonly placeless: readonly string[] }
  | { readonly kind: "refused"; readonly placeless: readonly string[] }
  | { readonly kind: "stopped"; readonly problems: readonly EvaluationProblem[] };

function outcomeOf(path: string): Outcome {
  const template = load(path, { components });
  const placeless = (found: ReturnType<LoadedTemplate["check"]>): readonly string[] =>
    found.flatMap(({ severity, position, summary }) =>
      severity === "error" && position === undefined ? [summary] : [],
    );
  const root = /\.(?:hcl|json)$/.test(path) ? dirname(path) : path;
  try {
    template.toMermaid();
    const options = { variables: valuesFor(template), host: { files: nodeFiles({ root }) } };
    evaluate(template, options);
    const { valid, diagnostics } = validate(template, options);
    return { kind: "evaluated", valid, placeless: placeless(diagnostics) };
  } catch (error) {
    if (error instanceof TemplateError) return { kind: "refused", placeless: placeless(error.diagnostics) };
    if (error instanceof EvaluationError) return { kind: "stopped", problems: error.problems };
    throw error;
  }
}

describe.skipIf(!existsSync(CORPUS))(
  "the public templates, evaluated (skipped where the corpus is not beside the repository)",
  () => {
    let all: ReadonlyMap<string, Outcome> | undefined;
    const outcomes = () =>
      (all ??= new Map(corpusPaths().map((path) => [relative(CORPUS, path), outcomeOf(path)] as const)));
    const stopped = () =>
      [...outcomes()].flatMap(([name, outcome]) =>
        outcome.kind === "stopped" ? outcome.problems.map((problem) => ({ name, ...problem })) : [],
      );

    it("have values, or say what stands in the way", () => {
      const figures = (title: string, isMeant: (name: string) => boolean): number => {
        const meant = [...outcomes()].flatMap(([name, outcome]) => (isMeant(name) ? [outcome] : []));
        const evaluated = meant.filter(({ kind }) => kind === "evaluated");
        const valid = evaluated.filter((outcome) => "valid" in outcome && outcome.valid);
        const refused = meant.filter(({ kind }) => kind === "refused");
        console.log(
          `${String(meant.length)} ${title}: ${String(evaluated.length)} evaluated, ${String(valid.length)} of them valid with ` +
            `made-up values; ${String(refused.length)} with errors; ` +
            `${String(meant.length - evaluated.length - refused.length)} without a file that they read`,
        );
        return evaluated.length;
      };
      const isFile = (name: string): boolean => /\.(?:hcl|json)$/.test(name);
      expect(figures("folders", (name) => !isFile(name))).toBeGreaterThan(30);
      expect(figures("single files", isFile)).toBeGreaterThan(150);
    });

    it("fail to have values for want of a file or a network only", () => {
      const others = stopped().filter(({ needs, detail }) => needs === undefined && !INCOMPLETE.test(detail));
      expect(others).toEqual([]);
    });

    it("have a place for all that is wrong with them", () => {
      const placeless = [...outcomes()].flatMap(([name, outcome]) =>
        outcome.kind === "stopped"
          ? outcome.problems
              .filter(({ position, path }) => position === undefined || path === "")
              .map(({ summary }) => `${name}: ${summary}`)
          : outcome.placeless.map((summary) => `${name}: ${summary}`),
      );
      expect(placeless).toEqual([]);
    });
  },
);

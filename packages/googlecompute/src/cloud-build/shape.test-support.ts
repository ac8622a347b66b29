import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const names = z.record(z.string(), z.array(z.string()));
const format = z.object({
  kinds: z.record(z.string(), z.record(z.string(), z.string())),
  required: names,
});

/** What the two descriptions of pipelines may look like: `fixtures/facts/pipelines.json`. */
const facts = z
  .object({
    cloudbuild: format.extend({ limits: z.object({ steps: z.number() }), substitution: z.string() }),
    github: format.extend({ limits: z.object({ jobs: z.number() }) }),
  })
  .parse(
    JSON.parse(readFileSync(new URL("../../../../fixtures/facts/pipelines.json", import.meta.url), "utf8")),
  );

export const LIMITS = { ...facts.cloudbuild.limits, ...facts.github.limits };
export const SUBSTITUTION = new RegExp(facts.cloudbuild.substitution);

/** Where a description of a pipeline departs from the published schema of its format, and how. */
export function misshapen(text: string, of: "cloudbuild" | "github"): readonly string[] {
  const { kinds, required } = facts[of];
  const problems: string[] = [];
  const check = (value: unknown, kind: string, path: string): void => {
    const wrong = (): void => {
      problems.push(`${path} is not ${kind}: ${JSON.stringify(value)}`);
    };
    if (kind.endsWith("[]") || kind === "strings") {
      const item = kind === "strings" ? "string" : kind.slice(0, -2);
      if (Array.isArray(value))
        value.forEach((one, at) => {
          check(one, item, `${path}[${String(at)}]`);
        });
      else wrong();
    } else if (kind.endsWith("{}") || kind === "map") {
      const item = kind === "map" ? "string" : kind.slice(0, -2);
      if (isObject(value)) for (const [key, one] of Object.entries(value)) check(one, item, `${path}.${key}`);
      else wrong();
    } else if (kinds[kind] !== undefined) {
      if (isObject(value)) checkObject(value, kind, path);
      else wrong();
    } else if (!isPlain(value, kind)) wrong();
  };
  const checkObject = (value: Readonly<Record<string, unknown>>, kind: string, path: string): void => {
    const known = kinds[kind] ?? {};
    for (const key of required[kind] ?? [])
      if (!Object.hasOwn(value, key)) problems.push(`${path} has no ${key}`);
    for (const [key, one] of Object.entries(value)) {
      const inner = known[key];
      if (inner === undefined) problems.push(`${path} has an unknown ${key}`);
      else check(one, inner, `${path}.${key}`);
    }
  };
  check(parse(text), "root", "it");
  return problems;
}

function isPlain(value: unknown, kind: string): boolean {
  switch (kind) {
    case "any":
      return true;
    case "string":
    case "number":
    case "boolean":
      return typeof value === kind;
    case "duration":
      return typeof value === "string" && /^\d+(?:\.\d{0,9})?s$/.test(value);
    default:
      return typeof value === "string" && kind.split("|").includes(value);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

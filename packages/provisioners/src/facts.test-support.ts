import { readFileSync } from "node:fs";

/** What is known of one option. */
export interface OptionFacts {
  readonly name: string;
  readonly type: string | readonly [string, string];
  readonly semantic?: string;
  readonly values?: readonly string[];
  readonly knownValues?: readonly string[];
}

/** What is known of one component. */
export interface ComponentFacts {
  readonly kind: "provisioner" | "post-processor";
  readonly name: string;
  readonly fields: readonly OptionFacts[];
}

/** The components that a file of facts names. */
export function componentsIn(name: string): readonly ComponentFacts[] {
  const path = new URL(`../../../fixtures/facts/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly components: readonly ComponentFacts[] })
    .components;
}

/** A value of the option's type that means nothing in particular. */
export function sampleOf({ type, semantic, values, knownValues }: OptionFacts): unknown {
  const [word = semantic === "duration" ? "90s" : "text"] = values ?? knownValues ?? [];
  const scalar = (of: string): unknown => (of === "string" ? word : of === "number" ? 1 : true);
  if (typeof type === "string") return scalar(type);
  const [collection, element] = type;
  return collection === "list" ? [scalar(element)] : { key: scalar(element) };
}

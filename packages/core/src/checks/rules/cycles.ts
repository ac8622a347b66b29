import type { Declaration } from "../../blocks/declaration.js";
import type { Site } from "../../diagnostics/site.js";
import type { TemplateRule } from "../check-template.js";
import { reporter } from "../report.js";

/** A local or a data source, by what it is called in expressions. */
interface Vertex {
  readonly site: Site | undefined;
  readonly uses: readonly Declaration[];
}

/** Locals and data sources look at each other in any order, and never in a circle: Packer could begin nowhere. */
export const cyclesRule: TemplateRule = ({ collected }, findings) => {
  const vertices = new Map<string, Vertex>();
  for (const { name, value, site } of collected.locals)
    vertices.set(`local.${name}`, { site, uses: value.uses });
  for (const { definition, label = "", site, inspected } of collected.data)
    vertices.set(`data.${definition.type}.${label}`, { site, uses: inspected.uses });
  const done = new Set<string>();
  for (const start of vertices.keys()) {
    for (const cycle of cyclesFrom(start, vertices, done)) {
      const [first = start] = cycle;
      reporter(
        findings,
        first,
        vertices.get(first)?.site,
      )({
        code: "local-cycle",
        summary: [...cycle, first].join(" looks at "),
        detail:
          "Packer works out what is looked at first, and there is no first one here. Take one reference out.",
      });
    }
  }
};

/** Walks depth first, with a stack of its own: a chain of locals may be long. */
function cyclesFrom(
  start: string,
  vertices: ReadonlyMap<string, Vertex>,
  done: Set<string>,
): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const path: { readonly name: string; readonly next: readonly string[]; at: number }[] = [];
  const enter = (name: string): void => {
    path.push({ name, next: namesOf(vertices.get(name)?.uses ?? []), at: 0 });
  };
  if (!done.has(start)) enter(start);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const value = top.next[top.at++];
    if (value === undefined) {
      done.add(top.name);
      path.pop();
      continue;
    }
    const at = path.findIndex(({ name }) => name === value);
    if (at >= 0) cycles.push(path.slice(at).map(({ name }) => name));
    else if (vertices.has(value) && !done.has(value)) enter(value);
  }
  return cycles;
}

function namesOf(uses: readonly Declaration[]): readonly string[] {
  const names = new Set<string>();
  for (const use of uses) {
    if (use.kind === "local") names.add(`local.${use.name}`);
    if (use.kind === "data") names.add(`data.${use.use.definition.type}.${use.name}`);
  }
  return [...names];
}

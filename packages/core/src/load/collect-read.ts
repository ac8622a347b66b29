import type { ComponentUse } from "../blocks/component-use.js";
import type { Site } from "../diagnostics/site.js";
import { collect, type Clash, type Collected } from "../template/collect.js";
import type { ReadTemplate } from "./read-template.js";

/** All that a template's files declare, in their order and whether a build uses it or not. */
export function collectRead(read: ReadTemplate): Collected {
  const { variables, locals, data, sources, registry } = read;
  const { builds, plugins } = collect(read.builds, [], registry);
  const named: readonly (readonly [path: string, site: Site | undefined])[] = [
    ...variables.map(({ name, site }) => [`variable.${name}`, site] as const),
    ...locals.map(({ name, site }) => [`local.${name}`, site] as const),
    ...[...data, ...sources].map((use) => [pathOf(use), use.site] as const),
  ];
  return {
    builds,
    ...(registry === undefined ? {} : { registry }),
    variables,
    locals,
    data,
    sources,
    plugins,
    clashes: clashesOf(named),
  };
}

function pathOf({ definition, label = "" }: ComponentUse): string {
  return `${definition.kind}.${definition.type}.${label}`;
}

function clashesOf(named: readonly (readonly [path: string, site: Site | undefined])[]): readonly Clash[] {
  const first = new Map<string, Site | undefined>();
  return named.flatMap(([path, site]) => {
    if (first.has(path)) return [{ path, first: first.get(path), second: site }];
    first.set(path, site);
    return [];
  });
}

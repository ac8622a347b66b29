import { allParts } from "../checks/parts.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { locate } from "../diagnostics/locate.js";
import type { Site } from "../diagnostics/site.js";
import type { Collected } from "./collect.js";
import { templateOf } from "./template-of.js";

/**
 * Makes diagnostics of a template of what somebody else found in it, by its paths: with the weight that the template gives
 * to problems of their kinds, and with the place where the value was written, in the program or in the file.
 *
 * @throws TypeError for a value that is neither a template nor a build
 * @example
 * diagnose(image, [{ severity: "error", code: "invalid-value", summary: "no such zone", path: "source.googlecompute.web.zone" }])
 * // [{ …, position: { file: "image.ts", line: 7, column: 3 } }]
 */
export function diagnose(
  template: object,
  problems: readonly Omit<Diagnostic, "position">[],
): readonly Diagnostic[] {
  const value = templateOf(template);
  const sites = sitesOf(value.collected);
  const findings = problems.map((problem) => {
    const { path } = problem;
    // The longest path that leads to it has the place that is nearest.
    const [nearest] = sites
      .filter(([start]) => leadsTo(path, start))
      .sort(([one], [other]) => other.length - one.length);
    if (nearest === undefined) return problem;
    const [start, site] = nearest;
    const keys = path
      .slice(start.length)
      .split(/[.[\]]+/)
      .filter((key) => key !== "");
    return { ...problem, site, keys };
  });
  return locate(value.weigh(findings));
}

/** Where the parts of a template were made, by their paths. */
function sitesOf(collected: Collected): readonly (readonly [path: string, site: Site])[] {
  const sites: (readonly [string, Site])[] = [];
  const add = (path: string, site: Site | undefined): void => {
    if (site !== undefined) sites.push([path, site]);
  };
  for (const { name, site } of collected.variables) add(`variable.${name}`, site);
  for (const { name, site } of collected.locals) add(`local.${name}`, site);
  collected.builds.forEach(({ block }, at) => {
    const build = `build[${String(at)}]`;
    add(build, block.site);
    for (const { as } of block.sources) if (as !== undefined) add(`${build}.source.${as.name}`, as.site);
  });
  for (const { path, use } of allParts(collected)) add(path(), use.site);
  return sites;
}

/** Whether a path is the other one, or goes on from there. */
function leadsTo(path: string, start: string): boolean {
  return path.startsWith(start) && /^(?:$|[.[])/.test(path.slice(start.length));
}

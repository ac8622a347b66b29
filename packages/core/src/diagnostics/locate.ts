import { type Diagnostic, type Finding } from "./diagnostic.js";
import { positionOf } from "./site.js";
import { positionOfKey, SourceFiles } from "./position-of-key.js";

/** Looks up where in the user's program, or in the file that was read, each finding's value was written. */
export function locate(findings: readonly Finding[]): readonly Diagnostic[] {
  const sources = new SourceFiles();
  return findings.map(({ site, keys, ...diagnostic }) => {
    if (site?.place !== undefined) return { ...diagnostic, position: site.place(keys ?? []) };
    const call = site === undefined ? undefined : positionOf(site);
    if (call === undefined) return diagnostic;
    return { ...diagnostic, position: positionOfKey(call, keys ?? [], sources) ?? call };
  });
}

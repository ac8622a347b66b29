import { dirname } from "node:path";

/** What Node says of itself: `"strip"` or `"transform"` where it reads TypeScript. */
const FEATURE: unknown = "typescript" in process.features ? process.features.typescript : false;

/**
 * Whether Node reads the TypeScript of these files by itself: it is a version that can, and the settings of their project
 * keep to what it can read, which are types that can be erased and imports that name the files that are there.
 *
 * Elsewhere an enum, a `./steps.js` that stands for a `steps.ts` or a type that is imported like a value would load on one
 * version of Node and not on another.
 *
 * @param feature what Node says of itself
 */
export async function areReadByNode(files: readonly string[], feature: unknown = FEATURE): Promise<boolean> {
  if (feature !== "strip" && feature !== "transform") return false;
  const { getTsconfig } = await import("get-tsconfig");
  return files.every((file) => {
    const { compilerOptions = {} } = getTsconfig(dirname(file))?.config ?? {};
    const { erasableSyntaxOnly, verbatimModuleSyntax } = compilerOptions;
    const { allowImportingTsExtensions, rewriteRelativeImportExtensions } = compilerOptions;
    return (
      erasableSyntaxOnly === true &&
      verbatimModuleSyntax === true &&
      (allowImportingTsExtensions === true || rewriteRelativeImportExtensions === true)
    );
  });
}

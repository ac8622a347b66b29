import { fileURLToPath } from "node:url";

/** The root of the repository, with a slash at its end. */
export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

/** Whether this run may skip nothing: a missing `packer` or `go` is then a failure. */
export const IS_FULL: boolean = process.env["PACKWRIGHT_FULL"] === "1";

/**
 * The seed of random tests: `PACKWRIGHT_SEED`, which repeats a run that failed, or one and the same in CI, where a change
 * is to be judged by what it changes. Elsewhere there is none, so that every run looks at other cases.
 */
export const SEED: number | undefined =
  seedOf(process.env["PACKWRIGHT_SEED"]) ?? (process.env["CI"] === "true" ? 20_261_123 : undefined);

function seedOf(text: string | undefined): number | undefined {
  return text === undefined || text === "" ? undefined : Number(text);
}

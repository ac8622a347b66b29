/** A version of Packer, as `packer version` tells it. */
export interface PackerVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** `1.6.6`, `1.16.0-dev`. */
  readonly text: string;
}

/** The oldest Packer that is supported: the first whose HCL is today's. */
export const OLDEST = "1.6.0";

/**
 * Reads a version; `undefined` for a text that is none.
 *
 * @example parseVersion("1.6.6") // { major: 1, minor: 6, patch: 6, text: "1.6.6" }
 */
export function parseVersion(text: string): PackerVersion | undefined {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(text) ?? [];
  if (major === undefined) return undefined;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), text: text.replace(/^v/, "") };
}

/** Whether a version is another one or a later one. What comes behind the three numbers does not count. */
export function isAtLeast(version: PackerVersion, other: string): boolean {
  const than = parseVersion(other);
  if (than === undefined) throw new RangeError(`"${other}" is no version`);
  const difference = version.major - than.major || version.minor - than.minor || version.patch - than.patch;
  return difference >= 0;
}

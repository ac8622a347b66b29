const NUMBER = /^(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** The exponents of two that HCL's numbers can have. */
const LEAST = -(2n ** 31n);
const MOST = 2n ** 31n - 1n;
const LARGEST_EXPONENT = 2n ** 63n - 1n;
/** Below this a decimal exponent cannot leave the range, whatever digits a file can hold beside it. */
const SAFE_EXPONENT = 9;

/**
 * Whether the lexer's number is one: digits, at most one point, at most one exponent, and of a size that HCL's
 * 512-bit numbers can have.
 */
export function isNumber(text: string): boolean {
  const match = NUMBER.exec(text);
  if (match === null) return false;
  const exponent = match[3];
  if (exponent === undefined || exponent.length <= SAFE_EXPONENT) return true;
  return fits(`${match[1] ?? ""}${match[2] ?? ""}`, match[2]?.length ?? 0, exponent);
}

function fits(digits: string, fraction: number, exponent: string): boolean {
  // What no 64-bit integer holds is refused before it is counted; a long row of digits here is all zeros or too large.
  const significant = exponent.replace(/^[+-]?0*/, "");
  if (significant.length > 19) return false;
  const decimal = BigInt(significant === "" ? 0 : significant) * (exponent.startsWith("-") ? -1n : 1n);
  if (decimal > LARGEST_EXPONENT || decimal < -LARGEST_EXPONENT - 1n) return false;
  if (/^0*$/.test(digits)) return true;
  const binary = BigInt(bitLength(digits)) - BigInt(fraction) + decimal;
  return binary >= LEAST && binary <= MOST;
}

function bitLength(digits: string): number {
  return BigInt(digits).toString(16).length * 4 - leadingZeroBits(BigInt(digits).toString(16));
}

function leadingZeroBits(hex: string): number {
  return Math.clz32(Number.parseInt(hex.charAt(0), 16)) - 28;
}

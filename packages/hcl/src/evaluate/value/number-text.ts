import { bitLength, HclNumber, limited } from "./number.js";

/** What HCL's numbers are read with: 512 bits. */
export const PRECISION = 512;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
/** The exponents of two that a number can have. */
const MOST_POWER = 2 ** 31;

/** The number that a text in decimal spells; `undefined` when it spells none. */
export function parseNumber(text: string): HclNumber | undefined {
  if (/^[+-]?[iI]nf$/.test(text)) {
    return text.startsWith("-") ? HclNumber.NEGATIVE_INFINITY : HclNumber.INFINITY;
  }
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const negative = sign === "-";
  const power = Number(exponent) - fraction.length;
  const mantissa = HclNumber.of(negative, BigInt(`${whole}${fraction}`), 0, PRECISION);
  if (mantissa.isZero) return mantissa;
  if (!Number.isSafeInteger(power) || Math.abs(power) > MOST_POWER) return undefined;
  if (power === 0) return mantissa;
  const scaled = timesTenTo(mantissa, power);
  return Math.abs(scaled.exponent) > MOST_POWER ? undefined : scaled;
}

/** A number times a power of ten. The power of five is held with 64 bits more than the result, as in HCL's library. */
function timesTenTo(number: HclNumber, power: number): HclNumber {
  const [five, fiveExponent] = powerOfFive(Math.abs(power), PRECISION + 64);
  const { negative, magnitude } = number;
  const exponent = number.exponent + power;
  if (power > 0) return HclNumber.of(negative, magnitude * five, exponent + fiveExponent, PRECISION);
  const shift = PRECISION + 66 - bitLength(magnitude) + bitLength(five);
  const dividend = magnitude << BigInt(Math.max(0, shift));
  const result = dividend / five;
  const sticky = (result << 1n) | (result * five === dividend ? 0n : 1n);
  return HclNumber.of(negative, sticky, exponent - Math.max(0, shift) - fiveExponent - 1, PRECISION);
}

/** The largest power of five that a 64-bit integer holds. */
const SMALL_POWER = 27;

/** 5^n as a mantissa of `precision` bits and an exponent of two, by squaring. */
function powerOfFive(n: number, precision: number): readonly [magnitude: bigint, exponent: number] {
  if (n <= SMALL_POWER) return [5n ** BigInt(n), 0];
  let result = HclNumber.of(false, 5n ** BigInt(SMALL_POWER), 0, precision);
  let square = HclNumber.of(false, 5n, 0, precision + 64);
  for (let rest = n - SMALL_POWER; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      const product = result.magnitude * square.magnitude;
      result = HclNumber.of(false, product, result.exponent + square.exponent, precision);
    }
    square = HclNumber.of(false, square.magnitude ** 2n, square.exponent * 2, precision + 64);
  }
  return [result.magnitude, result.exponent];
}

/** The significant digits of a number: 0.digits × 10^point, without zeros at the end. */
export interface Digits {
  readonly digits: string;
  readonly point: number;
}

/** All digits of a mantissa times a power of two. */
export function exactDigits(magnitude: bigint, exponent: number): Digits {
  limited(exponent);
  const whole =
    exponent >= 0
      ? (magnitude << BigInt(exponent)).toString()
      : (magnitude * 5n ** BigInt(-exponent)).toString();
  const point = exponent >= 0 ? whole.length : whole.length + exponent;
  const digits = whole.replace(/0+$/, "");
  return { digits, point: digits === "" ? 0 : point };
}

/** The digits cut off after `count`, the last one rounded half to even. */
export function roundDigits({ digits, point }: Digits, count: number): Digits {
  if (count < 0 || count >= digits.length) return { digits: count < 0 ? "" : digits, point };
  const next = digits.charAt(count);
  const isTie = next === "5" && count + 1 === digits.length;
  const isEven = count === 0 || Number(digits.charAt(count - 1)) % 2 === 0;
  const isUp = isTie ? !isEven : next >= "5";
  return isUp ? roundUp(digits, point, count) : roundDown(digits, point, count);
}

function roundDown(digits: string, point: number, count: number): Digits {
  const kept = digits.slice(0, count).replace(/0+$/, "");
  return { digits: kept, point: kept === "" ? 0 : point };
}

function roundUp(digits: string, point: number, count: number): Digits {
  const kept = digits.slice(0, count).replace(/9+$/, "");
  if (kept === "") return { digits: "1", point: point + 1 };
  const last = String(Number(kept.charAt(kept.length - 1)) + 1);
  return { digits: kept.slice(0, -1) + last, point };
}

/** The fewest digits that read back as the same number. */
export function shortestDigits(number: HclNumber): Digits {
  const { magnitude, exponent, precision } = number;
  const all = exactDigits(magnitude, exponent);
  if (all.digits === "") return all;
  // The neighbours half a unit of the last bit away.
  const shift = precision + 1 - bitLength(magnitude);
  const mantissa = shift >= 0 ? magnitude << BigInt(shift) : magnitude >> BigInt(-shift);
  const lower = exactDigits(mantissa - 1n, exponent - shift).digits;
  const upper = exactDigits(mantissa + 1n, exponent - shift).digits;
  const isInclusive = (mantissa & 2n) === 0n;
  for (let i = 0; i < all.digits.length; i++) {
    const digit = all.digits.charCodeAt(i);
    const below = digitAt(lower, i);
    const above = digitAt(upper, i);
    const isDown = below !== digit || (isInclusive && i + 1 === lower.length);
    const isUp = digit !== above && (isInclusive || digit + 1 < above || i + 1 < upper.length);
    if (isDown && isUp) return roundDigits(all, i + 1);
    if (isDown) return roundDown(all.digits, all.point, i + 1);
    if (isUp) return roundUp(all.digits, all.point, i + 1);
  }
  return all;
}

function digitAt(digits: string, at: number): number {
  return at < digits.length ? digits.charCodeAt(at) : 48;
}

/** A number in plain decimal, as HCL turns it into a string: the fewest digits that read back as the same number. */
export function numberToString(number: HclNumber): string {
  if (number.infinite) return number.negative ? "-Inf" : "+Inf";
  const sign = number.negative ? "-" : "";
  if (number.magnitude <= 0x1fffffffffffffn && number.exponent === 0)
    return sign + number.magnitude.toString();
  return sign + plain(shortestDigits(number));
}

/** Digits in plain decimal, with as many behind the point as there are, or as `decimals` says. */
export function plain(
  { digits, point }: Digits,
  decimals: number = Math.max(0, digits.length - point),
): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  if (decimals === 0) return whole;
  const behind = point >= 0 ? digits.slice(point) : "0".repeat(Math.min(-point, decimals)) + digits;
  return `${whole}.${behind.padEnd(decimals, "0").slice(0, decimals)}`;
}

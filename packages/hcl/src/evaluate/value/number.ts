/**
 * Numbers as HCL has them: binary floating point with a mantissa of up to 512 bits, rounded to nearest, ties to even.
 *
 * Decimal libraries cannot give the digits that HCL prints: `1/3` ends where 512 bits end, not where some number of
 * decimal digits does. A `bigint` mantissa with a power of two gives them exactly.
 */
export class HclNumber {
  readonly negative: boolean;
  /** The mantissa, 0n or positive. */
  readonly magnitude: bigint;
  /** The power of two that the mantissa is multiplied with. */
  readonly exponent: number;
  /** The bits that the mantissa may have; an operation's result has those of the wider operand. */
  readonly precision: number;
  readonly infinite: boolean;

  private constructor(
    negative: boolean,
    magnitude: bigint,
    exponent: number,
    precision: number,
    infinite: boolean,
  ) {
    this.negative = negative;
    this.magnitude = magnitude;
    this.exponent = exponent;
    this.precision = precision;
    this.infinite = infinite;
  }

  static readonly ZERO: HclNumber = new HclNumber(false, 0n, 0, 64, false);
  static readonly INFINITY: HclNumber = new HclNumber(false, 0n, 0, 64, true);
  static readonly NEGATIVE_INFINITY: HclNumber = new HclNumber(true, 0n, 0, 64, true);

  /** A mantissa times a power of two, rounded to `precision` bits. */
  static of(negative: boolean, magnitude: bigint, exponent: number, precision: number): HclNumber {
    const [rounded, shift] = round(magnitude, precision);
    return new HclNumber(negative, rounded, rounded === 0n ? 0 : exponent + shift, precision, false);
  }

  /** A whole number of 64 bits, such as a length. */
  static integer(value: number | bigint): HclNumber {
    const big = BigInt(value);
    return HclNumber.of(big < 0n, big < 0n ? -big : big, 0, 64);
  }

  /** A whole number of any size, exactly. */
  static bigInteger(value: bigint): HclNumber {
    const magnitude = value < 0n ? -value : value;
    return HclNumber.of(value < 0n, magnitude, 0, Math.max(64, bitLength(magnitude)));
  }

  /** A JavaScript number, exactly; `undefined` for NaN, which HCL does not have. */
  static double(value: number): HclNumber | undefined {
    if (Number.isNaN(value)) return undefined;
    const negative = value < 0 || Object.is(value, -0);
    if (!Number.isFinite(value)) return negative ? HclNumber.NEGATIVE_INFINITY : HclNumber.INFINITY;
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value);
    const bits = view.getBigUint64(0);
    const fraction = bits & 0xfffffffffffffn;
    const power = Number((bits >> 52n) & 0x7ffn);
    const magnitude = power === 0 ? fraction : fraction | (1n << 52n);
    return HclNumber.of(negative, magnitude, Math.max(power, 1) - 1075, 53);
  }

  get isZero(): boolean {
    return !this.infinite && this.magnitude === 0n;
  }

  /** -1, 0 or 1. */
  get sign(): number {
    if (this.isZero) return 0;
    return this.negative ? -1 : 1;
  }

  get isInteger(): boolean {
    if (this.infinite) return false;
    if (this.exponent >= 0) return true;
    return trailingZeros(this.magnitude) >= -this.exponent || this.magnitude === 0n;
  }

  negate(): HclNumber {
    return new HclNumber(!this.negative, this.magnitude, this.exponent, this.precision, this.infinite);
  }

  absolute(): HclNumber {
    return this.negative ? this.negate() : this;
  }

  /** The same number with a mantissa of other width. */
  withPrecision(precision: number): HclNumber {
    if (this.infinite) return this;
    return HclNumber.of(this.negative, this.magnitude, this.exponent, precision);
  }

  /** The bits that the mantissa needs. */
  get leastPrecision(): number {
    return this.magnitude === 0n ? 0 : bitLength(this.magnitude) - trailingZeros(this.magnitude);
  }

  /** The whole part, towards zero. */
  truncate(): bigint {
    const whole =
      this.exponent >= 0
        ? this.magnitude << BigInt(limited(this.exponent))
        : this.magnitude >> BigInt(-this.exponent);
    return this.negative ? -whole : whole;
  }

  /** The nearest JavaScript number. */
  toNumber(): number {
    if (this.infinite) return this.negative ? -Infinity : Infinity;
    const [mantissa, shift] = round(this.magnitude, 53);
    const power = this.exponent + shift;
    // Doubles below 2^-1022 keep fewer bits: the digits of the exact value are read instead.
    const value = power + bitLength(mantissa) > -1022 ? scale(Number(mantissa), power) : this.denormal();
    return this.negative ? -value : value;
  }

  private denormal(): number {
    const shift = -1074 - this.exponent;
    if (shift > bitLength(this.magnitude) + 1) return 0;
    return Number(shiftRounded(this.magnitude, shift)) * 2 ** -1074;
  }

  /** -1, 0 or 1, as this number is less than, equal to or greater than the other; both zeros are equal. */
  compare(other: HclNumber): number {
    if (this.sign !== other.sign) return this.sign < other.sign ? -1 : 1;
    if (this.infinite || other.infinite) {
      if (this.infinite && other.infinite) return 0;
      return this.infinite ? this.sign : -other.sign;
    }
    if (this.isZero) return 0;
    return this.sign * compareMagnitudes(this, other);
  }
}

/** The mantissa cut to `precision` bits, and by how many bits it was shifted right. */
function round(magnitude: bigint, precision: number): readonly [magnitude: bigint, shift: number] {
  // A number of 53 bits needs no counting; most are.
  if (magnitude <= 0x1fffffffffffffn) {
    if (precision >= 53) return [magnitude, 0];
  }
  const excess = bitLength(magnitude) - precision;
  return excess <= 0 ? [magnitude, 0] : [shiftRounded(magnitude, excess), excess];
}

function shiftRounded(magnitude: bigint, bits: number): bigint {
  if (bits <= 0) return magnitude << BigInt(-bits);
  const by = BigInt(bits);
  const kept = magnitude >> by;
  const rest = magnitude - (kept << by);
  const half = 1n << (by - 1n);
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  return up ? kept + 1n : kept;
}

function scale(mantissa: number, power: number): number {
  // In two steps, as 2 ** power alone may leave the range of a double though the product does not.
  const half = Math.trunc(power / 2);
  return mantissa * 2 ** half * 2 ** (power - half);
}

function compareMagnitudes(left: HclNumber, right: HclNumber): number {
  const tops = bitLength(left.magnitude) + left.exponent - (bitLength(right.magnitude) + right.exponent);
  if (tops !== 0) return tops < 0 ? -1 : 1;
  const least = Math.min(left.exponent, right.exponent);
  const a = left.magnitude << BigInt(left.exponent - least);
  const b = right.magnitude << BigInt(right.exponent - least);
  return a === b ? 0 : a < b ? -1 : 1;
}

export function bitLength(magnitude: bigint): number {
  if (magnitude === 0n) return 0;
  const hex = magnitude.toString(16);
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex.charAt(0), 16)) - 28);
}

function trailingZeros(magnitude: bigint): number {
  if (magnitude === 0n) return 0;
  const hex = magnitude.toString(16);
  let at = hex.length - 1;
  while (hex.charAt(at) === "0") at--;
  const digit = Number.parseInt(hex.charAt(at), 16);
  return (hex.length - 1 - at) * 4 + (31 - Math.clz32(digit & -digit));
}

/** A number that is too large to be written out; `1e1000000000` is one, which HCL allows. */
export class NumberTooLarge extends RangeError {
  constructor() {
    super("the number has more digits than can be written out");
  }
}

/** The largest power of two whose digits are written out: a million digits. */
const WRITABLE = 3_400_000;

/** The exponent, when the digits of a number with it can be written out. */
export function limited(exponent: number): number {
  if (Math.abs(exponent) > WRITABLE) throw new NumberTooLarge();
  return exponent;
}

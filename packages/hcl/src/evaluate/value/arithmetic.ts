import { bitLength, HclNumber } from "./number.js";

/** An operation on infinities or zeros that has no result. */
export class NotANumber extends Error {}

/** The sum, rounded to the precision of the wider operand. */
export function add(left: HclNumber, right: HclNumber): HclNumber {
  const precision = Math.max(left.precision, right.precision);
  if (left.infinite || right.infinite) {
    if (left.infinite && right.infinite && left.negative !== right.negative) {
      throw new NotANumber("addition of infinities with opposite signs");
    }
    return left.infinite ? left : right;
  }
  if (left.isZero && right.isZero) {
    return HclNumber.of(left.negative && right.negative, 0n, 0, precision);
  }
  if (left.isZero) return right.withPrecision(precision);
  if (right.isZero) return left.withPrecision(precision);
  const [a, b] = brought(left, right, precision);
  const sum = signed(a) + signed(b);
  return HclNumber.of(sum < 0n, sum < 0n ? -sum : sum, a.exponent, precision);
}

/** The difference, as the sum with the negated number. */
export function subtract(left: HclNumber, right: HclNumber): HclNumber {
  return add(left, right.negate());
}

/** The product: exact up to 512 bits, however narrow the operands are. */
export function multiply(left: HclNumber, right: HclNumber): HclNumber {
  const negative = left.negative !== right.negative;
  if (left.infinite || right.infinite) {
    if (left.isZero || right.isZero) throw new NotANumber("multiplication of zero with infinity");
    return negative ? HclNumber.NEGATIVE_INFINITY : HclNumber.INFINITY;
  }
  const product = HclNumber.of(
    negative,
    left.magnitude * right.magnitude,
    left.exponent + right.exponent,
    512,
  );
  return product.withPrecision(Math.max(left.precision, right.precision, product.leastPrecision));
}

/** The quotient, rounded to the precision of the wider operand; a number divided by zero is infinite. */
export function divide(left: HclNumber, right: HclNumber): HclNumber {
  const negative = left.negative !== right.negative;
  const precision = Math.max(left.precision, right.precision);
  if ((left.isZero && right.isZero) || (left.infinite && right.infinite)) {
    throw new NotANumber("division of zero by zero or infinity by infinity");
  }
  if (left.isZero || right.infinite) return HclNumber.of(negative, 0n, 0, precision);
  if (left.infinite || right.isZero) return negative ? HclNumber.NEGATIVE_INFINITY : HclNumber.INFINITY;
  return quotient(negative, left, right, precision);
}

function quotient(negative: boolean, left: HclNumber, right: HclNumber, precision: number): HclNumber {
  const shift = Math.max(0, precision + 2 - bitLength(left.magnitude) + bitLength(right.magnitude));
  const dividend = left.magnitude << BigInt(shift);
  const result = dividend / right.magnitude;
  const exact = result * right.magnitude === dividend;
  // One more bit says that there is a remainder, so that a tie is none.
  const sticky = (result << 1n) | (exact ? 0n : 1n);
  return HclNumber.of(negative, sticky, left.exponent - shift - right.exponent - 1, precision);
}

/** The remainder of the division towards zero, with the sign of the dividend. */
export function modulo(left: HclNumber, right: HclNumber): HclNumber {
  if (right.isZero) return left;
  if (left.infinite || right.infinite) throw new NotANumber("modulo of infinity");
  const whole = divide(left, right).truncate();
  const { precision } = left;
  const times = HclNumber.of(whole < 0n, whole < 0n ? -whole : whole, 0, precision);
  const negative = right.negative !== times.negative;
  const exponent = right.exponent + times.exponent;
  const product = HclNumber.of(negative, right.magnitude * times.magnitude, exponent, precision);
  return add(left, product.negate());
}

function signed(number: { readonly negative: boolean; readonly magnitude: bigint }): bigint {
  return number.negative ? -number.magnitude : number.magnitude;
}

interface Brought {
  readonly negative: boolean;
  readonly magnitude: bigint;
  readonly exponent: number;
}

/**
 * Both numbers with one exponent. A number too small to reach the result's last bit is replaced by one that is as far
 * below it and rounds the same way, so that adding `1e-1000000` to 1 costs nothing.
 */
function brought(left: HclNumber, right: HclNumber, precision: number): readonly [Brought, Brought] {
  const leftTop = bitLength(left.magnitude) + left.exponent;
  const rightTop = bitLength(right.magnitude) + right.exponent;
  const [large, small, largeTop, smallTop] =
    leftTop >= rightTop ? [left, right, leftTop, rightTop] : [right, left, rightTop, leftTop];
  const floor = Math.min(large.exponent, largeTop - precision) - 4;
  const tiny: Brought =
    smallTop < floor ? { negative: small.negative, magnitude: 1n, exponent: floor } : small;
  const least = Math.min(large.exponent, tiny.exponent);
  return [lowered(large, least), lowered(tiny, least)];
}

function lowered({ negative, magnitude, exponent }: Brought, to: number): Brought {
  return { negative, magnitude: magnitude << BigInt(exponent - to), exponent: to };
}

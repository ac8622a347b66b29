import { FunctionError } from "./definition.js";
import type { Value } from "../evaluate/value/value.js";

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;
const OUT_OF_RANGE = `value must be a whole number, between ${LEAST} and ${MOST}`;

/** A number as a 64-bit integer. */
export function toInt64(value: Value): bigint {
  const number = value.asNumber();
  const isSmall = number.isInteger && number.magnitude.toString(2).length + number.exponent <= 64;
  if (!isSmall) throw new FunctionError(OUT_OF_RANGE);
  const whole = number.truncate();
  if (whole < LEAST || whole > MOST) throw new FunctionError(OUT_OF_RANGE);
  return whole;
}

/** A number as an integer; those beyond 2^53, which no length or place can be, are near enough. */
export function toInteger(value: Value): number {
  return Number(toInt64(value));
}

/** A number as a 64-bit integer, where the failure's message is led in by what the number is. */
export function integerAs(value: Value, fail: (why: string) => Error): number {
  try {
    return toInteger(value);
  } catch (error) {
    if (error instanceof FunctionError) throw fail(error.message);
    throw error;
  }
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Up to this base capital letters mean the same as small ones. */
const CASELESS = 36;

/** A whole number in a base from 2 to 62, with an optional sign; `undefined` when the text is none. */
export function parseInteger(text: string, base: number): bigint | undefined {
  const negative = text.startsWith("-");
  const digits = negative || text.startsWith("+") ? text.slice(1) : text;
  if (digits === "") return undefined;
  const spelled = base <= CASELESS ? digits.toLowerCase() : digits;
  const values: number[] = [];
  for (const digit of spelled) {
    const value = DIGITS.indexOf(digit);
    if (value < 0 || value >= base) return undefined;
    values.push(value);
  }
  const whole = fromDigits(values, 0, values.length, BigInt(base));
  return negative ? -whole : whole;
}

/** Halves joined, which takes far fewer steps for long texts than adding digit by digit. */
function fromDigits(values: readonly number[], from: number, to: number, base: bigint): bigint {
  if (to - from <= 16) {
    let result = 0n;
    for (let i = from; i < to; i++) result = result * base + BigInt(values[i] ?? 0);
    return result;
  }
  const middle = (from + to) >> 1;
  const high = fromDigits(values, from, middle, base);
  return high * base ** BigInt(to - middle) + fromDigits(values, middle, to, base);
}

import type { HclNumber } from "./number.js";
import { exactDigits, type Digits, plain, roundDigits, shortestDigits } from "./number-text.js";

/** `1.234568e+04`: digits with an exponent of ten, `precision` of them behind the point, or as few as identify the number. */
export function formatExponent(number: HclNumber, precision: number | undefined, letter = "e"): string {
  if (number.infinite) return number.negative ? "-Inf" : "+Inf";
  const digits = digitsOf(number, precision === undefined ? undefined : precision + 1);
  const places = precision ?? Math.max(0, digits.digits.length - 1);
  return sign(number) + exponential(digits, places, letter);
}

/** `3.14`: plain decimal with `precision` digits behind the point, or as few as identify the number. */
export function formatFixed(number: HclNumber, precision: number | undefined): string {
  if (number.infinite) return number.negative ? "-Inf" : "+Inf";
  if (precision === undefined) return sign(number) + plain(shortestDigits(number));
  const all = exactDigits(number.magnitude, number.exponent);
  return sign(number) + plain(roundDigits(all, all.point + precision), precision);
}

/** The shorter of the two forms: with an exponent when that is below -4, or not below the number of digits. */
export function formatGeneral(number: HclNumber, precision: number | undefined, letter = "e"): string {
  if (number.infinite) return number.negative ? "-Inf" : "+Inf";
  const wanted = precision === 0 ? 1 : precision;
  const digits = digitsOf(number, wanted);
  const count = digits.digits.length;
  let most = wanted ?? 6;
  if (wanted !== undefined && most > count && count >= digits.point) most = count;
  const exponent = digits.point - 1;
  if (count > 0 && (exponent < -4 || exponent >= most)) {
    const places = Math.min(wanted ?? count, count) - 1;
    return sign(number) + exponential(digits, places, letter);
  }
  return sign(number) + plain(digits);
}

function digitsOf(number: HclNumber, count: number | undefined): Digits {
  if (count === undefined) return shortestDigits(number);
  return roundDigits(exactDigits(number.magnitude, number.exponent), count);
}

function sign(number: HclNumber): string {
  return number.negative ? "-" : "";
}

function exponential({ digits, point }: Digits, places: number, letter: string): string {
  const first = digits.charAt(0) || "0";
  const rest = digits.slice(1, 1 + places).padEnd(places, "0");
  const exponent = digits === "" ? 0 : point - 1;
  const power = String(Math.abs(exponent)).padStart(2, "0");
  return `${first}${places > 0 ? `.${rest}` : ""}${letter}${exponent < 0 ? "-" : "+"}${power}`;
}

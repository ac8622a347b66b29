import { jsonString } from "./json-text.js";
import { FunctionError } from "./definition.js";

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const MOST = 2n ** 63n;

/** The nanoseconds of a duration as Go spells them: `1h30m`, `-1.5s`. */
export function parseDuration(text: string): bigint {
  const fail = (why: string): FunctionError => new FunctionError(`time: ${why} ${quote(text)}`);
  const negative = text.startsWith("-");
  let rest = negative || text.startsWith("+") ? text.slice(1) : text;
  if (rest === "0") return 0n;
  if (rest === "") throw fail("invalid duration");
  let total = 0n;
  while (rest !== "") {
    const number = /^(\d*)(?:\.(\d*))?/.exec(rest);
    const [spelled = "", whole = "", fraction = ""] = number ?? [];
    if (whole === "" && fraction === "") throw fail("invalid duration");
    rest = rest.slice(spelled.length);
    const name = /^[^.\d]*/.exec(rest)?.[0] ?? "";
    if (name === "") throw fail("missing unit in duration");
    const unit = UNITS[name];
    if (unit === undefined) throw fail(`unknown unit ${quote(name)} in duration`);
    rest = rest.slice(name.length);
    total += BigInt(whole === "" ? 0 : whole) * unit;
    // As Go does: digits beyond a nanosecond's are computed with in floating point.
    if (fraction !== "") total += BigInt(Math.trunc(Number(`0.${fraction}`) * Number(unit)));
    if (total > MOST) throw fail("invalid duration");
  }
  if (!negative && total === MOST) throw fail("invalid duration");
  return negative ? -total : total;
}

function quote(text: string): string {
  return jsonString(text);
}

type Unit = "ns" | "us" | "µs" | "ms" | "s" | "m" | "h";

/**
 * A length of time as Go writes it: a number with a unit, or several from large to small: `"90s"`, `"1h30m"`.
 *
 * @see https://pkg.go.dev/time#ParseDuration
 */
export type Duration =
  | `${number}${Unit}`
  | `${number}h${number}m`
  | `${number}h${number}s`
  | `${number}m${number}s`
  | `${number}h${number}m${number}s`
  | `${number}s${number}ms`;

const DURATION = /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** Whether Go would read a text as a duration. */
export function isDuration(value: string): boolean {
  return DURATION.test(value);
}

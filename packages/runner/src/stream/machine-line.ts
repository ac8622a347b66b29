/** A line of Packer's machine-readable output, its data with the commas and line ends that they had. */
export interface MachineLine {
  /** When it was written, in seconds since 1970. */
  readonly seconds: number;
  /** The source that it is about, as Packer names it: `null.web`, `golden.null.web`; empty for what is about none. */
  readonly target: string;
  /** What it tells: `ui`, `artifact`, `artifact-count`, `error`, `error-count`, `version` … */
  readonly type: string;
  readonly data: readonly string[];
}

const COMMA = "%!(PACKER_COMMA)";

/**
 * Reads a line of the form `seconds,target,type,data…`; `undefined` for any other, such as what a crash prints.
 *
 * Packer writes a backslash as it is, so `\n` in the data is a line end whatever was meant.
 *
 * @example
 * parseMachineLine("1795549830,,ui,say,a%!(PACKER_COMMA) b")
 * // { seconds: 1795549830, target: "", type: "ui", data: ["say", "a, b"] }
 * @see https://developer.hashicorp.com/packer/docs/commands#machine-readable-output
 */
export function parseMachineLine(line: string): MachineLine | undefined {
  const [seconds = "", target, type, ...data] = line.split(",");
  if (target === undefined || type === undefined || type === "" || !/^\d+$/.test(seconds)) return undefined;
  return { seconds: Number(seconds), target: unescape(target), type, data: data.map(unescape) };
}

function unescape(text: string): string {
  return text.replaceAll(COMMA, ",").replaceAll("\\n", "\n").replaceAll("\\r", "\r");
}

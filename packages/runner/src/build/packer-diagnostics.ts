/** A problem as packer tells it, of a template it has read. */
export interface PackerDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail?: string;
  /** The file and line in the template that packer read; the line counts from 1. */
  readonly file?: string;
  readonly line?: number;
}

const START = /^(Error|Warning): (.*)$/;
const PLACE = /^ {2}on (.+?) lines? (\d+)/;
/** The quoted line of the template, or that there is none, and the values of what stands in it. */
const QUOTED = /^ {2}(?: *\d+: |\(source code not available\)|\s*$)/;

/**
 * Reads the problems in what packer says of a template: each begins with `Error: ` or `Warning: ` at the start of a line.
 *
 * @example
 * packerDiagnostics('Error: Unset variable "a"\n\nA used variable must be set.\n')
 * // [{ severity: "error", summary: 'Unset variable "a"', detail: "A used variable must be set." }]
 */
export function packerDiagnostics(text: string): readonly PackerDiagnostic[] {
  const found: { head: RegExpExecArray; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const head = START.exec(line);
    if (head !== null) found.push({ head, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  const seen = new Set<string>();
  return found.map(diagnostic).filter((each) => {
    // Packer goes over a file more than once, and tells what is wrong with it each time.
    const key = JSON.stringify(each);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function diagnostic({
  head,
  lines,
}: {
  readonly head: RegExpExecArray;
  readonly lines: readonly string[];
}): PackerDiagnostic {
  const place = lines.map((line) => PLACE.exec(line)).find((match) => match !== null);
  const detail = lines
    .filter((line) => !PLACE.test(line) && !QUOTED.test(line))
    .join("\n")
    .trim();
  return {
    severity: head[1] === "Error" ? "error" : "warning",
    summary: head[2] ?? "",
    ...(detail === "" ? {} : { detail }),
    ...(place === undefined ? {} : { file: place[1] ?? "", line: Number(place[2]) }),
  };
}

/**
 * One item of a body or an object before alignment: `text` alone for a line that takes no part in it, or `text` and
 * `value` for `text = value`, with the comment behind it.
 */
export interface Line {
  readonly text: string;
  readonly value?: string;
  readonly comment?: string;
  /** Whether the value is a heredoc, which counts as one line however many it has. */
  readonly heredoc?: boolean;
}

/**
 * The lines with `=` aligned as `packer fmt` aligns it: over runs of consecutive items whose value ends on the line
 * where it begins (a heredoc counts as such); every other line ends a run. Comments behind items align likewise.
 */
export function printAligned(lines: readonly Line[]): string {
  let out = "";
  let i = 0;
  while (i < lines.length) {
    let width = 0;
    let end = i;
    for (; end < lines.length; end++) {
      const line = lines[end];
      if (line === undefined || !aligns(line)) break;
      width = Math.max(width, columns(line.text));
    }
    if (end === i) {
      const line = lines[i];
      if (line !== undefined)
        out += printRow(line.value === undefined ? line.text : `${line.text} = ${line.value}`, line);
      i++;
      continue;
    }
    out += printRun(lines.slice(i, end), width);
    i = end;
  }
  return out;
}

function printRun(run: readonly Line[], width: number): string {
  const rows = run.map(
    (line) => `${line.text}${" ".repeat(width - columns(line.text))} = ${line.value ?? ""}`,
  );
  let out = "";
  let i = 0;
  while (i < run.length) {
    // Comments align over neighbours that have one; a heredoc's lines are no neighbours of what follows them.
    let end = i;
    let comments = 0;
    for (; end < run.length && run[end]?.comment !== undefined; end++) {
      comments = Math.max(comments, columns(rows[end] ?? ""));
    }
    if (end === i) {
      out += `${rows[i] ?? ""}\n`;
      i++;
    }
    for (; i < end; i++) {
      const row = rows[i] ?? "";
      out += `${row}${" ".repeat(comments - columns(row))} ${run[i]?.comment ?? ""}\n`;
    }
  }
  return out;
}

function printRow(text: string, line: Line): string {
  return line.comment === undefined ? `${text}\n` : `${text} ${line.comment}\n`;
}

function aligns(line: Line): boolean {
  return line.value !== undefined && (line.heredoc === true || !line.value.includes("\n"));
}

/** The width of a text as HCL counts it: grapheme clusters, of which ASCII has one a character. */
function columns(text: string): number {
  // eslint-disable-next-line no-control-regex -- the ASCII range is meant
  if (/^[\u0000-\u007f]*$/.test(text)) return text.length;
  let count = 0;
  for (const segment of graphemes.segment(text)) count += segment.segment.length > 0 ? 1 : 0;
  return count;
}

const graphemes: Intl.Segmenter = /* @__PURE__ */ new Intl.Segmenter("en", { granularity: "grapheme" });

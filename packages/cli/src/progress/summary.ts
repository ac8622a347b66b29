import type { BuildResult } from "@packwright/runner";

/** A table of sources and what became of each. */
export function summaryOf({ sources, artifacts, warnings }: BuildResult): string {
  const rows = sources.map(({ source, outcome, took }) => {
    const made = new Set(
      artifacts.filter((each) => each.source === source).map(({ description }) => description),
    );
    return [source, outcome, took ?? "", [...made].join("; ")];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const told = warnings.map(({ summary }) => `warning: ${summary}\n`).join("");
  return `${told}\n${lines.join("\n")}\n`;
}

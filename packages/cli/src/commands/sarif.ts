import { relative, sep } from "node:path";
import type { Found } from "./check.js";

/**
 * Diagnostics as SARIF 2.1.0, which code scanning services read.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifOf(found: readonly Found[], cwd: string): object {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "packwright",
            rules: [...new Set(found.map(({ code }) => code))].map((id) => ({ id })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: found.map(({ severity, code, summary, detail, path, position, template }) => ({
          ruleId: code,
          level: severity,
          message: { text: detail === undefined ? summary : `${summary}\n${detail}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(position?.file ?? template, cwd) },
                region: { startLine: position?.line ?? 1, startColumn: position?.column ?? 1 },
              },
              logicalLocations: [{ fullyQualifiedName: path }],
            },
          ],
        })),
      },
    ],
  };
}

function uriOf(file: string, cwd: string): string {
  return relative(cwd, file).split(sep).map(encodeURIComponent).join("/");
}

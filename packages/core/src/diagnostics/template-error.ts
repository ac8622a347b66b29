import { formatDiagnostic, type Diagnostic } from "./diagnostic.js";

/**
 * What every output throws when a template has errors; it holds all diagnostics, warnings too.
 *
 * Its message names each problem with its place, so an uncaught one tells the whole story on the command line.
 */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly diagnostics: readonly Diagnostic[];

  /** @param what what has the errors */
  constructor(diagnostics: readonly Diagnostic[], what: string = "the template") {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
    const shown = diagnostics.filter((diagnostic) => diagnostic.severity !== "note");
    super(
      `${what} has ${errors === 1 ? "one error" : `${String(errors)} errors`}; nothing was written\n\n` +
        shown.map((diagnostic) => formatDiagnostic(diagnostic)).join("\n\n") +
        "\n",
    );
    this.diagnostics = diagnostics;
    // The diagnostics are in the message; printing them a second time as a property would bury it.
    Object.defineProperty(this, "diagnostics", { enumerable: false });
  }
}

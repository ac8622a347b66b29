import type { TemplateOutput } from "@packwright/core";
import type { MatcherContext, MatcherResult } from "./context.js";
import { askPacker, type PackerExpectation } from "./real-packer.js";

/** The matcher `toPassPacker`. */
export function toPassPacker(
  this: MatcherContext,
  template: TemplateOutput,
  expectation: PackerExpectation = {},
): MatcherResult {
  const verdict = askPacker(template, expectation);
  switch (verdict.kind) {
    case "passes":
      return {
        pass: true,
        message: () =>
          `expected packer validate to refuse the template, and it accepts it\n\n${template.toHcl()}`,
      };
    case "fails":
      return {
        pass: false,
        message: () => `expected packer validate to accept the template\n\n${verdict.output}`,
      };
    case "unknown": {
      const reason = `packer validate was not asked: ${verdict.reason}`;
      this.task?.context.skip(reason);
      // Other test runners have no way to skip a test that runs: the assertion holds, and says that it tells nothing.
      console.warn(reason);
      return { pass: this.isNot !== true, message: () => reason };
    }
  }
}

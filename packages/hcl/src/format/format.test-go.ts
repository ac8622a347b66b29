import { describe, expect, it } from "vitest";
import { holdLaw } from "../../../../tools/src/reference-law.js";
import { program } from "../parser/arbitrary-program.test-support.js";
import { brokenProgram } from "../parser/mutation.test-support.js";
import { format } from "./format.js";

describe("the formatter", () => {
  it("lays a program out as packer fmt does, byte for byte", () => {
    holdLaw(program, 20_000, {
      ask: (text) => ({ command: "fmt", text }),
      judge: ({ ok, output }, text) => {
        const formatted = format(text);
        expect(formatted.diagnostics.length === 0).toBe(ok);
        expect(formatted.text).toBe(ok ? output : text);
      },
    });
  });

  it("does so for programs that a few changed characters have left valid, too", () => {
    holdLaw(brokenProgram, 20_000, {
      ask: (text) => ({ command: "fmt", text }),
      judge: ({ ok, output }, text) => {
        expect(format(text).text).toBe(ok ? output : text);
      },
    });
  });
});

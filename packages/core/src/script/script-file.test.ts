import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { shell } from "../build/steps.test-support.js";
import { coreSource } from "../components/core-source.js";
import { script } from "./script-file.js";

const here = coreSource.null("here", { communicator: "none" });
const folder = dirname(fileURLToPath(import.meta.url));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a file beside a module", () => {
  it("is named from where Packer is started", () => {
    expect(script(import.meta, "./lines.ts")).toMatch(/^(?:.*\/)?script\/lines\.ts$|^lines\.ts$/);
    expect(script(import.meta, "lines.ts", { from: folder })).toBe("lines.ts");
    expect(script(import.meta, "../build/steps.ts", { from: folder })).toBe("../build/steps.ts");
    expect(script(import.meta, "lines.ts", { from: dirname(folder) })).toBe("script/lines.ts");
  });

  it("is a diagnostic when it is not there, with where it was looked for", () => {
    const image = here.provision(shell({ script: script(import.meta, "./seutp.sh") }));
    expect(image.check()).toMatchObject([
      {
        severity: "error",
        path: "build[0].provisioner[0].shell.script",
        summary: `script cannot be written: there is no file ${folder}/seutp.sh; it is looked for beside ${folder}/script-file.test.ts`,
      },
    ]);
    expect(() => image.toHcl()).toThrow("there is no file");
  });

  it("is no folder", () => {
    const image = here.provision(shell({ script: script(import.meta, "../script") }));
    expect(image.check()[0]?.summary).toBe(`script cannot be written: ${folder} is no file`);
  });

  it("is a diagnostic where there is no disk", () => {
    vi.stubGlobal("process", undefined);
    const image = here.provision(shell({ script: script({ url: "https://example.com/a.js" }, "b.sh") }));
    vi.unstubAllGlobals();
    expect(image.check()[0]?.summary).toContain("there is no disk here");
  });
});

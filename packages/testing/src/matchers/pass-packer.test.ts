import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { source, type TemplateOutput } from "@packwright/core";
import { source as google } from "@packwright/googlecompute";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { MatcherContext } from "./context.js";
import { toPassPacker } from "./pass-packer.js";

const here = source.null("here", { communicator: "none" });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "packwright-fake-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A program that answers as Packer would, and keeps what it was asked to validate. */
function fake(
  version: string,
  validate: string,
): { readonly binary: string; readonly asked: () => readonly string[] } {
  const place = mkdtempSync(join(folder, "bin-"));
  const binary = join(place, "packer");
  const log = join(place, "log");
  writeFileSync(log, "");
  writeFileSync(
    binary,
    `#!/bin/sh
if [ "$1" = version ]; then echo "${version}"; exit 0; fi
for last in "$@"; do :; done
cat "$last" >> "${log}"
echo ===== >> "${log}"
${validate}
`,
  );
  chmodSync(binary, 0o755);
  return { binary, asked: () => readFileSync(log, "utf8").split("=====\n").slice(0, -1) };
}

/** What the matcher says in a runner of tests that can skip, or cannot. */
function ask(
  binary: string,
  options: { readonly isNot?: boolean; readonly canSkip?: boolean; readonly template?: TemplateOutput } = {},
) {
  const { isNot = false, canSkip = true, template = here } = options;
  const skip = vi.fn();
  const context = { isNot, ...(canSkip ? { task: { context: { skip } } } : {}) };
  const { pass, message } = toPassPacker.call(context as unknown as MatcherContext, template, { binary });
  return { pass, message: message(), skipped: skip.mock.calls.flat() as readonly string[] };
}

describe("toPassPacker", () => {
  it("skips the test with the reason where there is no Packer to ask", () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    expect(ask(join(folder, "none")).skipped).toEqual([
      expect.stringMatching(/^packer validate was not asked: .*none cannot be run: .*ENOENT$/),
    ]);
    const other = fake("cracklib", "exit 0").binary;
    expect(ask(other).skipped).toEqual([
      `packer validate was not asked: ${other} is another program than HashiCorp's Packer`,
    ]);
    const bare = fake(
      "Packer v1.16.0",
      'echo "The following plugins are required, but not installed:"; exit 1',
    );
    expect(ask(bare.binary).skipped).toEqual([
      expect.stringContaining("its plugins are not installed, run packer init"),
    ]);
  });

  it("holds, with and without not, and says that it tells nothing where the runner cannot skip", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    expect(ask(join(folder, "none"), { canSkip: false }).pass).toBe(true);
    expect(ask(join(folder, "none"), { canSkip: false, isNot: true }).pass).toBe(false);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining("packer validate was not asked"));
  });

  it("asks once about a template, whichever value of it is passed", () => {
    const { binary, asked } = fake("Packer v1.16.0", "exit 0");
    expect(ask(binary).pass).toBe(true);
    expect(ask(binary, { template: source.null("here", { communicator: "none" }) }).pass).toBe(true);
    expect(asked()).toEqual([here.toHcl()]);
    expect(ask(binary, { template: source.null("other", { communicator: "none" }) }).pass).toBe(true);
    expect(asked()).toHaveLength(2);
  });

  it("shows what Packer says, without its colours", () => {
    const { binary } = fake("Packer v1.16.0", "printf '\\033[31mError: no\\033[0m'; exit 1");
    expect(ask(binary)).toEqual({
      pass: false,
      message: "expected packer validate to accept the template\n\nError: no",
      skipped: [],
    });
  });

  it("asks no Packer for plugins that was made before there were any", () => {
    const template = google.googlecompute("web", {
      project_id: "p",
      zone: "europe-west3-a",
      source_image_family: "debian-12",
      ssh_username: "packer",
    });
    const old = fake("Packer v1.6.6", "exit 0");
    ask(old.binary, { template });
    expect(old.asked()).toEqual([expect.not.stringContaining("required_plugins")]);
    const today = fake("Packer v1.16.0", "exit 0");
    ask(today.binary, { template });
    expect(today.asked()).toEqual([template.toHcl()]);
  });
});

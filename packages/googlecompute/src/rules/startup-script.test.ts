import { describe, expect, it } from "vitest";
import { findings, places } from "./check.test-support.js";

describe("a startup script in metadata", () => {
  const metadata = { "startup-script": "#!/bin/sh\ntrue\n" };

  it("is waited for by nobody who can tell, unless it is said whether to wrap it", () => {
    expect(findings({ metadata })).toEqual([
      "warning metadata.startup-script: the build waits for ever for a startup script in metadata: set wrap_startup_script",
    ]);
    expect(places({ metadata, wrap_startup_script: null })).toEqual(["warning metadata.startup-script"]);
  });

  it.each([
    { metadata, wrap_startup_script: true },
    { metadata, wrap_startup_script: false },
    { metadata, startup_script_file: "startup.sh" },
    { metadata: { "windows-startup-script-ps1": "dir" } },
    { startup_script_file: "startup.sh" },
  ])("passes: %#", (options) => {
    expect(findings(options)).toEqual([]);
  });
});

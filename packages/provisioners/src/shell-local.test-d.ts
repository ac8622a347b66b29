import { source, text, variable, type Provisioner } from "@packwright/core";
import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { breakpoint } from "./breakpoint.js";
import { hcpSbom } from "./hcp-sbom.js";
import { shellLocal } from "./shell-local.js";
import { windowsRestart } from "./windows-restart.js";

const a = source.null("a", { communicator: "none" });
const systems = variable("systems", z.array(z.string()));
const generate = variable("generate", z.boolean());
declare const isQuick: boolean;

describe("options of shell-local", () => {
  test("take what Packer takes", () => {
    shellLocal({ inline: ["true"], only_on: systems, execute_command: ["sh", "-c", "{{ .Script }}"] });
    shellLocal({ script: "x.sh", only_on: isQuick ? ["linux"] : [], use_linux_pathing: true });
    a.provision(({ build }) => shellLocal({ inline: [text`echo ${build.Host}`], only: ["null.a"] }));
    expectTypeOf(shellLocal({ inline: ["true"], only: ["null.a"] })).toEqualTypeOf<Provisioner<"null.a">>();
  });

  test("are refused where Packer would refuse them", () => {
    // @ts-expect-error nothing to run
    shellLocal({});
    // @ts-expect-error inline and scripts
    shellLocal({ inline: ["true"], scripts: ["x.sh"] });
    // @ts-expect-error an unknown operating system
    shellLocal({ inline: ["true"], only_on: ["beos"] });
    // @ts-expect-error a string for a list; shell has a string
    shellLocal({ inline: ["true"], execute_command: "sh {{ .Script }}" });
    // @ts-expect-error use_linux_pathing is for files
    shellLocal({ inline: ["true"], use_linux_pathing: true });
    // @ts-expect-error an option of shell
    shellLocal({ inline: ["true"], remote_folder: "/tmp" });
    // @ts-expect-error an entry without =
    shellLocal({ inline: ["true"], environment_vars: ["TOKEN"] });
  });
});

describe("options of hcp-sbom", () => {
  test("take what Packer takes", () => {
    hcpSbom({ source: "s" });
    hcpSbom({ auto_generate: true, elevated_user: "u", elevated_password: "p" });
    hcpSbom({ source: "s", auto_generate: generate, elevated_password: "p", elevated_user: "u" });
    hcpSbom({ source: "s", auto_generate: false, scan_path: "/" });
    hcpSbom({ ...(isQuick ? { source: "s" } : { auto_generate: true }) });
  });

  test("are refused where Packer would refuse them", () => {
    // @ts-expect-error neither source nor auto_generate
    hcpSbom({});
    // @ts-expect-error both source and auto_generate
    hcpSbom({ source: "s", auto_generate: true });
    // @ts-expect-error elevated_password without elevated_user
    hcpSbom({ auto_generate: true, elevated_password: "p" });
  });
});

describe("steps that need no options", () => {
  test("may be called without", () => {
    expectTypeOf(breakpoint()).toEqualTypeOf<Provisioner>();
    expectTypeOf(windowsRestart()).toEqualTypeOf<Provisioner>();
    expectTypeOf(breakpoint({ note: "x", only: ["null.a"] })).toEqualTypeOf<Provisioner<"null.a">>();
    // @ts-expect-error a list of text
    breakpoint({ note: ["x"] });
    // @ts-expect-error text for a boolean
    breakpoint({ disable: "yes" });
    // @ts-expect-error a duration without a unit
    windowsRestart({ restart_timeout: "15" });
    // @ts-expect-error only and except
    windowsRestart({ only: ["null.a"], except: ["null.a"] });
    // @ts-expect-error a string for a list
    windowsRestart({ check_registry: true, registry_keys: "HKLM:x" });
  });
});

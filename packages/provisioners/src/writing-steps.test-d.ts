import { build, source, variable, type Input } from "@packwright/core";
import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { file, powershell, script, shell, shellLocal, steps, windowsShell } from "./index.js";

const a = source.null("a", { communicator: "none" });
const b = source.null("b", { communicator: "none" });
const url = variable("url", z.string());
const list = variable("list", z.array(z.string()));

describe("steps", () => {
  test("name the sources of the group and their own", () => {
    const group = steps(
      { only: ["null.a"] },
      shell({ inline: ["true"] }),
      file({ source: "a", destination: "b" }),
    );
    build([a, b]).provision(...group);
    a.provision(...group);
    build([a, b]).provision(...steps({}, shell({ inline: ["true"], only: ["null.b"] }), false));
    a.provision(...steps({ max_retries: 1 }, ({ build }) => shell({ inline: [build.Host] })));
    // @ts-expect-error the group names a source that the build does not have
    b.provision(...group);
    // @ts-expect-error a step of the group does
    a.provision(...steps({}, shell({ inline: ["true"], only: ["null.b"] })));
    // @ts-expect-error a step of the group overrides options of a source that the build does not have
    a.provision(...steps({}, shell({ inline: ["true"], override: { b: { inline: ["false"] } } })));
    // @ts-expect-error a duration without a unit
    steps({ pause_before: "5" }, shell({ inline: ["true"] }));
    // @ts-expect-error an option of shell
    steps({ inline: ["true"] }, shell({ inline: ["true"] }));
  });
});

describe("lines and files of scripts", () => {
  test("stand where scripts do", () => {
    expectTypeOf(shell.lines`true`).toEqualTypeOf<readonly Input<string>[]>();
    shell({ inline: shell.lines`curl ${url} ${1} ${true}` });
    shellLocal({ inline: shellLocal.lines`true` });
    powershell({ inline: powershell.lines`Get-Item $env:TEMP` });
    windowsShell({ inline: windowsShell.lines`dir` });
    shell({ script: script(import.meta, "./setup.sh") });
    shell({ scripts: [script(import.meta, "./a.sh"), "b.sh"] });
    a.provision(({ build }) => shell({ inline: shell.lines`echo ${build.Host}` }));
  });

  test("are refused where they do not", () => {
    // @ts-expect-error a list has no place in a line
    shell({ inline: shell.lines`echo ${list}` });
    // @ts-expect-error inline and script
    shell({ inline: shell.lines`true`, script: script(import.meta, "./setup.sh") });
    // @ts-expect-error the path of a module is in its import.meta
    script("./setup.sh");
  });
});

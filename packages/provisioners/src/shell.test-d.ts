import { build, source, text, variable, type Provisioner } from "@packwright/core";
import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { shell, type ShellOptions } from "./shell.js";

const a = source.null("a", { communicator: "none" });
const b = source.null("b", { communicator: "none" });
declare const isFast: boolean;
declare const commands: string[];
declare const constants: readonly string[];
const line = variable("line", z.string());
const lines = variable("lines", z.array(z.string()));
const variables = variable("variables", z.record(z.string(), z.string()));
const count = variable("count", z.int());
const choice = variable("choice", z.enum(["null.a", "null.b"]));

describe("a shell step", () => {
  test("knows the sources that it names", () => {
    expectTypeOf(shell({ inline: ["true"] })).toEqualTypeOf<Provisioner>();
    expectTypeOf(shell({ inline: ["true"], only: ["null.a"] })).toEqualTypeOf<Provisioner<"null.a">>();
    expectTypeOf(shell({ inline: ["true"], except: ["null.a", "null.b"] })).toEqualTypeOf<
      Provisioner<"null.a" | "null.b">
    >();
    expectTypeOf(shell({ inline: ["true"], override: { a: { skip_clean: true } } })).toEqualTypeOf<
      Provisioner<never, "a">
    >();
    expectTypeOf(shell({ inline: ["true"], only: [] })).toEqualTypeOf<Provisioner>();
  });

  test("fits builds that have these sources", () => {
    const step = shell({ inline: ["true"], only: ["null.a"], override: { a: { script: "x.sh" } } });
    build([a, b]).provision(step);
    a.provision(step);
    // @ts-expect-error b is not a
    b.provision(step);
  });

  test("takes sources that are worked out", () => {
    const all = [a, b] as const;
    build(all).provision(shell({ inline: ["true"], only: all.flatMap((one) => one.labels) }));
    build(all).provision(shell({ inline: ["true"], except: all.map((one) => `null.${one.name}` as const) }));
    build(all).provision(shell({ inline: ["true"], only: a.labels }));
    build(all).provision(shell({ inline: ["true"], only: isFast ? ["null.a"] : ["null.b"] }));
    build(all).provision(shell({ inline: ["true"], only: lines }));
    build(all).provision(shell({ inline: ["true"], only: [text`${choice}`, "null.a"] }));
  });
});

describe("options of shell", () => {
  test("take text, lists and variables wherever they may stand", () => {
    shell({ inline: commands });
    shell({ inline: constants });
    shell({ inline: lines });
    shell({ inline: [line, text`echo ${line}`, ...commands] });
    shell({ inline: isFast ? ["a"] : ["b", "c"] });
    shell({ script: line });
    shell({ scripts: [line, "b.sh"] });
    shell({ inline: ["true"], env: variables });
    shell({ inline: ["true"], env: { A: line, B: text`${line}` } });
    shell({ inline: ["true"], env: Object.fromEntries([["A", "1"]]) });
    shell({ inline: ["true"], valid_exit_codes: [0, "1", count] });
    shell({ inline: ["true"], pause_after: line, pause_before: line, max_retries: count });
    shell({ inline: ["true"], pause_after: "1h30m", timeout: "1.5h", pause_before: "500ms" });
  });

  test("take environment variables of every kind but literals without =", () => {
    shell({ inline: ["true"], environment_vars: ["A=1", "B=", line, text`C=${line}`] });
    shell({ inline: ["true"], environment_vars: commands });
    shell({ inline: ["true"], environment_vars: constants });
    shell({ inline: ["true"], environment_vars: ["A=1", ...commands] });
    shell({ inline: ["true"], environment_vars: lines });
    shell({ inline: ["true"], environment_vars: Object.entries({ A: "1" }).map(([k, v]) => `${k}=${v}`) });
    // @ts-expect-error an entry without =
    shell({ inline: ["true"], environment_vars: ["A=1", "TOKEN"] });
    // @ts-expect-error an entry without a name
    shell({ inline: ["true"], environment_vars: ["=1"] });
    // @ts-expect-error not a list
    shell({ inline: ["true"], environment_vars: "A=1" });
  });

  test("come from shared objects and conditions", () => {
    const shared = { env: { A: "1" }, execute_command: "sudo {{ .Path }}" };
    const typed: ShellOptions = { inline: ["true"] };
    const either = isFast ? { inline: ["true"] } : { script: "slow.sh" };
    shell({ ...shared, inline: ["true"] });
    shell(typed);
    shell({ inline: ["true"], ...typed });
    shell({ inline: ["true"], ...(isFast ? shared : {}) });
    shell({ inline: ["true"], ...(isFast && { pause_after: "5s" }) });
    shell({ ...shared, ...(isFast ? { inline: ["true"] } : { script: "slow.sh" }) });
    shell({ ...shared, ...either });
    shell(either);
    shell({ ...either, ...(isFast ? { only: ["null.a"] } : { except: ["null.b"] }) });
    const handedOn = (options: ShellOptions) => shell({ ...options, execute_command: "sudo {{ .Path }}" });
    handedOn({ inline: ["true"] });
    // @ts-expect-error nothing to run, when it is slow
    shell({ ...(isFast ? { script: "fast.sh" } : shared) });
  });

  test("are refused where Packer would refuse them", () => {
    // @ts-expect-error inline and script
    shell({ inline: ["true"], script: "x.sh" });
    // @ts-expect-error script and scripts
    shell({ script: "x.sh", scripts: ["y.sh"] });
    // @ts-expect-error nothing to run
    shell({ env: { A: "1" } });
    // @ts-expect-error no options at all
    shell();
    // @ts-expect-error a string for a list
    shell({ inline: "true" });
    // @ts-expect-error a list for a string
    shell({ script: ["x.sh"] });
    // @ts-expect-error null in a list
    shell({ inline: ["true", null] });
    // @ts-expect-error null in a map
    shell({ inline: ["true"], env: { A: null } });
    // @ts-expect-error a list for a string; shell-local has a list
    shell({ inline: ["true"], execute_command: ["sh", "{{ .Path }}"] });
    // @ts-expect-error a number for text
    shell({ inline: ["true"], pause_after: 5 });
    // @ts-expect-error a duration without a unit
    shell({ inline: ["true"], start_retry_timeout: "300" });
    // @ts-expect-error text for a boolean
    shell({ inline: ["true"], skip_clean: "yes" });
    // @ts-expect-error text that is no number
    shell({ inline: ["true"], valid_exit_codes: ["zero"] });
    // @ts-expect-error a list of text for a list of numbers
    shell({ inline: ["true"], valid_exit_codes: lines });
    // @ts-expect-error a misspelt option
    shell({ inline: ["true"], enviroment_vars: ["A=1"] });
    // @ts-expect-error an option of powershell
    shell({ inline: ["true"], elevated_user: "packer" });
    // @ts-expect-error an option of post-processors
    shell({ inline: ["true"], keep_input_artifact: true });
    // @ts-expect-error only and except
    shell({ inline: ["true"], only: ["null.a"], except: ["null.b"] });
    // @ts-expect-error a string for a list of sources
    shell({ inline: ["true"], only: "null.a" });
    // @ts-expect-error Packer's own options know nothing of the build
    a.provision(({ build: { ID } }) => shell({ inline: ["true"], name: ID }));
    // @ts-expect-error a misspelt option in an override
    shell({ inline: ["true"], override: { a: { exectue_command: "x" } } });
    // @ts-expect-error an override is an object of options
    shell({ inline: ["true"], override: { a: "x" } });
  });
});
